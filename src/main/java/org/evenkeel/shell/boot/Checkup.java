package org.evenkeel.shell.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.statement.ChainVerdict;
import org.evenkeel.core.statement.Status;
import org.evenkeel.cycle.JournalUnavailable;
import org.evenkeel.cycle.Upkeep;
import org.evenkeel.shell.authority.HeadsFile;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.DrillFinding;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.Finding;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.DatabaseSettings;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.jdbc.ApprovalProof;
import org.evenkeel.shell.jdbc.DatabaseRefused;
import org.evenkeel.shell.jdbc.PgAuditTrail;
import org.evenkeel.shell.jdbc.PgConfigs;
import org.evenkeel.shell.jdbc.PgJournal;
import org.evenkeel.shell.jdbc.PgLease;
import org.evenkeel.shell.jdbc.PgRecords;
import org.evenkeel.shell.jdbc.PgUpkeep;

/** A look at everything around the bot; changes nothing, and goes on where one thing is out of order. */
final class Checkup {

  private static final long ROOM_FACTOR = 4;
  private static final String READ_ALTERED = "read ops/audit.md before anything else is done";

  private final AppConfig config;
  private final List<Finding> findings = new ArrayList<>();

  private Checkup(AppConfig config) {
    this.config = config;
  }

  static List<Finding> of(AppConfig config) {
    Checkup checkup = new Checkup(config);
    checkup.findings.add(authority(config));
    checkup.findings.addAll(AlertCheckup.of(config));
    try (BotDatabase database = BotDatabase.forCommand(config)) {
      checkup.records(database);
      checkup.findings.add(
          ChangeControl.of(config.effective(), new PgConfigs(database.database())).finding());
      checkup.disk();
      checkup.lease(database);
      checkup.drill(database);
      checkup.venues(database);
    } catch (JournalUnavailable | DatabaseRefused e) {
      checkup.findings.add(
          Finding.fail(
              "database",
              ExitCode.DATABASE,
              String.valueOf(e.getMessage()),
              "start it, or correct 'database' in the configuration; 'flatten --offline' works without it"));
      checkup.disk();
      checkup.venuesAlone();
    }
    return List.copyOf(checkup.findings);
  }

  /** Persons and their signatures: live does not start without them, the other modes do. */
  static Finding authority(AppConfig config) {
    boolean isLive = config.mode() instanceof ModeSettings.Live;
    boolean isAsked = isLive || config.authority().hardLimits().isPresent();
    List<String> missing = isAsked ? AuthorityCheck.of(config) : List.of();
    String detail = String.join("; ", missing);
    if (missing.isEmpty()) {
      return Finding.ok(
          "authority", isAsked ? "hard limits are signed by two" : "nothing is asked for");
    }
    return isLive
        ? Finding.fail("authority", ExitCode.REFUSED, detail, "live does not start without it")
        : Finding.warn("authority", detail, "live would not start");
  }

  private void records(BotDatabase database) {
    findings.add(Finding.ok("database", database.database().versions()));
    ChainVerdict verdict;
    try {
      verdict =
          new PgAuditTrail(database.database())
              .verify(new HeadsFile(config.authority().auditHeads()).read());
    } catch (CommandFailed | IllegalArgumentException | java.io.UncheckedIOException e) {
      findings.add(
          Finding.fail(
              "audit",
              ExitCode.VERIFICATION_FAILED,
              "the kept heads cannot be read, " + e.getMessage(),
              READ_ALTERED));
      return;
    }
    findings.add(
        verdict
            .fault()
            .map(
                fault ->
                    Finding.fail(
                        "audit",
                        ExitCode.VERIFICATION_FAILED,
                        "row " + fault.seq() + ", " + fault.subject() + ", " + fault.what(),
                        READ_ALTERED))
            .orElseGet(
                () ->
                    Finding.ok(
                        "audit",
                        verdict.rows() + " rows and " + verdict.heads() + " kept heads agree")));
  }

  /** Room where the embedded server's data lie, or where a flatten without a database would write. */
  private void disk() {
    Path place =
        config.database() instanceof DatabaseSettings.Embedded embedded
            ? embedded.directory()
            : config.offlineFlattens();
    try {
      findings.add(room(freeBytes(place), config.runs().minFreeDiskBytes()));
    } catch (IOException e) {
      findings.add(
          Finding.fail(
              "disk",
              ExitCode.DATABASE,
              "the free space of " + place + " cannot be read",
              "look whether the disk is there"));
    }
  }

  private static long freeBytes(Path place) throws IOException {
    Path there = place.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return Files.getFileStore(there).getUsableSpace();
  }

  static Finding room(long free, long least) {
    String found = (free >> 20) + " MB are free";
    String asked = "runs.min_free_disk_mb is " + (least >> 20);
    if (free < least) {
      return Finding.fail(
          "disk", ExitCode.DATABASE, found, asked + ", no decision is begun; free some");
    }
    return free < ROOM_FACTOR * least
        ? Finding.warn("disk", found, asked + "; free some soon")
        : Finding.ok("disk", found);
  }

  private void lease(BotDatabase database) {
    Status status = new PgRecords(database.database(), config.universe().navCurrency()).status();
    findings.add(lease(status.daemon(), status.lastSeen(), status.tradingState()));
    findings.add(WatchCheckup.of(config.mode(), status.daemon().equals("RUNNING"), status.watch()));
  }

  /** Whether a bot leads, by its sign of life. */
  static Finding lease(String daemon, Optional<Instant> lastSeen, String tradingState) {
    String state = ", trading state " + tradingState;
    return daemon.equals("RUNNING")
        ? Finding.ok("lease", "held by a bot that runs" + state)
        : Finding.warn(
            "lease",
            "no bot runs, last seen " + lastSeen.map(Instant::toString).orElse("never") + state,
            "start it with './evenkeel run'");
  }

  private void drill(BotDatabase database) {
    Upkeep upkeep =
        new PgUpkeep(database.database().sealedBy(Nobody.HERE), ApprovalProof.NOT_ASKED_FOR);
    findings.add(
        DrillFinding.of(
            upkeep.drills(1).stream().findFirst(), config.runs().drillMaxAge(), Instant.now()));
  }

  private void venues(BotDatabase database) {
    PgJournal journal =
        new PgJournal(
            database.database(),
            new PgLease(database.database(), config.strategy(), "doctor", Duration.ofSeconds(1)));
    findings.addAll(
        VenueCheckup.of(
            config, () -> Graphs.forCommand(config, database.database(), journal.lastSeen())));
  }

  private void venuesAlone() {
    findings.addAll(VenueCheckup.of(config, () -> Graphs.withoutDatabase(config)));
  }
}
