package org.evenkeel.shell.simvenue.kraken;

/** A refusal in Kraken's words, with HTTP 200. */
final class SpotError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SpotError(String error) {
    super(error);
  }

  static SpotError arguments(String name) {
    return new SpotError("EGeneral:Invalid arguments:" + name);
  }

  String error() {
    return String.valueOf(getMessage());
  }
}
