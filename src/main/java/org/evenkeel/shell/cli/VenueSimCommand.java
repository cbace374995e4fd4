package org.evenkeel.shell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the simulated venue alone. */
@Command(
    name = "venue-sim",
    description =
        "Run the simulated venue of a rehearsal in a process of its own (see rehearsal.external_url).")
final class VenueSimCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(names = "--port", paramLabel = "PORT", description = "Port at 127.0.0.1; 0 takes any.")
  @Nullable String port;

  @Option(names = "--directory", paramLabel = "DIR", description = "Folder of its log and API key.")
  @Nullable String directory;

  @Option(
      names = "--dialect",
      paramLabel = "VENUE",
      defaultValue = "binance",
      description = "Whose words it speaks: binance, okx, kraken or kraken-futures.")
  String dialect = "binance";

  @Option(
      names = "--fault",
      paramLabel = "'METHOD PATH KIND[=VALUE] [COUNT]'",
      description =
          "What goes wrong from the start, such as 'POST /fapi/v1/order lostAck 3'; may be given again.")
  List<String> faults = new ArrayList<>();

  @Mixin final RehearsalOptions rehearsal = new RehearsalOptions();

  VenueSimCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Settings settings = new Settings();
    settings.put("rehearsal.venue_port", port, "--port");
    settings.put("rehearsal.venue_directory", directory, "--directory");
    rehearsal.addTo(settings, cli.wall().instant());
    AppConfig config = cli.config(settings.list());
    if (!(config.mode() instanceof ModeSettings.Rehearsal)) {
      throw new CommandFailed(
          ExitCode.USAGE,
          config.effective().source() + " is not a rehearsal; write --config config/rehearsal.yml");
    }
    return cli.operations()
        .venueSim(config, new VenueSimOptions(rehearsal.isFromNow(), dialect, faults));
  }
}
