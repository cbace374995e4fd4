package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import org.evenkeel.shell.cli.print.TransfersText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Transfers between wallets and how far they have come. */
@Command(
    name = "transfers",
    description = "Show transfers between wallets and how far each has come.")
final class TransfersCommand implements Callable<Integer> {

  private final Cli cli;

  TransfersCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return list();
  }

  @Command(name = "list", description = "List them, newest last.")
  int list() {
    return cli.inSession(session -> cli.answer(session.records().transfers(), TransfersText::of));
  }

  @Command(
      name = "give-up",
      description = {
        "Say that nothing more is to be expected of a transfer that is neither done nor refused.",
        "Look at the venue first: its way is free for another one afterwards."
      })
  int giveUp(
      @Parameters(paramLabel = "N", description = "Its number in 'transfers'.") long number,
      @Mixin ReasonOption reason) {
    String why = reason.text();
    return cli.inSession(
        session -> {
          Change change =
              new Change(
                  "transfer " + number,
                  "open",
                  "given up",
                  "its way is free",
                  cli.options().author,
                  why);
          cli.carryOut(
              change,
              () -> {
                if (!session.controls().giveUpTransfer(number, change.author(), why)) {
                  throw new CommandFailed(
                      ExitCode.REFUSED,
                      "refused: there is no transfer "
                          + number
                          + " that is open; look at 'evenkeel transfers'");
                }
                return change;
              },
              done -> "recorded for " + done.author());
        });
  }
}
