package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;

/**
 * One asset of the spot wallet.
 *
 * @param asset for example "USDT"
 * @param free what new orders may use
 * @param locked what open orders hold
 */
public record SpotBalance(String asset, BigDecimal free, BigDecimal locked) {}
