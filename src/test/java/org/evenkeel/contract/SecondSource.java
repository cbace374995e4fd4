package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.policy.watch.BookedFill;
import org.evenkeel.core.policy.watch.ExecutionComparison;
import org.evenkeel.core.policy.watch.ExecutionCopy;
import org.evenkeel.core.policy.watch.ExecutionGap;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.cycle.Venue;
import org.evenkeel.cycle.watch.DropCopy;

/**
 * A venue's second source of executions, and how one of both is made to lie.
 *
 * @param fault orders a fault of the simulated venue, such as 'GET /fapi/v1/income hidden=5'
 * @param tradeList method and path by which fills are read
 * @param reads how many requests to it reading the fills takes
 * @param other method and path of the second source
 */
public record SecondSource(
    DropCopy copy, Consumer<String> fault, String tradeList, int reads, String other) {

  /** What differs between the venue's fills, taken as booked, and the second source. */
  private List<ExecutionGap> gaps(Venue venue, List<InstrumentId> instruments) {
    Instant from = venue.venueTime().orThrow().minus(Duration.ofHours(20));
    return gaps(venue, copy, instruments, from);
  }

  /** The same since an instant. */
  public static List<ExecutionGap> gaps(
      Venue venue, DropCopy copy, List<InstrumentId> instruments, Instant from) {
    Instant now = venue.venueTime().orThrow().plusSeconds(5);
    List<BookedFill> booked = new ArrayList<>();
    SortedMap<InstrumentId, SortedSet<String>> orders = new TreeMap<>();
    for (InstrumentId id : instruments) {
      for (Fill fill : venue.fills(id, Optional.empty(), from).orThrow()) {
        booked.add(booked(fill));
        orders.computeIfAbsent(id, any -> new TreeSet<>()).add(fill.venueOrderId().value());
      }
    }
    ExecutionCopy shown =
        copy.executions(new DropCopy.Question(from, new TreeSet<>(instruments), orders)).orThrow();
    return new ExecutionComparison(from, from, now).gaps(shown, booked);
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

  /** Shows that both agree, and that an execution which only one of them shows is found. */
  void holds(Venue venue, List<InstrumentId> instruments) {
    assertThat(gaps(venue, instruments)).isEmpty();
    Fill fill =
        venue
            .fills(instruments.get(0), Optional.empty(), Instant.now().minus(Duration.ofHours(20)))
            .orThrow()
            .getLast();
    fault.accept(tradeList + " hidden=" + fill.tradeId().value() + " " + reads);
    assertThat(gaps(venue, instruments))
        .extracting(ExecutionGap::kind)
        .containsExactly(ExecutionGap.Kind.MISSING);
    fault.accept(other + " hidden=" + fill.tradeId().value());
    List<ExecutionGap> invented = gaps(venue, instruments);
    assertThat(invented).extracting(ExecutionGap::kind).containsExactly(ExecutionGap.Kind.INVENTED);
    assertThat(invented.getFirst().reference()).isEqualTo("trade " + fill.tradeId().value());
    assertThat(gaps(venue, instruments)).isEmpty();
  }
}
