package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The state of the whole bot on one page.
 *
 * @param mode rehearsal, paper or live
 * @param tradingState ACTIVE, PAUSED, REDUCE_ONLY or HALTED
 * @param tradingStateReason who set it and why
 * @param daemon RUNNING or DOWN, judged by the lease
 * @param lastSeen the bot's clock at its last heartbeat (market time in a rehearsal)
 * @param endedCycles slots whose decision has ended, in any way
 * @param doneCycles slots that ended DONE
 * @param lastCycle the newest cycle
 * @param openAttempts orders that are not terminal
 * @param quarantined orders that wait for an operator
 * @param openLocks what is frozen, why, and what ends it
 * @param nav value of the portfolio at the last valuation
 * @param navCurrency its currency
 * @param grossLeverage gross exposure over NAV at the last valuation
 * @param overridesInForce number of overrides in force
 * @param reach which of reading and writing works at each venue, and what that means; a venue is missing where both always have
 * @param listings instruments that do not trade as usual, or of which the venue has announced an end or a change
 * @param capital performance without flows, and flows to be explained
 * @param watch what the independent watcher saw last; empty if none has ever looked
 * @param alerts how many alerts stand, and how many of them wait for somebody
 */
public record Status(
    String mode,
    String tradingState,
    String tradingStateReason,
    String daemon,
    Optional<Instant> lastSeen,
    long endedCycles,
    long doneCycles,
    Optional<CycleRow> lastCycle,
    long openAttempts,
    long quarantined,
    List<LockRow> openLocks,
    Optional<BigDecimal> nav,
    String navCurrency,
    Optional<BigDecimal> grossLeverage,
    long overridesInForce,
    List<VenueReach> reach,
    List<ListingRow> listings,
    Capital capital,
    Optional<WatchRow> watch,
    AlertTally alerts) {

  /** The number of locks that stand. */
  public int locks() {
    return openLocks.size();
  }
}
