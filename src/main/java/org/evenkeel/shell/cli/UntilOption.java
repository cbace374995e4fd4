package org.evenkeel.shell.cli;

import java.time.Instant;
import picocli.CommandLine.Option;

/** The end that every override must have, and whether it is only looked at. */
final class UntilOption {

  @Option(
      names = "--expires",
      paramLabel = "TIME",
      required = true,
      description = "Until when: 2d, a date, or an instant, on the bot's clock.")
  String expires = "";

  @Option(names = "--dry-run", description = "Only show what it would do.")
  boolean isDryRun;

  /** The end by the bot's clock, which is to come. */
  Instant after(Instant now) {
    Instant until = Times.instantOrDuration(expires, now);
    if (!until.isAfter(now)) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "found --expires " + expires + ", which is past; the bot's clock says " + now);
    }
    return until;
  }
}
