package org.evenkeel.shell.cli;

import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.cycle.Records;

/** The newest statement, which a bot that never decided does not have. */
final class Statements {

  private Statements() {}

  static CycleStatement last(Records records) {
    return records
        .lastStatement()
        .orElseThrow(
            () ->
                new CommandFailed(
                    ExitCode.REFUSED, "no decision has been made yet; start the bot with 'run'"));
  }
}
