package org.evenkeel.core.estimate;

import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Ratio;

/**
 * The risk of one stablecoin that is held.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param coin the coin
 * @param issuer who owes the dollars
 * @param share its value over the portfolio's
 * @param usableShare what counts of it for the size of positions, over the portfolio's value
 * @param volatilityAnnual of the coin itself, jumps included
 * @param depegsPerYear expected falls off the peg in a year
 * @param depegLoss what one fall off the peg costs, as a fraction of the portfolio's value
 */
public record CoinRisk(
    Currency coin,
    String issuer,
    Ratio share,
    Ratio usableShare,
    double volatilityAnnual,
    double depegsPerYear,
    double depegLoss) {}
