package org.evenkeel.shell.cli;

import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.evenkeel.core.policy.watch.WatchVerdict;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.shell.cli.print.Json;
import org.evenkeel.shell.cli.print.WatchText;
import org.evenkeel.shell.config.AppConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Watches the whole account from outside of the engine. */
@Command(
    name = "watch",
    description = {
      "Look at the whole account from outside of the bot, with limits (watch.*) and keys of its own, and halt the bot and"
          + " cancel every working order where they are broken. It never opens or closes anything.",
      "With --once: one look that changes and records nothing. Exit code 0 within the limits, 3 a limit is broken, 5 a"
          + " venue cannot be seen, 6 the database cannot be read, 7 the venues hold something else than the bot says, or a second source shows other executions than it has"
          + " booked."
    })
final class WatchCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(names = "--once", description = "One look; nothing is changed or recorded.")
  boolean once;

  @Option(names = "--looks", paramLabel = "N", description = "End after so many looks.")
  @Nullable Long looks;

  WatchCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    AppConfig config = cli.config();
    if (once && looks != null) {
      throw new CommandFailed(ExitCode.USAGE, "--once is one look: leave out --looks");
    }
    if (looks != null && looks < 1) {
      throw new CommandFailed(ExitCode.USAGE, "found --looks " + looks + ", write 1 or more");
    }
    if (once) {
      WatchLook look = cli.operations().watchOnce(config);
      cli.answer(look, WatchText::page);
      return code(look).code();
    }
    WatchOptions options =
        new WatchOptions(looks == null ? OptionalLong.empty() : OptionalLong.of(looks));
    return cli.operations().watch(config, options, this::told);
  }

  private void told(WatchLook look) {
    cli.out()
        .println(
            cli.options().json
                ? Json.line(look)
                : cli.wall().instant() + " " + WatchText.line(look));
    cli.out().flush();
  }

  private static ExitCode code(WatchLook look) {
    return switch (WatchVerdict.Kind.valueOf(look.verdict())) {
      case BREACH -> ExitCode.REFUSED;
      case DISAGREES, MISBOOKED -> ExitCode.VERIFICATION_FAILED;
      case BLIND -> ExitCode.VENUE;
      case WITHIN -> look.isEngineKnown() ? ExitCode.DONE : ExitCode.DATABASE;
    };
  }
}
