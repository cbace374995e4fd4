package org.evenkeel.cycle;

import java.time.Duration;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.MarketSnapshot;

/**
 * What a decision is made from.
 *
 * @param market everything public
 * @param account everything private
 * @param nav the portfolio's value by these
 * @param clockOffset our clock minus the venue's
 */
public record Observation(
    MarketSnapshot market, AccountSnapshot account, Money nav, Duration clockOffset) {}
