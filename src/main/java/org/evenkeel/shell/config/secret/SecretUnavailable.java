package org.evenkeel.shell.config.secret;

/** A secret is not where the configuration says; the message never holds any part of it. */
public final class SecretUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SecretUnavailable(String message) {
    super(message);
  }
}
