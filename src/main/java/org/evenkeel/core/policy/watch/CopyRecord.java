package org.evenkeel.core.policy.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is written down of the comparisons at one venue: from it a watcher that starts anew goes on.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param opening when the books of the venue were opened; empty before
 * @param comparedUntil until when executions were compared; empty before the first comparison
 * @param open differences that stand, oldest first
 * @param accepted differences that a person has answered for
 * @param workingSeconds since when the engine works without a break; zero if it does not
 */
public record CopyRecord(
    Optional<Instant> opening,
    Optional<Instant> comparedUntil,
    List<Open> open,
    List<ExecutionGap> accepted,
    long workingSeconds) {

  /** How much of what was compared is compared once more: sources show an execution late. */
  static final Duration OVERLAP = Duration.ofMinutes(10);

  /** How far back the first comparison goes. */
  static final Duration FIRST = Duration.ofDays(7);

  /** How far back any comparison goes: no venue here tells of more than 90 days. */
  static final Duration LONGEST = Duration.ofDays(80);

  /**
   * A difference that stands.
   *
   * @param number under which it is recorded; zero if it is not yet
   * @param ageSeconds since when, on the database's clock
   */
  public record Open(long number, ExecutionGap gap, long ageSeconds) {

    /** In words with its number, such as '#7 MISSING trade 5 of BTC-USDT-PERP@binance: ...'. */
    public String line() {
      return "#" + number + " " + gap.line();
    }
  }

  /**
   * What a comparison changes.
   *
   * @param opened new differences
   * @param gone those that are over
   * @param standing those that stand now, new ones among them
   */
  public record Change(List<ExecutionGap> opened, List<Open> gone, List<Open> standing) {}

  public CopyRecord {
    open = List.copyOf(open);
    accepted = List.copyOf(accepted);
  }

  /** The span to compare now; empty before the books are opened. */
  public Optional<ExecutionComparison> next(Instant now) {
    return opening.map(
        opened -> {
          Instant from = comparedUntil.map(done -> done.minus(OVERLAP)).orElse(now.minus(FIRST));
          for (Open each : open) {
            from = earlier(from, each.gap().venueTime());
          }
          Instant oldest = now.minus(LONGEST);
          Instant bounded = from.isBefore(oldest) ? oldest : from;
          return new ExecutionComparison(opened, bounded.isBefore(opened) ? opened : bounded, now);
        });
  }

  private static Instant earlier(Instant one, Instant other) {
    return other.isBefore(one) ? other : one;
  }

  /** What a comparison since {@code from} changes; what is older than that was not looked at and stands. */
  public Change change(List<ExecutionGap> found, Instant from) {
    List<ExecutionGap> opened = new ArrayList<>();
    for (ExecutionGap gap : found) {
      boolean isKnown =
          accepted.stream().anyMatch(gap::isLike)
              || open.stream().anyMatch(each -> each.gap().isLike(gap));
      if (!isKnown) {
        opened.add(gap);
      }
    }
    List<Open> gone = new ArrayList<>();
    List<Open> standing = new ArrayList<>();
    for (Open each : open) {
      boolean stands =
          each.gap().venueTime().isBefore(from) || found.stream().anyMatch(each.gap()::isLike);
      (stands ? standing : gone).add(each);
    }
    opened.forEach(gap -> standing.add(new Open(0, gap, 0)));
    return new Change(List.copyOf(opened), List.copyOf(gone), List.copyOf(standing));
  }

  /** Whether a difference has lasted for too long. */
  public boolean isOverdue(Open each, CopyGrace grace) {
    return switch (each.gap().kind()) {
      case INVENTED -> each.ageSeconds() >= grace.invented();
      case MISSING, FEE -> Math.min(each.ageSeconds(), workingSeconds) >= grace.missing();
    };
  }
}
