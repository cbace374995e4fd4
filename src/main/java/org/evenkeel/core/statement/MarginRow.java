package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What maintenance margin was reckoned with for a contract, and how large a position the venue grants.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param instrument the contract
 * @param value the larger of what is held and what the plan makes of it, in NAV currency
 * @param rate maintenance margin over that value
 * @param configured the rate of the configuration, which is the least
 * @param most the largest value that the venue grants at the leverage that is set; empty if none is known
 * @param isUntold true if the venue tells nothing of it here, and the configured rate is all there is
 * @param source when the venue told its tiers, or why it tells none
 */
public record MarginRow(
    String instrument,
    BigDecimal value,
    BigDecimal rate,
    BigDecimal configured,
    Optional<BigDecimal> most,
    boolean isUntold,
    String source) {

  /** True if more is reckoned with than is configured. */
  public boolean isDearer() {
    return rate.compareTo(configured) > 0;
  }
}
