package org.evenkeel.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.Ratio;

/**
 * How small limits are at first: for a time after a start that may err in a new way, the largest values of an order, a
 * decision and a day are multiplied by a ratio.
 *
 * <p>The same holds for as long as the kill switch was not rehearsed in time, if that is asked for.
 *
 * <p>Source: RTS 6 (Delegated Regulation (EU) 2017/589), article 8: controlled deployment under limits of price, value
 * and number of orders.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param life how long, on the bot's clock; zero never
 * @param ratio above 0, at most 1
 * @param rehearsedEvery how old the newest rehearsal of the kill switch may be on the wall clock; empty if limits do not
 *     depend on that
 */
public record CanaryTerms(Duration life, Ratio ratio, Optional<Duration> rehearsedEvery) {

  /** Limits that depend on what is new alone. */
  public CanaryTerms(Duration life, Ratio ratio) {
    this(life, ratio, Optional.empty());
  }

  /** Limits that do not depend on age. */
  public static final CanaryTerms NONE = new CanaryTerms(Duration.ZERO, Ratio.ONE);

  public CanaryTerms {
    if (life.isNegative()
        || ratio.value().signum() <= 0
        || ratio.value().compareTo(Ratio.ONE.value()) > 0) {
      throw new IllegalArgumentException("limits for " + life + " times " + ratio);
    }
  }

  /** True if any start makes limits small. */
  public boolean isOn() {
    return !life.isZero() && ratio.compareTo(Ratio.ONE) < 0;
  }

  /** True if limits are small without a rehearsal of the kill switch. */
  public boolean asksForRehearsal() {
    return rehearsedEvery.isPresent() && ratio.compareTo(Ratio.ONE) < 0;
  }

  /**
   * What holds for want of a rehearsal; empty if that is in order.
   *
   * @param age of the newest rehearsal on the wall clock; empty if there was none or it took too long
   */
  public Optional<Canary> unrehearsed(Optional<Duration> age) {
    boolean isDue =
        asksForRehearsal()
            && age.filter(old -> old.compareTo(rehearsedEvery.orElseThrow()) <= 0).isEmpty();
    return isDue
        ? Optional.of(
            new Canary(
                ratio,
                "a rehearsal of the kill switch is passed ('kill drill')",
                age.map(old -> "the last one is " + old.toDays() + " days old")
                    .orElse("there was none, or the last one failed")))
        : Optional.empty();
  }

  /** What holds at an instant after a start; empty if limits are whole. */
  public Optional<Canary> at(Instant now, Optional<CanaryStart> start) {
    return start
        .filter(began -> isOn() && now.isBefore(began.at().plus(life)))
        .map(began -> new Canary(ratio, began.at().plus(life).toString(), began.cause()));
  }
}
