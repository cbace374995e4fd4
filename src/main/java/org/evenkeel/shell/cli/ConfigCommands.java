package org.evenkeel.shell.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.shell.cli.print.YamlText;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.config.keys.ConfigKeys;
import org.evenkeel.shell.config.keys.JsonSchema;
import org.evenkeel.shell.config.keys.KeyTable;
import org.evenkeel.shell.config.keys.KeyTableMarkdown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows and checks the configuration. */
@Command(
    name = "config",
    description = "Check and show the configuration.",
    synopsisSubcommandLabel = "COMMAND")
final class ConfigCommands {

  private final Cli cli;

  ConfigCommands(Cli cli) {
    this.cli = cli;
  }

  @Command(name = "validate", description = "Check a configuration and print every error in it.")
  int validate() {
    AppConfig config = cli.config();
    boolean isLive = config.mode() instanceof ModeSettings.Live;
    List<String> missing =
        isLive || config.authority().hardLimits().isPresent()
            ? cli.operations().missingAuthority(config)
            : List.of();
    Map<String, Object> summary = summary(config);
    summary.put("missingAuthority", missing);
    cli.answer(summary, map -> validated(map, isLive, missing));
    return (isLive && !missing.isEmpty() ? ExitCode.REFUSED : ExitCode.DONE).code();
  }

  private static String validated(
      Map<String, Object> summary, boolean isLive, List<String> missing) {
    StringBuilder text = new StringBuilder();
    text.append(summary.get("source"))
        .append(": valid; mode ")
        .append(summary.get("mode"))
        .append(", ")
        .append(summary.get("sleeves"))
        .append(" sleeves, hash ")
        .append(summary.get("hash"))
        .append('\n');
    missing.forEach(what -> text.append(isLive ? "refused: " : "note: ").append(what).append('\n'));
    return text.toString();
  }

  @Command(
      name = "show",
      description = "Print what holds, with defaults filled in and secrets as references.")
  int show() {
    AppConfig config = cli.config();
    Map<String, Object> answer = summary(config);
    answer.put("values", config.effective().tree());
    cli.answer(
        answer,
        map ->
            "# "
                + map.get("source")
                + ", hash "
                + map.get("hash")
                + "\n"
                + YamlText.of(config.effective().tree()));
    return ExitCode.DONE.code();
  }

  @Command(name = "schema", description = "Print the JSON Schema of the configuration.")
  int schema(
      @Option(names = "--venue", description = "Of a venue's capability file.") boolean venue) {
    cli.out().print(JsonSchema.of(table(venue)));
    return ExitCode.DONE.code();
  }

  @Command(name = "keys", description = "Print every key with unit, range and consequence.")
  int keys(
      @Option(names = "--markdown", description = "As a table in Markdown.") boolean markdown,
      @Option(names = "--venue", description = "Of a venue's capability file.") boolean venue) {
    KeyTable table = table(venue);
    cli.out().print(markdown ? KeyTableMarkdown.of(table) : KeyTableMarkdown.plain(table));
    return ExitCode.DONE.code();
  }

  private static KeyTable table(boolean venue) {
    return venue ? ConfigKeys.capabilities() : ConfigKeys.application();
  }

  private static Map<String, Object> summary(AppConfig config) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("source", config.effective().source());
    summary.put("mode", config.mode().label());
    summary.put("sleeves", config.universe().sleeves().size());
    summary.put("hash", config.effective().hash().value());
    return summary;
  }
}
