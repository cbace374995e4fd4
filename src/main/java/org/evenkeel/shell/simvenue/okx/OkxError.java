package org.evenkeel.shell.simvenue.okx;

/**
 * A refusal in OKX's form, thrown where it is noticed and answered by the desk.
 *
 * <p>It stands in the envelope, or for operations on an order in the row as 'sCode', with HTTP 200.
 */
final class OkxError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final boolean inRow;
  private final boolean logged;

  private OkxError(int status, String code, String message, boolean inRow, boolean logged) {
    super(message);
    this.status = status;
    this.code = code;
    this.inRow = inRow;
    this.logged = logged;
  }

  static OkxError withStatus(int status, String code, String message) {
    return new OkxError(status, code, message, false, false);
  }

  static OkxError of(String code, String message) {
    return withStatus(200, code, message);
  }

  /** A refusal of an operation on an order. */
  static OkxError row(String code, String message) {
    return new OkxError(200, code, message, true, false);
  }

  static OkxError parameter(String name) {
    return of("51000", "Parameter " + name + " error");
  }

  static OkxError rowParameter(String name) {
    return row("51000", "Parameter " + name + " error");
  }

  static OkxError missing(String name) {
    return withStatus(400, "50014", "Parameter " + name + " can not be empty.");
  }

  static OkxError noSuchInstrument() {
    return of("51001", "Instrument ID does not exist.");
  }

  static OkxError noSuchOrder() {
    return of("51603", "Order does not exist");
  }

  /** The same refusal of an order request that the exchange itself has recorded. */
  OkxError alreadyLogged() {
    return new OkxError(status, code, text(), inRow, true);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  boolean isInRow() {
    return inRow;
  }

  boolean isLogged() {
    return logged;
  }

  String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
