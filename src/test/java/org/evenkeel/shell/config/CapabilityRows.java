package org.evenkeel.shell.config;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.shell.config.keys.ConfigKeys;
import org.evenkeel.shell.config.read.StrictReader;

/** Reads a venue's capability row as the product does, and insists that nothing is wrong with it. */
public final class CapabilityRows {

  private CapabilityRows() {}

  public static VenueCapabilities read(Path file) {
    StrictReader.Reading reading =
        StrictReader.read(
            file.toString(), ConfigRig.read(file), ConfigKeys.capabilities(), List.of());
    if (!reading.errors().isEmpty()) {
      throw new AssertionError("the row " + file + " has errors: " + reading.errors());
    }
    return SettingsFromValues.capabilities(reading.values());
  }
}
