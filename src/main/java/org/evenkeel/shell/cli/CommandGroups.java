package org.evenkeel.shell.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The commands under the headings of what they are for, as help shows them. */
final class CommandGroups {

  private final CommandLine root;
  private final SequencedMap<String, List<String>> names = new LinkedHashMap<>();

  CommandGroups(CommandLine root) {
    this.root = root;
  }

  /** Everything that is added to the root meanwhile stands under a heading. */
  void add(String heading, Consumer<CommandLine> commands) {
    TreeSet<String> before = new TreeSet<>(root.getSubcommands().keySet());
    commands.accept(root);
    names.put(
        heading,
        root.getSubcommands().keySet().stream().filter(name -> !before.contains(name)).toList());
  }

  /** Makes help show the headings in place of one long list. */
  void showInHelp() {
    Map<String, CommandLine.IHelpSectionRenderer> sections = root.getHelpSectionMap();
    sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
    sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, this::text);
  }

  private String text(Help help) {
    StringBuilder text = new StringBuilder();
    names.forEach(
        (heading, commands) -> {
          SequencedMap<String, Help> some = new LinkedHashMap<>();
          commands.forEach(name -> some.put(name, help.subcommands().get(name)));
          text.append(String.format("%n%s%n", heading)).append(help.commandList(some));
        });
    return text.toString();
  }
}
