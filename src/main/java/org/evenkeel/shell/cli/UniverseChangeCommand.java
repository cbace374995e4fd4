package org.evenkeel.shell.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.shell.config.AppConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how a sleeve comes into the universe or leaves it, and what that would do; never edits a file. */
@Command
final class UniverseChangeCommand implements Callable<Integer> {

  private final Cli cli;
  private final boolean isAddition;

  @Parameters(
      paramLabel = "ASSET",
      description = "A future to add, such as AVAX-USDT-PERP@binance, or a sleeve to remove.")
  String asset = "";

  @Option(
      names = "--edited",
      paramLabel = "FILE",
      description = "The edited copy of the configuration: shows what it would have done.")
  @Nullable Path edited;

  private UniverseChangeCommand(Cli cli, boolean isAddition) {
    this.cli = cli;
    this.isAddition = isAddition;
  }

  static void addTo(CommandLine universe, Cli cli) {
    add(
        universe,
        "add",
        new UniverseChangeCommand(cli, true),
        "Print what to write into a copy of the configuration to hold something more; edits nothing.");
    add(
        universe,
        "remove",
        new UniverseChangeCommand(cli, false),
        "Print what to take out of a copy of the configuration; edits nothing.");
  }

  private static void add(
      CommandLine universe, String name, UniverseChangeCommand command, String about) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec()
        .usageMessage()
        .description(
            about,
            "With --edited FILE: what differs, which of it raises risk, and what it would have done to past"
                + " decisions.");
    universe.addSubcommand(name, line);
  }

  @Override
  public Integer call() {
    AppConfig config = cli.config();
    String file = config.effective().source();
    String advice = isAddition ? addition(config.universe()) : removal(config.universe());
    if (edited != null) {
      ConfigDiffCommand diff = new ConfigDiffCommand(cli);
      diff.other = edited;
      diff.impact = true;
      return diff.call();
    }
    cli.preview("in a copy of " + file + "\n" + advice);
    throw new CommandFailed(
        ExitCode.REFUSED,
        "no file was edited: the universe is configuration, and a changed one is accepted before the bot runs by"
            + " it.\nedit a copy, look at it with './evenkeel universe "
            + (isAddition ? "add " : "remove ")
            + asset
            + " --edited COPY', then './evenkeel config accept --config COPY --reason ...'");
  }

  private String addition(Universe universe) {
    if (holder(universe).isPresent()) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "refused: "
              + asset
              + " is in the universe, in sleeve "
              + holder(universe).orElseThrow().id());
    }
    int dash = asset.indexOf('-');
    if (dash < 1 || !asset.contains("@")) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "found '" + asset + "', write an instrument such as AVAX-USDT-PERP@binance");
    }
    return "write under 'sleeves:', with the class that it belongs to\n"
        + "  - name: "
        + asset.substring(0, dash).toLowerCase(java.util.Locale.ROOT)
        + "\n    class: alts\n    legs: [ { instrument: "
        + asset
        + " } ]\n";
  }

  private String removal(Universe universe) {
    Sleeve sleeve =
        holder(universe)
            .orElseThrow(
                () ->
                    new CommandFailed(
                        ExitCode.USAGE,
                        "found '"
                            + asset
                            + "', expected one of "
                            + universe.sleeves().stream().map(each -> each.id().value()).toList()));
    return "take the entry '- name: "
        + sleeve.id()
        + "' out of 'sleeves:'; its share of the risk goes to the others, and what is held of it is"
        + " not looked after any more:\nclose it first with './evenkeel override set "
        + sleeve.id()
        + " --close --reason ... --expires ...'\n";
  }

  /** The sleeve of this name or with this instrument. */
  private Optional<Sleeve> holder(Universe universe) {
    return universe.sleeves().stream()
        .filter(
            sleeve ->
                sleeve.id().value().equals(asset)
                    || sleeve.legs().stream()
                        .anyMatch(leg -> leg.instrument().value().equals(asset)))
        .findFirst();
  }
}
