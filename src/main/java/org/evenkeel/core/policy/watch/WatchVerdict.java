package org.evenkeel.core.policy.watch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Universe;

/**
 * What one look has found.
 *
 * <p>Missing is not flat: a look that could not be had is BLIND and says nothing about limits.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param kind the worst that was found
 * @param words what exactly, with the numbers
 * @param figures what was reckoned; empty if the account could not be seen
 */
public record WatchVerdict(Kind kind, String words, Optional<WatchFigures> figures) {

  /** What was found. */
  public enum Kind {
    /** Everything is within the limits, and is what the engine says it is, if it says anything. */
    WITHIN,
    /** A venue, a mark or a price is missing. */
    BLIND,
    /** The venues hold something else than the engine says. */
    DISAGREES,
    /** A second source shows other executions than the engine has booked. */
    MISBOOKED,
    /** A limit is broken. */
    BREACH
  }

  /**
   * The verdict about a look, or about why there is none.
   *
   * @param claim what the engine says; empty if it has said nothing, or cannot be asked
   */
  public static WatchVerdict of(
      WatchLimits limits, Universe universe, Result<Sighting> look, Optional<EngineClaim> claim) {
    Optional<EngineClaim> risky = claim.map(said -> said.withoutMoney(universe));
    Result<WatchFigures> figures =
        look.then(seen -> WatchFigures.of(universe, seen, risky, limits.maintenanceRate()));
    return switch (figures) {
      case Result.Refused<WatchFigures> refused ->
          new WatchVerdict(
              Kind.BLIND, "cannot see: " + refused.refusal().detail(), Optional.empty());
      case Result.Ok<WatchFigures> ok -> judged(limits, ok.value(), risky);
    };
  }

  /** This verdict with what the comparison of executions has found. */
  public WatchVerdict with(CopyFindings findings) {
    return findings.judged(this);
  }

  /** The verdict about figures. */
  static WatchVerdict judged(
      WatchLimits limits, WatchFigures figures, Optional<EngineClaim> claim) {
    List<String> broken = LimitChecks.broken(limits, figures);
    if (!broken.isEmpty()) {
      return new WatchVerdict(Kind.BREACH, String.join("; ", broken), Optional.of(figures));
    }
    return claim
        .flatMap(said -> Disagreement.of(figures, said, limits.tolerance()))
        .map(words -> new WatchVerdict(Kind.DISAGREES, words, Optional.of(figures)))
        .orElseGet(() -> within(figures, claim.isPresent()));
  }

  private static WatchVerdict within(WatchFigures figures, boolean isCompared) {
    return new WatchVerdict(
        Kind.WITHIN,
        isCompared
            ? "within all limits, and as the engine says"
            : "within all limits; no word of the engine to compare with",
        Optional.of(figures));
  }

  static String money(BigDecimal value) {
    return Decimals.text(value.setScale(2, RoundingMode.HALF_EVEN));
  }
}
