package org.evenkeel.shell.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import org.evenkeel.cycle.JournalUnavailable;
import org.evenkeel.shell.cli.table.InputProblem;
import org.evenkeel.shell.config.read.ConfigException;
import org.evenkeel.shell.config.secret.SecretUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/**
 * The root of all commands.
 *
 * <p>For example 'evenkeel status --json' or 'evenkeel override set btc --cap 0.1 --expires 2d --reason "too hot"'.
 */
@Command(
    name = "evenkeel",
    description = "Unattended risk parity for crypto futures and stablecoins.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "2:usage or configuration",
      "3:refused by policy",
      "4:needs approval",
      "5:venue",
      "6:database",
      "7:verification failed"
    },
    versionProvider = VersionCommand.Provider.class)
public final class Evenkeel {

  @Mixin private final GlobalOptions options;

  private Evenkeel(GlobalOptions options) {
    this.options = options;
  }

  /** The options that every command takes. */
  GlobalOptions options() {
    return options;
  }

  /**
   * Executes one command line.
   *
   * @param args the words after the program's name
   * @param operations what the commands work on
   * @param wall the wall clock
   * @param out for answers
   * @param err for errors
   * @return the exit code
   */
  public static int execute(
      String[] args, Operations operations, InstantSource wall, PrintWriter out, PrintWriter err) {
    Cli cli = new Cli(operations, wall, out, new GlobalOptions());
    CommandLine root = new CommandLine(new Evenkeel(cli.options()), new CommandFactory(operations));
    Commands.addTo(root, cli);
    root.setOut(out);
    root.setErr(err);
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setParameterExceptionHandler((problem, words) -> usage(problem, err));
    root.setExecutionExceptionHandler((problem, command, parsed) -> failure(problem, err));
    int code = words(args) ? root.execute(args) : help(root);
    out.flush();
    err.flush();
    return code;
  }

  private static boolean words(String[] args) {
    return args.length > 0;
  }

  private static int help(CommandLine root) {
    root.usage(root.getErr());
    return ExitCode.USAGE.code();
  }

  private static int usage(ParameterException problem, PrintWriter err) {
    CommandLine command = problem.getCommandLine();
    err.println(problem.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(problem, err);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE.code();
  }

  private static int failure(Exception problem, PrintWriter err) {
    ExitCode code =
        switch (problem) {
          case ConfigException e -> ExitCode.USAGE;
          case SecretUnavailable e -> ExitCode.USAGE;
          case InputProblem e -> ExitCode.USAGE;
          case JournalUnavailable e -> ExitCode.DATABASE;
          case CommandFailed e -> e.exitCode();
          default -> ExitCode.INTERNAL;
        };
    if (code == ExitCode.INTERNAL) {
      err.println("This is a fault of the program; please report it with the lines below.");
      problem.printStackTrace(err);
    } else {
      err.println(problem.getMessage());
    }
    return code.code();
  }
}
