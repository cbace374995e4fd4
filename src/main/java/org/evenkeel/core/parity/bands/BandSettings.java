package org.evenkeel.core.parity.bands;

import java.time.Duration;
import java.util.List;
import org.evenkeel.core.basics.Ratio;

/**
 * How trades that are not worth their cost are told apart.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param method how wide bands are
 * @param protocol when bands are looked at
 * @param destination where to a trade goes
 * @param riskAversion annual cost of tracking variance: half of it times the variance, as a fraction of NAV; above zero
 * @param width factor of the cube-root half-widths; 0 trades everything
 * @param maxShift part of the target of a side, long or short, by which what is left alone may shift it
 * @param calendar distance of the times at which the protocols CALENDAR and HYBRID trade, from 1970-01-01 UTC
 * @param futuresFee fee of a trade in futures, fraction of its value
 * @param spotFee the same for coins
 */
public record BandSettings(
    Method method,
    Protocol protocol,
    Destination destination,
    double riskAversion,
    double width,
    double maxShift,
    Duration calendar,
    Ratio futuresFee,
    Ratio spotFee) {

  /** How wide bands are. */
  public enum Method {
    /** One fraction of every target. */
    FIXED,
    /** By the cost of the trade against the tracking variance that it takes away. */
    COST
  }

  /** When bands are looked at. */
  public enum Protocol {
    /** Everything is traded at calendar times, and nothing between them. */
    CALENDAR,
    /** Whatever is outside of its band is traded in any cycle. */
    THRESHOLD,
    /** Whatever is outside of its band is traded at calendar times, and nothing between them. */
    HYBRID
  }

  /** Where to a trade goes. */
  public enum Destination {
    /** To the target. */
    CENTRE,
    /** To the nearest point from which going on is not worth its cost. */
    EDGE
  }

  public BandSettings {
    boolean isWeighed = riskAversion > 0 && width >= 0 && width < Double.POSITIVE_INFINITY;
    if (!isWeighed || !(maxShift >= 0) || maxShift > 1 || !calendar.isPositive()) {
      throw new IllegalArgumentException(
          "risk aversion and calendar must be above zero, the width not below it and the shift in"
              + " 0..1, found "
              + List.of(riskAversion, calendar, width, maxShift));
    }
  }

  /** One fraction for all, in every cycle, to the target. */
  public static BandSettings usual() {
    return new BandSettings(
        Method.FIXED,
        Protocol.THRESHOLD,
        Destination.CENTRE,
        5,
        2,
        0.03,
        Duration.ofDays(1),
        Ratio.of("0.0005"),
        Ratio.of("0.001"));
  }

  /** The same with bands by cost. */
  public BandSettings byCost(Destination where) {
    return new BandSettings(
        Method.COST, protocol, where, riskAversion, width, maxShift, calendar, futuresFee, spotFee);
  }

  /** The same with bands of another width. */
  public BandSettings wide(double factor) {
    return new BandSettings(
        method,
        protocol,
        destination,
        riskAversion,
        factor,
        maxShift,
        calendar,
        futuresFee,
        spotFee);
  }
}
