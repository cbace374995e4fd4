package org.evenkeel.shell.cli.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import org.evenkeel.core.estimate.gate.GateVerdict;
import org.evenkeel.core.parity.stress.RiskOverlay;

/**
 * One day: what happened to what was held, and what was decided at its end.
 *
 * @param day the day
 * @param decidedAt the end of it, up to which closes were used
 * @param assets assets with a close on that day, and all that were asked for
 * @param dayReturn what the book of the evening before made of the day, as a fraction
 * @param expectedVolatility that book's forecast volatility for a day; zero if nothing was held
 * @param verdict what the gate said, by the policy that was asked for
 * @param decision the decision by that policy; empty if the gate held everything
 * @param aside where the gate held everything: the decision of the sleeves whose data pass, shown and not traded
 * @param grossBefore gross leverage of the book before the decision
 * @param grossAfter gross leverage of the book after it
 */
public record StoryDay(
    LocalDate day,
    Instant decidedAt,
    Listed assets,
    double dayReturn,
    double expectedVolatility,
    GateVerdict verdict,
    Optional<Sized> decision,
    Optional<Aside> aside,
    double grossBefore,
    double grossAfter) {

  /** How many assets have a close, of how many. */
  public record Listed(int present, int all) {}

  /**
   * A decision's sizes.
   *
   * @param overlay stress, detectors and what binds
   * @param exposures target exposures after the overlay, by sleeve
   * @param grossTarget gross leverage of the targets after the overlay
   * @param volatilityBefore forecast volatility of the targets before the overlay, a year
   * @param volatilityAfter the same after it
   */
  public record Sized(
      RiskOverlay overlay,
      SortedMap<String, Double> exposures,
      double grossTarget,
      double volatilityBefore,
      double volatilityAfter) {}

  /** What the remaining sleeves would have done, with the verdict on them. */
  public record Aside(GateVerdict verdict, Optional<Sized> decision) {}
}
