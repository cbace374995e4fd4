package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;

/**
 * One change of the futures wallet; all of them added up give the wallet balance to the last digit.
 *
 * @param tranId unique and increasing over the whole account
 * @param timeMs market time
 * @param type why
 * @param symbol the contract, empty for transfers
 * @param asset the wallet's asset
 * @param amount what was added, negative when taken, eight decimals
 * @param tradeId the trade that caused it, zero when none did
 */
public record IncomeRecord(
    long tranId,
    long timeMs,
    IncomeType type,
    String symbol,
    String asset,
    BigDecimal amount,
    long tradeId) {}
