package org.evenkeel.shell.boot;

import java.util.Optional;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.JournalUnavailable;
import org.evenkeel.cycle.watch.Eye;
import org.evenkeel.cycle.watch.Watcher;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.jdbc.Database;

/**
 * What the watcher sees through, in each mode: its own connections under its own keys.
 *
 * <p>They are opened anew after a look that saw nothing: a rehearsal's venue comes back at another address. Single-threaded.
 */
final class WatcherSights implements AutoCloseable {

  private final AppConfig config;
  private final WatcherDatabase database;
  private Optional<Graph> open = Optional.empty();

  WatcherSights(AppConfig config, WatcherDatabase database) {
    this.config = config;
    this.database = database;
  }

  /** The venues, or why none can be asked. */
  Result<Watcher.Sight> sight() {
    try {
      if (open.isEmpty()) {
        open = Optional.of(opened());
      }
      Graph graph = open.orElseThrow();
      return Result.ok(
          new Watcher.Sight(
              graph.venues().all().stream().map(Eye::of).toList(),
              graph.market(),
              graph.clock(),
              graph.dropCopies()));
    } catch (CommandFailed | JournalUnavailable e) {
      return Result.refused(RefusalReason.VENUE_UNAVAILABLE, String.valueOf(e.getMessage()));
    }
  }

  private Graph opened() {
    return switch (config.mode()) {
      case ModeSettings.Rehearsal rehearsal -> RehearsalGraph.forWatcher(config, rehearsal);
      case ModeSettings.Paper paper -> paper(paper, database.database().database());
      case ModeSettings.Live live -> throw Graphs.notYetLive();
    };
  }

  /** A paper account lies in the database: it is read there, and what is canceled here is canceled nowhere. */
  private Graph paper(ModeSettings.Paper paper, Database log) {
    return PaperGraph.forCommand(
        PaperSettingsFrom.account(config, paper),
        PaperSettingsFrom.endpoints(config, paper),
        PaperSettingsFrom.log(log));
  }

  /** To be called after each look: what is old is let go. */
  void after(boolean sawEverything) {
    if (!sawEverything || config.mode() instanceof ModeSettings.Paper) {
      close();
    }
  }

  @Override
  public void close() {
    open.ifPresent(Graph::close);
    open = Optional.empty();
  }
}
