package org.evenkeel.shell.config;

/**
 * The page at 127.0.0.1.
 *
 * @param enabled whether it is served
 * @param port TCP port, 0 for any free one
 */
public record WebSettings(boolean enabled, int port) {}
