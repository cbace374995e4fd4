package org.evenkeel.shell.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.evenkeel.cycle.RulesTrial;
import org.evenkeel.shell.cli.print.Figures;
import org.evenkeel.shell.cli.print.TextTable;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ConfigLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what another configuration says and what it would have done; changes nothing. */
@Command(
    name = "diff",
    description = {
      "Show what another configuration says differently, defaults included.",
      "With --impact also what it would have done to past decisions: each is made again under its rules, from the"
          + " positions and prices that were stored. Changes nothing."
    })
final class ConfigDiffCommand implements Callable<Integer> {

  private static final int MOST = 1000;

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
   * A key with two values.
   *
   * @param here the value here; empty if it has none
   * @param there the value in the other one; empty if it has none
   */
  record Change(String key, String here, String there) {}

  /**
   * What differs.
   *
   * @param keys by their names
   * @param impact newest last; empty unless it was asked for
   */
  record Answer(List<Change> keys, List<RulesTrial.Row> impact) {}

  @Override
  public Integer call() {
    if (last < 1 || last > MOST) {
      throw new CommandFailed(ExitCode.USAGE, "found --last " + last + ", write 1 to " + MOST);
    }
    AppConfig here = cli.config();
    AppConfig there = ConfigLoader.load(other, List.of());
    List<Change> keys = changes(leaves(here), leaves(there));
    cli.answer(new Answer(keys, impact ? tried(here, there) : List.of()), this::text);
    return ExitCode.DONE.code();
  }

  private List<RulesTrial.Row> tried(AppConfig here, AppConfig there) {
    try (Session session = cli.operations().open(here)) {
      return RulesTrial.of(
          session.decisions(), session.decisions().newest(last), cli.operations().rules(there));
    }
  }

  private static List<Change> changes(
      SortedMap<String, String> here, SortedMap<String, String> there) {
    TreeSet<String> keys = new TreeSet<>(here.keySet());
    keys.addAll(there.keySet());
    return keys.stream()
        .map(key -> new Change(key, here.getOrDefault(key, ""), there.getOrDefault(key, "")))
        .filter(change -> !change.here().equals(change.there()))
        .toList();
  }

  private static SortedMap<String, String> leaves(AppConfig config) {
    TreeMap<String, String> leaves = new TreeMap<>();
    collect("", config.effective().tree(), leaves);
    return leaves;
  }

  private static void collect(String path, Object node, Map<String, String> leaves) {
    switch (node) {
      case Map<?, ?> map ->
          map.forEach(
              (name, value) ->
                  collect(path.isEmpty() ? "" + name : path + "." + name, value, leaves));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          collect(path + "[" + i + "]", list.get(i), leaves);
        }
      }
      default -> leaves.put(path, node.toString());
    }
  }

  private String text(Answer answer) {
    StringBuilder text = new StringBuilder();
    if (answer.keys().isEmpty()) {
      text.append("both say the same\n");
    } else {
      TextTable table = new TextTable("key", "here", "there");
      answer
          .keys()
          .forEach(change -> table.row(change.key(), shown(change.here()), shown(change.there())));
      text.append(table);
    }
    if (impact) {
      text.append('\n').append(impact(answer.impact()));
    }
    return text.toString();
  }

  private static String shown(String value) {
    return value.isEmpty() ? "-" : value;
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
