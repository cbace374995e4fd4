package org.evenkeel.core.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;

/**
 * The maintenance margin that a venue asks for a contract by the size of a position, and the leverage that it grants.
 *
 * <p>For example, with 0.65 % up to 3 million and 1 % above, a position of 4 million needs 29,500 where each part has the
 * rate of its own tier, and 40,000 where the whole has the rate of the tier that it reaches.
 * Sources: Binance USD-M documentation, "Notional and Leverage Brackets" (each part; cum is what the lower tiers save);
 * OKX, "Tiered maintenance margin ratio rules" (the whole).
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param instrument the contract
 * @param unit in what sizes are told
 * @param charge what of a position has the rate of its tier
 * @param family a name that contracts have in common whose sizes count together; empty if this one counts alone
 * @param tiers in order of size, the first from zero
 * @param most the largest size that may be held at all, if the venue tells it
 * @param readAt when the venue said so, by our clock
 */
public record MaintenanceTiers(
    InstrumentId instrument,
    Unit unit,
    Charge charge,
    String family,
    List<Tier> tiers,
    Optional<BigDecimal> most,
    Instant readAt) {

  /** Decimals of a rate that had to be divided. */
  private static final int SCALE = 12;

  /** What a size is counted in. */
  public enum Unit {
    /** The value of the position in its quote currency. */
    QUOTE,
    /** Contracts. */
    CONTRACTS
  }

  /** What of a position has the rate of its tier. */
  public enum Charge {
    /** The part that lies in the tier. */
    PART,
    /** All of it: at the edge of a tier the margin leaps. */
    WHOLE
  }

  /**
   * One tier.
   *
   * @param from the size above which it counts
   * @param rate maintenance margin over value
   * @param leverage the most leverage that is granted to a position of this size
   */
  public record Tier(BigDecimal from, Ratio rate, BigDecimal leverage) {

    public Tier {
      if (rate.compareTo(Ratio.ZERO) < 0 || rate.compareTo(Ratio.ONE) > 0) {
        throw new IllegalArgumentException("a maintenance rate must lie in 0..1, found " + rate);
      }
      if (leverage.signum() <= 0) {
        throw new IllegalArgumentException("a leverage must be above zero, found " + leverage);
      }
    }
  }

  /**
   * Margin that each further unit of size costs.
   *
   * @param from the size above which it counts
   * @param rate margin over value, of what lies above; more than 1 where a leap is spread over a narrow tier
   */
  public record Step(BigDecimal from, Ratio rate) {}

  public MaintenanceTiers {
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty() || tiers.get(0).from().signum() != 0) {
      throw new IllegalArgumentException("the first tier of " + instrument + " must begin at zero");
    }
    for (int i = 1; i < tiers.size(); i++) {
      if (tiers.get(i).from().compareTo(tiers.get(i - 1).from()) <= 0) {
        throw new IllegalArgumentException(
            "the tiers of " + instrument + " must rise in size: " + tiers);
      }
    }
    if (most.isPresent() && most.get().compareTo(tiers.getLast().from()) <= 0) {
      throw new IllegalArgumentException("the last tier of " + instrument + " is empty: " + tiers);
    }
  }

  /**
   * The margin as a convex function of the size that is nowhere under what is asked: steps whose rates do not fall.
   *
   * <p>Where each part has the rate of its own tier this is the margin itself, if rates do not fall.
   * Where the whole has it, the margin leaps at the edges; the steps go in straight lines from the top of one leap to the
   * top of the next, which is above the margin everywhere between.
   * For example 1 % up to 100 and 2 % above, of the whole: at the edge it leaps from 1 to 2, so the step is 2 % from zero on.
   *
   * @param least a rate that no tier is taken to be under
   */
  public List<Step> steps(Ratio least) {
    List<Step> steps = new ArrayList<>();
    Ratio highest = least;
    for (int i = 0; i < tiers.size(); i++) {
      Ratio rate = charge == Charge.PART ? rate(i, least) : slope(i, least);
      highest = rate.compareTo(highest) > 0 ? rate : highest;
      if (steps.isEmpty() || steps.getLast().rate().compareTo(highest) < 0) {
        steps.add(new Step(tiers.get(i).from(), highest));
      }
    }
    return List.copyOf(steps);
  }

  private Ratio rate(int i, Ratio least) {
    Ratio own = tiers.get(i).rate();
    return own.compareTo(least) > 0 ? own : least;
  }

  /** From the top of the leap at the beginning of a tier to that at its end, and no flatter than the tier itself. */
  private Ratio slope(int i, Ratio least) {
    if (i + 1 == tiers.size()) {
      return rate(i, least);
    }
    BigDecimal from = tiers.get(i).from();
    BigDecimal to = tiers.get(i + 1).from();
    BigDecimal rise =
        to.multiply(rate(i + 1, least).value()).subtract(from.multiply(rate(i, least).value()));
    Ratio leap = Ratio.of(rise.divide(to.subtract(from), SCALE, RoundingMode.CEILING));
    return leap.compareTo(rate(i, least)) > 0 ? leap : rate(i, least);
  }

  /** The largest size to which a leverage is granted; empty if there is no end to it. */
  public Optional<BigDecimal> mostAt(int leverage) {
    return tiers.stream()
        .filter(tier -> tier.leverage().compareTo(BigDecimal.valueOf(leverage)) < 0)
        .map(Tier::from)
        .findFirst()
        .or(() -> most);
  }
}
