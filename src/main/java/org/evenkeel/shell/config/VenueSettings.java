package org.evenkeel.shell.config;

import java.time.Duration;
import org.evenkeel.core.route.VenueCapabilities;

/**
 * What holds for a venue in every mode.
 *
 * @param capabilities what may be relied on
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait for an answer
 */
public record VenueSettings(
    VenueCapabilities capabilities, Duration connectTimeout, Duration readTimeout) {}
