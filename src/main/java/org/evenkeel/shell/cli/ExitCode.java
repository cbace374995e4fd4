package org.evenkeel.shell.cli;

/** The meaning of the program's exit codes; scripts may rely on them. */
public enum ExitCode {
  DONE(0),
  /** A fault of the program itself. */
  INTERNAL(1),
  /** Wrong words on the command line or in the configuration. */
  USAGE(2),
  /** A rule of the bot forbids it. */
  REFUSED(3),
  /** A second person must agree. */
  NEEDS_APPROVAL(4),
  VENUE(5),
  DATABASE(6),
  VERIFICATION_FAILED(7);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
