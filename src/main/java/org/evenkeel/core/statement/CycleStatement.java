package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The account given at the end of a cycle: what is held, what it is worth, what it risks.
 *
 * @param asOf when it was drawn up
 * @param nav value in NAV currency
 * @param grossLeverage gross exposure over NAV
 * @param forecastVolatility annualized, of what is held
 * @param turnover value traded in the cycle, in NAV currency
 * @param weights per sleeve
 * @param positions per holding
 * @param open positions that are uncertain because the fate of an order is open
 * @param principle by which method the targets were found, and what is proven about them
 * @param lots what whole lots cost in risk parity, in words; empty if nothing is known of it
 * @param wallets what lies in each wallet by the venue's own account; empty in statements of before it was kept
 */
public record CycleStatement(
    Instant asOf,
    BigDecimal nav,
    BigDecimal grossLeverage,
    BigDecimal forecastVolatility,
    BigDecimal turnover,
    List<WeightRow> weights,
    List<PositionRow> positions,
    List<OpenRow> open,
    String principle,
    String lots,
    List<WalletRow> wallets) {

  public CycleStatement {
    weights = List.copyOf(weights);
    positions = List.copyOf(positions);
    open = List.copyOf(open);
    wallets = List.copyOf(wallets);
  }

  /** A statement that says nothing of lots and wallets. */
  public CycleStatement(
      Instant asOf,
      BigDecimal nav,
      BigDecimal grossLeverage,
      BigDecimal forecastVolatility,
      BigDecimal turnover,
      List<WeightRow> weights,
      List<PositionRow> positions,
      List<OpenRow> open,
      String principle) {
    this(
        asOf,
        nav,
        grossLeverage,
        forecastVolatility,
        turnover,
        weights,
        positions,
        open,
        principle,
        "",
        List.of());
  }

  /** The same statement with the account of its lots. */
  public CycleStatement withLots(String words) {
    return new CycleStatement(
        asOf,
        nav,
        grossLeverage,
        forecastVolatility,
        turnover,
        weights,
        positions,
        open,
        principle,
        words,
        wallets);
  }

  /** The same statement with what lies in each wallet. */
  public CycleStatement withWallets(List<WalletRow> rows) {
    return new CycleStatement(
        asOf,
        nav,
        grossLeverage,
        forecastVolatility,
        turnover,
        weights,
        positions,
        open,
        principle,
        lots,
        rows);
  }
}
