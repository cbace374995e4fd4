package org.evenkeel.shell.cli;

import picocli.CommandLine.Option;

/** The reason that every instruction must give. */
final class ReasonOption {

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; recorded with the instruction.")
  String reason = "";

  String text() {
    if (reason.isBlank()) {
      throw new CommandFailed(ExitCode.USAGE, "found an empty --reason; write why");
    }
    return reason.strip();
  }
}
