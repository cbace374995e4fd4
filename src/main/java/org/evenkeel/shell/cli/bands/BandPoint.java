package org.evenkeel.shell.cli.bands;

/**
 * What one way of rebalancing did over a time; all figures are fractions of NAV per year unless said otherwise.
 *
 * @param label the way, in words
 * @param width factor of the bands' half-widths; NaN where the way has none
 * @param trades trades per year
 * @param turnover value traded
 * @param cost of the trades
 * @param funding paid, negative if received
 * @param trackingVolatility forecast volatility of the deviation from the targets, root mean square
 * @param realizedTracking standard deviation of the difference of returns
 * @param loss cost and half of the risk aversion times the tracking variance
 */
public record BandPoint(
    String label,
    double width,
    double trades,
    double turnover,
    double cost,
    double funding,
    double trackingVolatility,
    double realizedTracking,
    double loss) {}
