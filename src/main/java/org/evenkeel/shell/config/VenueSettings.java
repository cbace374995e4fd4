package org.evenkeel.shell.config;

import java.time.Duration;
import java.util.List;
import org.evenkeel.core.route.VenueCapabilities;

/**
 * What holds for the venues in every mode.
 *
 * @param capabilities what may be relied on at each, in the order of the configuration
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait for an answer
 * @param unreportedRightsChecked whether a person has looked at what the venue does not say of the key
 */
public record VenueSettings(
    List<VenueCapabilities> capabilities,
    Duration connectTimeout,
    Duration readTimeout,
    boolean unreportedRightsChecked) {

  public VenueSettings {
    capabilities = List.copyOf(capabilities);
  }

  /** The venue of a mode that can have only one. */
  public VenueCapabilities only() {
    if (capabilities.size() != 1) {
      throw new IllegalStateException("there are " + capabilities.size() + " venues");
    }
    return capabilities.get(0);
  }
}
