package org.evenkeel.shell.boot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.policy.watch.BookedFill;
import org.evenkeel.core.policy.watch.CopyRecord;
import org.evenkeel.core.statement.AlertRow;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.cycle.JournalUnavailable;
import org.evenkeel.cycle.alerting.AlertBook;
import org.evenkeel.cycle.alerting.AlertDeed;
import org.evenkeel.cycle.watch.EngineWord;
import org.evenkeel.cycle.watch.WatchBook;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.secret.SecretUnavailable;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.DatabaseRefused;
import org.evenkeel.shell.jdbc.PgAlertBook;
import org.evenkeel.shell.jdbc.PgWatchBook;

/**
 * The watcher's books in a database that may come and go: opened when it answers, let go when it does not.
 *
 * <p>A server is never started from here. Single-threaded.
 */
final class WatcherDatabase implements WatchBook, AlertBook, AutoCloseable {

  private final AppConfig config;
  private Optional<BotDatabase> open = Optional.empty();

  WatcherDatabase(AppConfig config) {
    this.config = config;
  }

  /** The database, opened if it is not; throws {@link JournalUnavailable} if it does not answer. */
  BotDatabase database() {
    if (open.isEmpty()) {
      open = Optional.of(opened());
    }
    return open.orElseThrow();
  }

  private BotDatabase opened() {
    try {
      if (BotDatabase.answers(config)) {
        return BotDatabase.forCommand(config);
      }
    } catch (DatabaseRefused | SecretUnavailable e) {
      throw new JournalUnavailable(String.valueOf(e.getMessage()), e);
    }
    String text = "the database does not answer";
    throw new JournalUnavailable(text, new IllegalStateException(text));
  }

  private <T> T with(Function<PgWatchBook, T> work) {
    return in(database -> work.apply(new PgWatchBook(database)));
  }

  private <T> T in(Function<Database, T> work) {
    try {
      return work.apply(database().database());
    } catch (JournalUnavailable e) {
      close();
      throw e;
    }
  }

  @Override
  public EngineWord word() {
    return with(PgWatchBook::word);
  }

  @Override
  public void keep(WatchLook look) {
    with(
        book -> {
          book.keep(look);
          return true;
        });
  }

  @Override
  public void halt(String cause) {
    with(
        book -> {
          book.halt(cause);
          return true;
        });
  }

  @Override
  public void canceled(String outcome) {
    with(
        book -> {
          book.canceled(outcome);
          return true;
        });
  }

  @Override
  public CopyRecord copyRecord(VenueId venue) {
    return with(book -> book.copyRecord(venue));
  }

  @Override
  public List<BookedFill> booked(VenueId venue, Instant since, SortedSet<String> orders) {
    return with(book -> book.booked(venue, since, orders));
  }

  @Override
  public void compared(VenueId venue, Instant until, CopyRecord.Change change) {
    with(
        book -> {
          book.compared(venue, until, change);
          return true;
        });
  }

  @Override
  public void record(List<AlertDeed> deeds) {
    in(
        known -> {
          PgAlertBook.ofWatcher(known).record(deeds);
          return true;
        });
  }

  @Override
  public List<AlertRow> standing() {
    return in(known -> PgAlertBook.ofWatcher(known).standing());
  }

  @Override
  public void close() {
    open.ifPresent(BotDatabase::close);
    open = Optional.empty();
  }
}
