package org.evenkeel.shell.config.read;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used, with every error found in it, one on each line of the message. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<ConfigError> errors;

  public ConfigException(List<ConfigError> errors) {
    super(errors.stream().map(ConfigError::toString).collect(Collectors.joining("\n")));
    this.errors = List.copyOf(errors);
  }

  /** The errors in the order of the file. */
  public List<ConfigError> errors() {
    return errors;
  }
}
