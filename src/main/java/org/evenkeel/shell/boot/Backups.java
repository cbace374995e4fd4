package org.evenkeel.shell.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.statement.ChainHead;
import org.evenkeel.core.statement.ChainVerdict;
import org.evenkeel.cycle.ReplayReport;
import org.evenkeel.shell.authority.HeadsFile;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.Finding;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.jdbc.BackupListing;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.EmbeddedPostgres;
import org.evenkeel.shell.jdbc.Folders;
import org.evenkeel.shell.jdbc.PgAuditTrail;
import org.evenkeel.shell.jdbc.PgBackup;
import org.evenkeel.shell.jdbc.PgDecisions;

/** Backups of the bot's own tables, and the proof that one of them is good. */
final class Backups {

  /** Decisions that are made again in the scratch database. */
  private static final int REPLAYED = 3;

  private Backups() {}

  static List<Finding> make(AppConfig config, Path file) {
    try (BotDatabase database = BotDatabase.forCommand(config)) {
      BackupListing listing = PgBackup.write(database.database(), Main.version(), file);
      return List.of(
          Finding.ok("written", file + ", " + contents(listing)),
          Finding.ok("chain", end(listing)),
          Finding.ok("ledger", "SHA-256 " + listing.ledger()));
    }
  }

  private static String contents(BackupListing listing) {
    long rows = listing.tables().values().stream().mapToLong(BackupListing.Table::rows).sum();
    return listing.tables().size()
        + " tables with "
        + rows
        + " rows of "
        + listing.at()
        + ", schema "
        + listing.schema();
  }

  private static String end(BackupListing listing) {
    return listing
        .head()
        .map(head -> "ends at row " + head.seq() + ", " + head.hash())
        .orElse("nothing is recorded yet");
  }

  static List<Finding> verify(AppConfig config, Path file) {
    BackupListing listing = PgBackup.read(file);
    Path scratch = scratch();
    try (EmbeddedPostgres server = EmbeddedPostgres.start(scratch);
        Database database = Database.open(server.settings())) {
      PgBackup.restore(file, listing, database);
      List<Finding> findings = new ArrayList<>();
      findings.add(Finding.ok("restored", contents(listing)));
      findings.add(chain(config, listing, database));
      findings.add(ledger(listing, database));
      findings.add(replay(database));
      return findings;
    } finally {
      remove(scratch);
    }
  }

  private static Finding chain(AppConfig config, BackupListing listing, Database database) {
    List<ChainHead> kept = new ArrayList<>(listing.head().stream().toList());
    long last = listing.head().map(ChainHead::seq).orElse(0L);
    // Heads that were kept after the backup was made say nothing about it.
    new HeadsFile(config.authority().auditHeads())
        .read().stream().filter(head -> head.seq() <= last).forEach(kept::add);
    ChainVerdict verdict = new PgAuditTrail(database).verify(kept);
    return verdict
        .fault()
        .map(
            fault ->
                wrong("chain", "row " + fault.seq() + ", " + fault.subject() + ": " + fault.what()))
        .orElseGet(
            () ->
                Finding.ok(
                    "chain", verdict.rows() + " rows, " + kept.size() + " heads, " + end(listing)));
  }

  private static Finding ledger(BackupListing listing, Database database) {
    String found = PgBackup.ledger(database);
    return found.equals(listing.ledger())
        ? Finding.ok("ledger", "SHA-256 " + found + ", as it was")
        : wrong("ledger", "SHA-256 " + found + ", but it was " + listing.ledger());
  }

  private static Finding replay(Database database) {
    ReplayReport report =
        ReplayReport.of(new PgDecisions(database), REPLAYED, () -> System.nanoTime() / 1_000_000);
    if (report.different() > 0) {
      return wrong("replay", report.different() + " of the newest decisions differ");
    }
    return report.same() == 0
        ? Finding.warn(
            "replay", "no decision can be made again", "is the backup of a new database?")
        : Finding.ok("replay", report.same() + " of the newest decisions are the same bit for bit");
  }

  private static Finding wrong(String check, String detail) {
    return Finding.fail(
        check,
        ExitCode.VERIFICATION_FAILED,
        detail,
        "do not rely on this backup; make another one");
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("evenkeel-backup");
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for a scratch database: " + e.getMessage(), e);
    }
  }

  private static void remove(Path folder) {
    try {
      Folders.remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder + ": " + e.getMessage(), e);
    }
  }
}
