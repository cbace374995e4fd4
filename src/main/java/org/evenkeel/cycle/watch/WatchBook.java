package org.evenkeel.cycle.watch;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.policy.watch.BookedFill;
import org.evenkeel.core.policy.watch.CopyRecord;
import org.evenkeel.core.statement.WatchLook;

/**
 * The watcher's way into the database, with the rights of the watcher: to read the engine's words, to keep its own looks
 * and deeds, and to halt.
 *
 * <p>Every method throws {@link org.evenkeel.cycle.JournalUnavailable} if the database does not answer.
 */
public interface WatchBook {

  /** What the engine has written down. */
  EngineWord word();

  /** Keeps the newest look in the place of the one before. */
  void keep(WatchLook look);

  /**
   * Halts the engine: HALTED in the name of the watcher, unless trading is stopped already, and in any case the deed,
   * which latches until a person resumes with the checklist.
   */
  void halt(String cause);

  /** Writes down what came of canceling the working orders. */
  void canceled(String outcome);

  /** What is written down of the comparisons of executions at a venue. */
  CopyRecord copyRecord(VenueId venue);

  /** What the engine has booked at a venue since an instant of the venue's time, and all that belongs to these orders. */
  List<BookedFill> booked(VenueId venue, Instant since, SortedSet<String> orders);

  /** Writes down until when executions were compared, which differences are new, and which are over. */
  void compared(VenueId venue, Instant until, CopyRecord.Change change);
}
