package org.evenkeel.shell.config;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.shell.config.keys.ConfigKeys;
import org.evenkeel.shell.config.read.ConfigException;
import org.evenkeel.shell.config.read.StrictReader;

/**
 * A venue's file of claims by itself, without a configuration around it.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class VenueRow {

  private VenueRow() {}

  /** Reads a file, or the shipped copy of it; throws {@link ConfigException} with every error. */
  public static VenueCapabilities read(Path file) {
    ConfigSource source = ConfigSource.open(file);
    StrictReader.Reading reading =
        StrictReader.read(source.name(), source.text(), ConfigKeys.capabilities(), List.of());
    if (!reading.errors().isEmpty()) {
      throw new ConfigException(reading.errors());
    }
    return SettingsFromValues.capabilities(reading.values());
  }
}
