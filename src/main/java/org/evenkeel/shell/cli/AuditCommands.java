package org.evenkeel.shell.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.statement.ChainEntry;
import org.evenkeel.core.statement.ChainHead;
import org.evenkeel.core.statement.ChainVerdict;
import org.evenkeel.shell.cli.print.Figures;
import org.evenkeel.shell.cli.print.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The chain of facts: verified, and handed out. */
@Command(
    name = "audit",
    description = "Verify or export the chain of who ordered and what was decided.",
    synopsisSubcommandLabel = "COMMAND")
final class AuditCommands {

  private final Cli cli;

  private AuditCommands(Cli cli) {
    this.cli = cli;
  }

  static void addTo(CommandLine root, Cli cli) {
    AuditCommands commands = new AuditCommands(cli);
    CommandLine group = new CommandLine(commands);
    group.addSubcommand(commands.new Verify());
    group.addSubcommand(commands.new Export());
    root.addSubcommand(group);
  }

  /** Verifies. */
  @Command(
      name = "verify",
      description = "Compute the chain anew; exit code 7 names the first row that was altered.")
  final class Verify implements Callable<Integer> {

    @Option(
        names = "--heads",
        paramLabel = "FILE",
        description = "Compare with the heads in this file too, such as the copy of another host.")
    @Nullable Path heads;

    @Override
    public Integer call() {
      var config = cli.config();
      List<ChainHead> kept =
          new ArrayList<>(cli.operations().keptHeads(config.authority().auditHeads()));
      if (heads != null) {
        kept.addAll(cli.operations().keptHeads(heads));
      }
      try (Session session = cli.operations().open(config)) {
        ChainVerdict verdict = session.auditTrail().verify(kept);
        cli.answer(verdict, AuditCommands::text);
        return (verdict.isSound() ? ExitCode.DONE : ExitCode.VERIFICATION_FAILED).code();
      }
    }
  }

  private static String text(ChainVerdict verdict) {
    String looked = verdict.rows() + " rows and " + verdict.heads() + " kept heads compared\n";
    return verdict
        .fault()
        .map(
            fault ->
                looked
                    + "ALTERED: row "
                    + fault.seq()
                    + ", "
                    + fault.subject()
                    + ": "
                    + fault.what()
                    + "\n")
        .orElseGet(
            () ->
                looked
                    + verdict
                        .head()
                        .map(
                            head ->
                                "sound up to row "
                                    + head.seq()
                                    + " of "
                                    + Figures.time(head.at())
                                    + ", head "
                                    + head.hash()
                                    + "\n")
                        .orElse("nothing is recorded yet\n"));
  }

  /** Exports. */
  @Command(name = "export", description = "Print every row of the chain as one line of JSON.")
  final class Export implements Callable<Integer> {

    @Override
    public Integer call() {
      return cli.inSession(
          session -> {
            session.auditTrail().export(this::print);
            cli.out().flush();
          });
    }

    private void print(ChainEntry entry) {
      cli.out().println(Json.line(entry));
    }
  }
}
