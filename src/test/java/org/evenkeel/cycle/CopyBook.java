package org.evenkeel.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.policy.watch.BookedFill;
import org.evenkeel.core.policy.watch.CopyRecord;
import org.evenkeel.core.settle.Fill;

/** The comparisons of executions of a {@link World}, in memory; time passes when a test says so. */
final class CopyBook {

  private final World world;
  private long number = 0;

  final List<CopyRecord.Open> open = new ArrayList<>();
  final List<String> ended = new ArrayList<>();
  Optional<Instant> comparedUntil = Optional.empty();
  long workingSeconds = 100_000;

  CopyBook(World world) {
    this.world = world;
  }

  void pass(long seconds) {
    List<CopyRecord.Open> older =
        open.stream()
            .map(
                each -> new CopyRecord.Open(each.number(), each.gap(), each.ageSeconds() + seconds))
            .toList();
    open.clear();
    open.addAll(older);
  }

  CopyRecord record() {
    return new CopyRecord(
        Optional.of(World.START.minusSeconds(1)), comparedUntil, open, List.of(), workingSeconds);
  }

  List<BookedFill> booked(VenueId venue, Instant since, SortedSet<String> orders) {
    return world.memory.fills().values().stream()
        .filter(fill -> Instrument.parse(fill.instrument()).venue().equals(venue))
        .filter(
            fill ->
                !fill.venueTime().isBefore(since) || orders.contains(fill.venueOrderId().value()))
        .map(CopyBook::booked)
        .toList();
  }

  private static BookedFill booked(Fill fill) {
    return new BookedFill(
        fill.instrument(),
        fill.tradeId().value(),
        fill.venueOrderId().value(),
        fill.lastQty().value(),
        fill.fee(),
        fill.realizedPnl().amount(),
        fill.venueTime());
  }

  void compared(Instant until, CopyRecord.Change change) {
    comparedUntil = Optional.of(until);
    change.gone().forEach(gone -> ended.add(gone.gap().line()));
    open.removeAll(change.gone());
    change.opened().forEach(gap -> open.add(new CopyRecord.Open(++number, gap, 0)));
  }
}
