package org.evenkeel.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.Ratio;

/**
 * How small limits are at first: for a time after a start that may err in a new way, the largest values of an order, a
 * decision and a day are multiplied by a ratio.
 *
 * <p>Source: RTS 6 (Delegated Regulation (EU) 2017/589), article 8: controlled deployment under limits of price, value
 * and number of orders.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param life how long, on the bot's clock; zero never
 * @param ratio above 0, at most 1
 */
public record CanaryTerms(Duration life, Ratio ratio) {

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

  /** What holds at an instant after a start; empty if limits are whole. */
  public Optional<Canary> at(Instant now, Optional<CanaryStart> start) {
    return start
        .filter(began -> isOn() && now.isBefore(began.at().plus(life)))
        .map(began -> new Canary(ratio, began.at().plus(life), began.cause()));
  }
}
