package org.evenkeel.shell.cli.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A manual page of section 1 in the macros of man(7), from the model that parses the command line.
 *
 * <p>It says what '--help' says, so that the two cannot differ; options that every command takes are listed once.
 *
 * <p>Stateless, thread-safe.
 */
public final class ManPage {

  private final CommandSpec root;
  private final StringBuilder page = new StringBuilder();

  private ManPage(CommandSpec root) {
    this.root = root;
  }

  /** The page of a program with all of its commands. */
  public static String of(CommandSpec root, String version) {
    ManPage page = new ManPage(root);
    page.write(version);
    return page.page.toString();
  }

  private void write(String version) {
    line(".TH " + root.name().toUpperCase(Locale.ROOT) + " 1 \"\" \"" + text(version) + "\"");
    section("NAME");
    line(text(root.name()) + " \\- " + text(sentence(root)));
    section("SYNOPSIS");
    line(".B " + root.name());
    line("[\\fIoptions\\fR] \\fIcommand\\fR [\\fIoptions of the command\\fR]");
    section("OPTIONS OF EVERY COMMAND");
    root.options().forEach(this::argument);
    section("COMMANDS");
    root.subcommands().values().stream().distinct().forEach(this::command);
    section("EXIT STATUS");
    root.usageMessage()
        .exitCodeList()
        .forEach((code, meaning) -> item("\\fB" + text(code.strip()) + "\\fR", List.of(meaning)));
  }

  private void command(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    String words = spec.qualifiedName().substring(root.name().length() + 1);
    line(".SS \"" + text(words) + synopsis(spec) + "\"");
    for (String paragraph : spec.usageMessage().description()) {
      line(text(shown(paragraph)));
      line(".br");
    }
    spec.positionalParameters().forEach(this::argument);
    spec.options().stream().filter(option -> !isOfEvery(option)).forEach(this::argument);
    spec.subcommands().values().stream().distinct().forEach(this::command);
  }

  private static String synopsis(CommandSpec spec) {
    List<String> names = new ArrayList<>();
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      names.add(" " + text(parameter.paramLabel()));
    }
    return String.join("", names);
  }

  private boolean isOfEvery(OptionSpec option) {
    return root.optionsMap().containsKey(option.longestName()) || option.usageHelp();
  }

  private void argument(ArgSpec argument) {
    String label =
        argument instanceof OptionSpec option
            ? String.join(", ", option.names())
                + (option.arity().max() > 0 ? "=" + option.paramLabel() : "")
            : argument.paramLabel();
    item("\\fB" + text(label) + "\\fR", List.of(argument.description()));
  }

  private void item(String label, List<String> words) {
    line(".TP");
    line(label);
    words.forEach(each -> line(text(shown(each))));
  }

  private void section(String title) {
    line(".SH \"" + title + "\"");
  }

  private void line(String line) {
    page.append(line).append('\n');
  }

  private static String sentence(CommandSpec spec) {
    return shown(String.join(" ", spec.usageMessage().description()));
  }

  /** Descriptions are formats: a percent sign is written twice, a line's end as '%n'. */
  private static String shown(String description) {
    return description.replace("%n", " ").replace("%%", "%");
  }

  /** No character of a text is taken for a macro, an escape or a quotation mark. */
  private static String text(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
