package org.evenkeel.shell.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.cycle.conform.ConformanceReport;
import org.evenkeel.shell.cli.print.ConformanceText;
import org.evenkeel.shell.config.secret.SecretReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries a venue at its test network. */
@Command(
    name = "conform",
    description = {
      "Try every claim about a venue at its own test network, with keys of that network; needs no database, and touches no"
          + " bot. Production hosts are refused.",
      "It sends orders of the smallest size, cancels them and closes what was bought. The report is kept in --report;"
          + " 'doctor' shows the last one. Ends with 7 if a claim does not hold."
    })
final class VenueConformCommand implements Callable<Integer> {

  private static final String SECRET = "env:NAME|file:PATH";

  private final Cli cli;

  @Parameters(
      index = "0",
      paramLabel = "VENUE",
      description = "binance, okx, kraken or krakenfutures.")
  String venue = "";

  @Option(
      names = "--api-key",
      paramLabel = SECRET,
      required = true,
      description = "Where the test network's key is kept: an environment variable or a file.")
  String apiKey = "";

  @Option(
      names = "--api-secret",
      paramLabel = SECRET,
      required = true,
      description = "Where its secret is kept.")
  String apiSecret = "";

  @Option(
      names = "--passphrase",
      paramLabel = SECRET,
      description = "Where the passphrase is kept that OKX wants besides.")
  @Nullable String passphrase;

  @Option(
      names = "--instrument",
      paramLabel = "ID",
      description =
          "What is traded, such as BTC-USDT-PERP@okx; may be given again. Default: one of each kind.")
  List<String> instruments = new ArrayList<>();

  @Option(
      names = "--spot-url",
      paramLabel = "URL",
      description = "Another address of the test network, or a simulated venue, for spot markets.")
  @Nullable URI spotUrl;

  @Option(names = "--futures-url", paramLabel = "URL", description = "The same for contracts.")
  @Nullable URI futuresUrl;

  @Option(
      names = "--venue-file",
      paramLabel = "FILE",
      description = "The claims; default config/venues/VENUE.yml.")
  @Nullable Path venueFile;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Folder of the report, as text and JSON; default ${DEFAULT-VALUE}.")
  Path report = ConformanceFiles.DIRECTORY;

  VenueConformCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    ConformOptions options = options();
    cli.preview(
        "orders of the smallest size at the test network of "
            + options.venue()
            + ", all taken back; this takes some minutes\n");
    ConformanceReport made = cli.operations().conform(options);
    Path text = new ConformanceFiles(report).keep(made);
    cli.answer(made, each -> ConformanceText.of(each) + "kept in " + text + "\n");
    return (made.isPassed() ? ExitCode.DONE : ExitCode.VERIFICATION_FAILED).code();
  }

  private ConformOptions options() {
    try {
      VenueId id = VenueId.of(venue);
      return new ConformOptions(
          id,
          venueFile == null ? Path.of("config", "venues", id.value() + ".yml") : venueFile,
          Optional.ofNullable(spotUrl),
          Optional.ofNullable(futuresUrl),
          instruments.stream().map(InstrumentId::of).toList(),
          secret("--api-key", apiKey),
          secret("--api-secret", apiSecret),
          Optional.ofNullable(passphrase).map(words -> secret("--passphrase", words)));
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  /** A key on the command line would be in the shell's history, and in the list of processes. */
  private static SecretReference secret(String option, String words) {
    if (words.startsWith("env:") && words.length() > 4) {
      return new SecretReference.Env(words.substring(4));
    }
    if (words.startsWith("file:") && words.length() > 5) {
      return new SecretReference.File(words.substring(5));
    }
    throw new CommandFailed(
        ExitCode.USAGE, option + " names a place and never the secret itself: write " + SECRET);
  }
}
