package org.evenkeel.shell.config.read;

/**
 * One thing that is wrong in a configuration.
 *
 * <p>For example 'config/live.yml:12: web.port: found 99999; write a whole number from 0 to 65535'.
 *
 * @param place where
 * @param path the key, empty if the file as a whole is meant
 * @param found what was found
 * @param advice what to write instead
 */
public record ConfigError(Place place, String path, String found, String advice) {

  @Override
  public String toString() {
    return place + ": " + (path.isEmpty() ? "" : path + ": ") + found + "; " + advice;
  }
}
