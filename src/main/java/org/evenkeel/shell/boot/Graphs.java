package org.evenkeel.shell.boot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenkeel.cycle.JournalUnavailable;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.KeysAnswer;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.jdbc.Database;

/** The object graph of the configured mode. */
final class Graphs {

  private Graphs() {}

  static Graph forDaemon(
      AppConfig config, Database database, Optional<Instant> notBefore, Metering metering) {
    return switch (config.mode()) {
      case ModeSettings.Rehearsal rehearsal ->
          RehearsalGraph.forDaemon(config, rehearsal, notBefore, metering);
      case ModeSettings.Paper paper ->
          PaperGraph.forDaemon(
              PaperSettingsFrom.account(config, paper),
              PaperSettingsFrom.endpoints(config, paper),
              PaperSettingsFrom.log(database),
              metering);
      case ModeSettings.Live live -> throw notYetLive();
    };
  }

  static Graph forCommand(AppConfig config, Database database, Optional<Instant> notBefore) {
    return switch (config.mode()) {
      case ModeSettings.Rehearsal rehearsal ->
          RehearsalGraph.forCommand(config, rehearsal, notBefore);
      case ModeSettings.Paper paper ->
          PaperGraph.forCommand(
              PaperSettingsFrom.account(config, paper),
              PaperSettingsFrom.endpoints(config, paper),
              PaperSettingsFrom.log(database));
      case ModeSettings.Live live -> throw notYetLive();
    };
  }

  /** The graph of a command that must do without the database. */
  static Graph withoutDatabase(AppConfig config) {
    return switch (config.mode()) {
      case ModeSettings.Rehearsal rehearsal -> RehearsalGraph.elsewhere(config, rehearsal);
      case ModeSettings.Paper paper ->
          throw new CommandFailed(
              ExitCode.REFUSED,
              "a paper account lives in the database: without it there is nothing to close");
      case ModeSettings.Live live -> throw notYetLive();
    };
  }

  /** Refuses live mode before anything is opened for it. */
  static void requireNotLive(AppConfig config) {
    if (config.mode() instanceof ModeSettings.Live) {
      throw notYetLive();
    }
  }

  /** Why a live start is refused: first who is missing, then whatever is wrong with its key, which are checked here, then that it is live. */
  static CommandFailed refusedLive(List<String> authority, Supplier<KeysAnswer> keys) {
    String about;
    try {
      // Whose hands it is in comes before what its key may do; the keys are not even read without
      // them.
      about = String.join("; ", authority.isEmpty() ? keys.get().objections() : authority);
    } catch (CommandFailed | JournalUnavailable e) {
      about = String.valueOf(e.getMessage());
    }
    String also = about.isEmpty() ? "" : about + "; and ";
    return new CommandFailed(ExitCode.REFUSED, also + notYetLive().getMessage());
  }

  /** Live stays shut until what must be proved before it is proved; a flag would only invite to flip it. */
  static CommandFailed notYetLive() {
    return new CommandFailed(
        ExitCode.REFUSED,
        "this version does not trade live: the approval by two persons and the"
            + " exactly-once proof by simulation come first (README, 'Going live safely'). Use mode rehearsal or paper.");
  }
}
