package org.evenkeel.core.policy.watch;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.catalog.Instrument;

/**
 * The comparison of a second source of executions with the engine's books, execution by execution.
 *
 * <p>It says what differs at this moment; whether that matters, its age decides, see {@link CopyRecord}.
 * Sources: RTS 6 (Delegated Regulation (EU) 2017/589) art. 17; FIA, Best Practices For Automated Trading Risk Controls
 * (2024), drop copy.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param opening when the books were opened; what was executed until then is in the opening balances
 * @param from since when every booked execution must be shown
 * @param until until when; the source was asked after it
 */
public record ExecutionComparison(Instant opening, Instant from, Instant until) {

  /**
   * What differs, in the order of instruments and references.
   *
   * @param booked every execution since some time before {@code from}, and all of every order that the copy names
   */
  public List<ExecutionGap> gaps(ExecutionCopy copy, List<BookedFill> booked) {
    SortedMap<String, List<BookedFill>> byKey = new TreeMap<>();
    for (BookedFill fill : booked) {
      for (Trace.Kind kind : Trace.Kind.values()) {
        byKey.computeIfAbsent(fill.key(kind), key -> new ArrayList<>()).add(fill);
      }
    }
    SortedSet<String> shown = new TreeSet<>();
    SortedMap<String, ExecutionGap> gaps = new TreeMap<>();
    for (Trace trace : copy.traces()) {
      shown.add(trace.key());
      if (trace.begun().isAfter(opening)) {
        gap(trace, byKey.getOrDefault(trace.key(), List.of()), copy)
            .ifPresent(gap -> gaps.put(trace.key(), gap));
      }
    }
    for (BookedFill fill : booked) {
      if (isDemanded(fill, copy)
          && !shown.contains(fill.key(Trace.Kind.TRADE))
          && !shown.contains(fill.key(Trace.Kind.ORDER))) {
        gaps.put(fill.key(Trace.Kind.TRADE), invented(fill));
      }
    }
    return List.copyOf(gaps.values());
  }

  private boolean isDemanded(BookedFill fill, ExecutionCopy copy) {
    boolean leavesTrace =
        copy.showsFreeFutures() || !fill.isFree() || !Instrument.isFuture(fill.instrument());
    return leavesTrace
        && !fill.isTakenBack()
        && fill.venueTime().isAfter(opening)
        && !fill.venueTime().isBefore(from)
        && !fill.venueTime().isAfter(until);
  }

  private static ExecutionGap invented(BookedFill fill) {
    return new ExecutionGap(
        ExecutionGap.Kind.INVENTED,
        fill.instrument(),
        Trace.Kind.TRADE.of(fill.tradeId()),
        Decimals.text(fill.quantity())
            + " of order "
            + fill.orderId()
            + " are booked, the second source shows none",
        fill.venueTime());
  }

  private static Optional<ExecutionGap> gap(
      Trace trace, List<BookedFill> booked, ExecutionCopy copy) {
    if (booked.stream().anyMatch(BookedFill::isTakenBack)) {
      return Optional.empty();
    }
    BigDecimal sum =
        booked.stream().map(BookedFill::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    int sign = trace.quantity().map(sum::compareTo).orElse(booked.isEmpty() ? -1 : 0);
    if (sign != 0) {
      String words =
          Decimals.text(sum)
              + " booked, "
              + trace.quantity().map(Decimals::text).orElse("an execution")
              + " shown by the second source";
      return Optional.of(
          gap(sign < 0 ? ExecutionGap.Kind.MISSING : ExecutionGap.Kind.INVENTED, trace, words));
    }
    return trace
        .fees()
        .flatMap(fees -> feeWords(fees, booked, copy.feeTolerance()))
        .map(words -> gap(ExecutionGap.Kind.FEE, trace, words));
  }

  private static Optional<String> feeWords(
      SortedMap<Currency, BigDecimal> told, List<BookedFill> booked, BigDecimal tolerance) {
    TreeMap<Currency, BigDecimal> left = new TreeMap<>(told);
    for (BookedFill fill : booked) {
      left.merge(fill.fee().currency(), fill.fee().amount().negate(), BigDecimal::add);
    }
    for (Map.Entry<Currency, BigDecimal> each : left.entrySet()) {
      if (each.getValue().abs().compareTo(tolerance) > 0) {
        BigDecimal shown = told.getOrDefault(each.getKey(), BigDecimal.ZERO);
        return Optional.of(
            "a fee of "
                + Decimals.text(shown.subtract(each.getValue()))
                + " "
                + each.getKey()
                + " is booked, the second source shows "
                + Decimals.text(shown));
      }
    }
    return Optional.empty();
  }

  private static ExecutionGap gap(ExecutionGap.Kind kind, Trace trace, String words) {
    return new ExecutionGap(kind, trace.instrument(), trace.reference(), words, trace.venueTime());
  }
}
