package org.evenkeel.shell.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Backups of the records, and the proof that one is good. */
@Command(
    name = "backup",
    description = "Make a backup of the records, or prove that one is good.",
    synopsisSubcommandLabel = "COMMAND")
final class BackupCommands {

  private final Cli cli;

  BackupCommands(Cli cli) {
    this.cli = cli;
  }

  @Command(
      name = "make",
      description = {
        "Write the bot's own tables, all of one moment, into a new zip file, with the end of the audit chain and SHA-256 sums.",
        "Works beside a running daemon; needs no pg_dump."
      })
  int make(
      @Option(
              names = {"-o", "--out"},
              required = true,
              paramLabel = "FILE",
              description = "The file; one that is there is not overwritten.")
          Path file) {
    return answered(cli.operations().makeBackup(cli.config(), file));
  }

  @Command(
      name = "verify",
      description = {
        "Put a backup into a scratch database, then verify the audit chain, compare the ledger and make the newest decisions again.",
        "Touches nothing else; ends with 7 if anything is not as it was."
      })
  int verify(@Parameters(paramLabel = "FILE", description = "A file of 'backup make'.") Path file) {
    return answered(cli.operations().verifyBackup(cli.config(), file));
  }

  private int answered(List<Finding> findings) {
    cli.answer(findings, DoctorCommand::text);
    return findings.stream()
        .filter(finding -> finding.level() == Finding.Level.FAIL)
        .map(Finding::code)
        .findFirst()
        .orElse(ExitCode.DONE)
        .code();
  }
}
