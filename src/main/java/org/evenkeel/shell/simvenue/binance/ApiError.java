package org.evenkeel.shell.simvenue.binance;

/**
 * An answer that says no, with Binance's code, message and HTTP status.
 *
 * <p>Codes and messages are those of Binance's published error tables (spot and USD-M futures).
 */
final class ApiError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int code;
  private final int status;
  private final boolean counted;

  private ApiError(int status, int code, String message, boolean counted) {
    super(message);
    this.status = status;
    this.code = code;
    this.counted = counted;
  }

  static ApiError of(int code, String message) {
    return new ApiError(400, code, message, false);
  }

  static ApiError withStatus(int status, int code, String message) {
    return new ApiError(status, code, message, false);
  }

  /** Marks a refusal that the exchange core itself has written to its log. */
  ApiError alreadyLogged() {
    return new ApiError(status, code, text(), true);
  }

  static ApiError missing(String parameter) {
    return of(
        -1102,
        "Mandatory parameter '" + parameter + "' was not sent, was empty/null, or malformed.");
  }

  static ApiError illegal(String parameter, String range) {
    return of(
        -1100,
        "Illegal characters found in parameter '"
            + parameter
            + "'; legal range is '"
            + range
            + "'.");
  }

  static ApiError invalidSymbol() {
    return of(-1121, "Invalid symbol.");
  }

  static ApiError noSuchOrder() {
    return of(-2013, "Order does not exist.");
  }

  static ApiError unknownOrder() {
    return of(-2011, "Unknown order sent.");
  }

  int code() {
    return code;
  }

  int status() {
    return status;
  }

  boolean isLogged() {
    return counted;
  }

  String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
