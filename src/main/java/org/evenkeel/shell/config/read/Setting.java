package org.evenkeel.shell.config.read;

/**
 * A value given on the command line, which takes the place of what the file says.
 *
 * <p>For example path 'web.port', value '9000', option '--web-port'.
 *
 * @param path the key
 * @param value what would stand behind it in the file
 * @param option the option that gave it, for messages
 */
public record Setting(String path, String value, String option) {}
