package org.evenkeel.cycle.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.policy.watch.BookedFill;
import org.evenkeel.core.policy.watch.CopyFindings;
import org.evenkeel.core.policy.watch.CopyGrace;
import org.evenkeel.core.policy.watch.CopyRecord;
import org.evenkeel.core.policy.watch.ExecutionComparison;
import org.evenkeel.core.policy.watch.ExecutionCopy;
import org.evenkeel.core.policy.watch.ExecutionGap;
import org.evenkeel.core.policy.watch.Trace;

/**
 * The comparison of every venue's second source of executions with the engine's books, at some looks and not at others.
 *
 * <p>Where something differs or could not be read, the next look compares again. What was compared, and what differed
 * since when, is in the book, so that a watcher that starts anew goes on where the last one ended. Single-threaded.
 */
final class Executions {

  /** The source dates some executions a little otherwise than the trade. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final Universe universe;
  private final CopyGrace grace;
  private final int everyLooks;
  private final WatchBook book;
  private CopyFindings last = CopyFindings.none("not compared yet");
  private int looksLeft = 0;

  /** A comparison at every so many looks. */
  Executions(Universe universe, CopyGrace grace, int everyLooks, WatchBook book) {
    this.universe = universe;
    this.grace = grace;
    this.everyLooks = everyLooks;
    this.book = book;
  }

  /** The findings after one more look; throws {@link org.evenkeel.cycle.JournalUnavailable} like the book. */
  CopyFindings look(Watcher.Sight sight, boolean isKept) {
    if (looksLeft > 0 && last.isSettled()) {
      looksLeft--;
      return last;
    }
    last = compared(sight, isKept);
    looksLeft = everyLooks - 1;
    return last;
  }

  private CopyFindings compared(Watcher.Sight sight, boolean isKept) {
    List<String> words = new ArrayList<>();
    List<String> overdue = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    boolean isSettled = true;
    for (Eye eye : sight.eyes()) {
      Optional<DropCopy> source =
          sight.copies().stream().filter(copy -> copy.venue().equals(eye.venue())).findFirst();
      if (source.isEmpty()) {
        words.add("no second source for " + eye.venue());
        continue;
      }
      Said said = at(source.orElseThrow(), sight.clock().now(), isKept);
      words.add(said.words());
      overdue.addAll(said.overdue());
      said.trouble().ifPresent(unseen::add);
      isSettled &= said.isAlike();
    }
    return new CopyFindings(String.join("; ", words), overdue, unseen, isSettled);
  }

  /** What came of one venue. */
  private record Said(
      String words, List<String> overdue, Optional<String> trouble, boolean isAlike) {}

  private Said at(DropCopy source, Instant now, boolean isKept) {
    VenueId venue = source.venue();
    CopyRecord record = book.copyRecord(venue);
    Optional<ExecutionComparison> span = record.next(now);
    if (span.isEmpty()) {
      return new Said(venue + " has no opened books", List.of(), Optional.empty(), true);
    }
    ExecutionComparison comparison = span.orElseThrow();
    Instant since = comparison.from().minus(SLACK);
    return switch (source.executions(question(venue, since))) {
      case Result.Refused<ExecutionCopy> refused -> {
        String why = venue + ": " + refused.refusal().detail();
        yield new Said("not seen at " + why, List.of(), Optional.of(why), false);
      }
      case Result.Ok<ExecutionCopy> ok -> {
        // Booked meanwhile is booked: the books are read after the source.
        List<BookedFill> booked = book.booked(venue, since.minus(SLACK), ordersOf(ok.value()));
        List<ExecutionGap> gaps = comparison.gaps(ok.value(), booked);
        yield judged(venue, comparison, record, gaps, isKept);
      }
    };
  }

  private DropCopy.Question question(VenueId venue, Instant since) {
    TreeSet<InstrumentId> instruments = new TreeSet<>(universe.instruments());
    instruments.removeIf(id -> !Instrument.parse(id).venue().equals(venue));
    SortedMap<InstrumentId, SortedSet<String>> orders = new TreeMap<>();
    for (BookedFill fill : book.booked(venue, since, new TreeSet<>())) {
      instruments.add(fill.instrument());
      orders.computeIfAbsent(fill.instrument(), id -> new TreeSet<>()).add(fill.orderId());
    }
    return new DropCopy.Question(since, instruments, orders);
  }

  private static SortedSet<String> ordersOf(ExecutionCopy copy) {
    TreeSet<String> orders = new TreeSet<>();
    copy.traces().stream()
        .filter(trace -> trace.kind() == Trace.Kind.ORDER)
        .forEach(trace -> orders.add(trace.id()));
    return orders;
  }

  private Said judged(
      VenueId venue,
      ExecutionComparison comparison,
      CopyRecord record,
      List<ExecutionGap> gaps,
      boolean isKept) {
    CopyRecord.Change change = record.change(gaps, comparison.from());
    if (isKept) {
      book.compared(venue, comparison.until(), change);
    }
    List<CopyRecord.Open> standing = change.standing();
    List<String> overdue =
        standing.stream()
            .filter(each -> record.isOverdue(each, grace))
            .map(CopyRecord.Open::line)
            .toList();
    String words =
        standing.isEmpty()
            ? venue + " alike until " + comparison.until()
            : venue + " differs in " + standing.size() + ", " + overdue.size() + " for too long";
    return new Said(words, overdue, Optional.empty(), standing.isEmpty());
  }
}
