package org.evenkeel.shell.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.cycle.RulesTrial;
import org.evenkeel.shell.cli.print.Figures;
import org.evenkeel.shell.cli.print.TextTable;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ConfigLoader;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.config.change.ConfigChange;
import org.evenkeel.shell.config.change.ConfigChanges;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what another configuration says and what it would have done; changes nothing. */
@Command(
    name = "diff",
    description = {
      "Show what another configuration says differently, defaults included, which differences raise risk, and who must"
          + " agree to them.",
      "With --impact also what it would have done to past decisions: each is made again under its rules, from the"
          + " positions and prices that were stored. Changes nothing."
    })
final class ConfigDiffCommand implements Callable<Integer> {

  private static final int MOST = 1000;

  /** Longer values are cut in the table, not in JSON. */
  private static final int WIDEST = 60;

  private final Cli cli;

  @Parameters(paramLabel = "OTHER", description = "The other configuration.")
  Path other = Path.of("");

  @Option(names = "--impact", description = "Make the newest decisions again under its rules.")
  boolean impact;

  @Option(
      names = "--last",
      paramLabel = "N",
      description = "How many of them, 1 to 1000; default 20.")
  int last = 20;

  ConfigDiffCommand(Cli cli) {
    this.cli = cli;
  }

  /**
   * What differs.
   *
   * @param keys by their names, capabilities, hard limits and persons included
   * @param authority who must agree if the other one is to follow this one
   * @param impact newest last; empty unless it was asked for
   */
  record Answer(List<ConfigChange> keys, String authority, List<RulesTrial.Row> impact) {}

  @Override
  public Integer call() {
    if (last < 1 || last > MOST) {
      throw new CommandFailed(ExitCode.USAGE, "found --last " + last + ", write 1 to " + MOST);
    }
    AppConfig here = cli.config();
    AppConfig there = ConfigLoader.load(other, List.of());
    ConfigChanges changes =
        ConfigChanges.between(here.effective().canonical(), there.effective().canonical());
    cli.answer(
        new Answer(
            changes.all(),
            authority(changes, here, there),
            impact ? tried(here, there) : List.of()),
        this::text);
    return ExitCode.DONE.code();
  }

  private List<RulesTrial.Row> tried(AppConfig here, AppConfig there) {
    try (Session session = cli.operations().open(here)) {
      return RulesTrial.of(
          session.decisions(), session.decisions().newest(last), cli.operations().rules(there));
    }
  }

  private static String authority(ConfigChanges changes, AppConfig here, AppConfig there) {
    if (changes.all().isEmpty()) {
      return "both say the same";
    }
    String raising =
        changes.raises()
            ? changes.raising().size() + " of " + changes.all().size() + " keys raise risk"
            : "no key raises risk";
    boolean isAsked =
        here.authority().isSigned()
            || there.authority().isSigned()
            || there.mode() instanceof ModeSettings.Live;
    return raising
        + (!isAsked
            ? ": nobody is asked, because no identities are configured"
            : changes.raises()
                ? ": two persons must accept it before a start (config accept)"
                : ": one person accepts it, or whoever starts the bot");
  }

  private String text(Answer answer) {
    StringBuilder text = new StringBuilder();
    if (!answer.keys().isEmpty()) {
      TextTable table = new TextTable("key", "here", "there", "risk");
      answer
          .keys()
          .forEach(
              change ->
                  table.row(
                      change.key(),
                      shown(change.before()),
                      shown(change.after()),
                      change.raises() ? "raises" : "-"));
      text.append(table).append('\n');
    }
    text.append(answer.authority()).append('\n');
    if (impact) {
      text.append('\n').append(impact(answer.impact()));
    }
    return text.toString();
  }

  private static String shown(String value) {
    String line = value.replace('\n', ' ');
    return line.isEmpty()
        ? "-"
        : line.length() <= WIDEST ? line : line.substring(0, WIDEST - 3) + "...";
  }

  private static String impact(List<RulesTrial.Row> rows) {
    if (rows.isEmpty()) {
      return "no decision is stored\n";
    }
    TextTable table =
        new TextTable(
            "decision",
            ">gross",
            ">there",
            ">volatility",
            ">there",
            ">orders",
            ">there",
            ">traded",
            ">there");
    StringBuilder held = new StringBuilder();
    for (RulesTrial.Row row : rows) {
      table.row(
          row.cycle(),
          Figures.ratio(row.before().grossLeverage()),
          Figures.ratio(row.after().grossLeverage()),
          Figures.percent(row.before().volatility()),
          Figures.percent(row.after().volatility()),
          String.valueOf(row.before().orders()),
          String.valueOf(row.after().orders()),
          Figures.money(row.before().traded()),
          Figures.money(row.after().traded()));
      row.before().held().ifPresent(why -> note(held, row.cycle(), "here", why));
      row.after().held().ifPresent(why -> note(held, row.cycle(), "there", why));
    }
    return table + held.toString();
  }

  private static void note(StringBuilder held, String cycle, String where, String why) {
    held.append(cycle)
        .append(' ')
        .append(where)
        .append(": nothing decided, ")
        .append(why)
        .append('\n');
  }
}
