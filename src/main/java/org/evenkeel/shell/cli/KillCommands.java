package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The kill switch by grades: another name for commands that there are, and no second way of doing anything.
 *
 * <p>'kill entries' is 'pause', 'kill cancel' is 'halt', 'kill reduce-only' is 'reduce-only', 'kill flatten' is 'flatten'.
 */
@Command(
    name = "kill",
    description = {
      "Stop trading by grades: entries (pause), reduce-only, cancel (halt), flatten; or rehearse it with drill.",
      "Each grade is the command named in brackets, with its options."
    })
final class KillCommands implements Callable<Integer> {

  static void addTo(CommandLine root, Cli cli) {
    CommandLine kill = new CommandLine(new KillCommands());
    for (TradingStateCommand command : TradingStateCommand.all(cli)) {
      CommandLine line = new CommandLine(command);
      line.getCommandSpec()
          .usageMessage()
          .description(
              "The same as '" + command.name() + "'. " + command.description().replace("%", "%%"));
      kill.addSubcommand(grade(command.name()), line);
    }
    kill.addSubcommand("flatten", new CommandLine(new FlattenCommand(cli)));
    kill.addSubcommand("drill", new CommandLine(new KillDrillCommand(cli)));
    root.addSubcommand("kill", kill);
  }

  private static String grade(String command) {
    return switch (command) {
      case "pause" -> "entries";
      case "halt" -> "cancel";
      default -> command;
    };
  }

  @Override
  public Integer call() {
    throw new CommandFailed(
        ExitCode.USAGE,
        "write how far: kill entries (pause), kill reduce-only, kill cancel (halt), kill flatten,"
            + " or kill drill, which touches nothing");
  }
}
