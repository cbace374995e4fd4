package org.evenkeel.shell.cli;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.evenkeel.shell.config.AppConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the bot. */
@Command(
    name = "run",
    description =
        "Run the bot; without options until it is interrupted. Starts again where it stopped.")
final class RunCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(
      names = "--cycles",
      paramLabel = "N",
      description = "End after the decisions of so many slots have ended.")
  @Nullable Long cycles;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description = "End after so much time on the wall clock, such as 90s, 45m, 12h or 2d.")
  @Nullable String duration;

  @Option(names = "--no-web", description = "Do not serve the page.")
  boolean noWeb;

  @Option(names = "--web-port", paramLabel = "PORT", description = "Port of the page at 127.0.0.1.")
  @Nullable String webPort;

  @Mixin final RehearsalOptions rehearsal = new RehearsalOptions();

  RunCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Settings settings = new Settings();
    if (noWeb) {
      settings.put("web.enabled", "false", "--no-web");
    }
    settings.put("web.port", webPort, "--web-port");
    rehearsal.addTo(settings, cli.wall().instant());
    if (cycles != null && cycles < 1) {
      throw new CommandFailed(ExitCode.USAGE, "found --cycles " + cycles + "; write 1 or more");
    }
    RunOptions options =
        new RunOptions(
            cycles == null ? OptionalLong.empty() : OptionalLong.of(cycles),
            Optional.ofNullable(duration).map(Times::duration));
    AppConfig config = cli.config(settings.list());
    return cli.operations().run(config, options);
  }
}
