package org.evenkeel.shell.boot;

import java.util.Optional;
import org.evenkeel.core.policy.watch.WatchVerdict;
import org.evenkeel.core.statement.WatchRow;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.Finding;
import org.evenkeel.shell.config.ModeSettings;

/** Whether somebody watches from outside of the bot, and what was seen last. */
final class WatchCheckup {

  private static final String CHECK = "watch";
  private static final String START = "start it with './evenkeel watch', best on another host";
  private static final String RUNBOOK = "see ops/runbook/watch.md";

  private WatchCheckup() {}

  static Finding of(ModeSettings mode, boolean isTrading, Optional<WatchRow> row) {
    return row.filter(WatchRow::isWatching)
        .map(WatchCheckup::seen)
        .orElseGet(() -> nobody(mode, isTrading, row));
  }

  private static Finding nobody(ModeSettings mode, boolean isTrading, Optional<WatchRow> row) {
    String detail =
        row.map(last -> "nobody looks; the last look was " + last.ageSeconds() + " s ago")
            .orElse("no independent watcher has ever looked");
    if (!isTrading) {
      return Finding.ok(CHECK, detail + ", and no bot runs");
    }
    return switch (mode) {
      case ModeSettings.Rehearsal rehearsal ->
          Finding.ok(CHECK, detail + "; a rehearsal needs none");
      case ModeSettings.Paper paper -> Finding.warn(CHECK, detail, START);
      case ModeSettings.Live live -> Finding.fail(CHECK, ExitCode.REFUSED, detail, START);
    };
  }

  private static Finding seen(WatchRow row) {
    String detail = row.look().verdict() + " " + row.ageSeconds() + " s ago, " + row.look().words();
    return switch (WatchVerdict.Kind.valueOf(row.look().verdict())) {
      case WITHIN -> Finding.ok(CHECK, detail);
      case BLIND -> Finding.warn(CHECK, detail, RUNBOOK);
      case DISAGREES, MISBOOKED ->
          Finding.fail(CHECK, ExitCode.VERIFICATION_FAILED, detail, RUNBOOK);
      case BREACH -> Finding.fail(CHECK, ExitCode.REFUSED, detail, RUNBOOK);
    };
  }
}
