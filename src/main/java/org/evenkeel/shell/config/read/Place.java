package org.evenkeel.shell.config.read;

/**
 * Where something was written: a line of a file, or a command line option.
 *
 * @param source file or option
 * @param line line from 1; 0 where lines mean nothing
 */
public record Place(String source, int line) {

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
