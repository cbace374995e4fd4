package org.evenkeel.shell.cli;

/** A command that could not do what it should, with a message for the operator; shown without a stack trace. */
public final class CommandFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  public CommandFailed(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
