package org.evenkeel.shell.simvenue.krakenfutures;

/** A refusal in Kraken's words, most of them with HTTP 200. */
final class KrakenError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  private KrakenError(int status, String error) {
    super(error);
    this.status = status;
  }

  /** An error inside of an answer with status 200. */
  static KrakenError of(String error) {
    return new KrakenError(200, error);
  }

  static KrakenError missing(String argument) {
    return of("requiredArgumentMissing: " + argument);
  }

  static KrakenError invalid(String argument) {
    return of("invalidArgument: " + argument);
  }

  static KrakenError noSuchPath() {
    return new KrakenError(404, "notFound");
  }

  int status() {
    return status;
  }

  String error() {
    return String.valueOf(getMessage());
  }
}
