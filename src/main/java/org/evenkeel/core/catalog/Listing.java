package org.evenkeel.core.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a venue has announced about an instrument: whether it trades now, when it ends, what will change.
 *
 * <p>For example a perpetual that trades, whose last trading time is 2026-03-14T09:00Z because it is delisted.
 * A dated future has such a time from its first day.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param status what the venue lets be done with it now
 * @param lastTradingTime the announced end of trading, if one is announced
 * @param changes announced changes of its specification, by time
 */
public record Listing(
    ListingStatus status, Optional<Instant> lastTradingTime, List<AnnouncedChange> changes) {

  /** A listing that trades, without any announcement. */
  public static final Listing TRADING = of(ListingStatus.TRADING);

  public Listing {
    changes =
        changes.stream()
            .sorted(
                (a, b) -> {
                  int order = a.effective().compareTo(b.effective());
                  return order != 0 ? order : a.what().compareTo(b.what());
                })
            .toList();
  }

  /** A status without any announcement. */
  public static Listing of(ListingStatus status) {
    return new Listing(status, Optional.empty(), List.of());
  }

  /** The same with another status. */
  public Listing with(ListingStatus other) {
    return new Listing(other, lastTradingTime, changes);
  }

  /** The same with an announced end; of two ends the earlier one counts. */
  public Listing endingAt(Instant end) {
    Instant earlier = lastTradingTime.filter(known -> known.isBefore(end)).orElse(end);
    return new Listing(status, Optional.of(earlier), changes);
  }

  /** What may be done at a moment under a notice. */
  public Allowance allowance(Instant now, EndNotice notice) {
    if (!status.takesReductions() || isEnded(now)) {
      return Allowance.NONE;
    }
    if (isWithin(now, notice.exit())) {
      return Allowance.EXIT;
    }
    boolean isFree = status.takesAdditions() && !isWithin(now, notice.noAdd());
    return isFree ? Allowance.ANY : Allowance.NO_ADD;
  }

  private boolean isWithin(Instant now, Duration before) {
    return lastTradingTime.filter(end -> !now.isBefore(end.minus(before))).isPresent();
  }

  /** Whether it will never trade again. */
  public boolean isEnded(Instant now) {
    return status == ListingStatus.ENDED
        || lastTradingTime.filter(end -> !now.isBefore(end)).isPresent();
  }

  /** Whether there is anything that a person should know of. */
  public boolean isPlain() {
    return status == ListingStatus.TRADING && lastTradingTime.isEmpty() && changes.isEmpty();
  }

  /** The day of the announced end, UTC. */
  public Optional<LocalDate> lastDay() {
    return lastTradingTime.map(end -> LocalDate.ofInstant(end, ZoneOffset.UTC));
  }

  /** All of it in words, such as 'trades; ends on 2026-03-14T09:00:00Z'. */
  public String describe() {
    String end = lastTradingTime.map(time -> "; ends on " + time).orElse("");
    String change =
        changes.isEmpty()
            ? ""
            : "; will have "
                + changes.stream().map(AnnouncedChange::toString).collect(Collectors.joining(", "));
    return status.words() + end + change;
  }
}
