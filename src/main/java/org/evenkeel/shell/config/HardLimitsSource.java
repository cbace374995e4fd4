package org.evenkeel.shell.config;

import java.nio.file.Path;

/**
 * The file of the hard limits as it was read, with the signatures in it.
 *
 * @param file where it lies
 * @param text its content
 */
public record HardLimitsSource(Path file, String text) {}
