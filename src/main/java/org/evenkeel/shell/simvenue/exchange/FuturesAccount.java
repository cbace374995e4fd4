package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.util.List;

/**
 * The futures wallet at one moment, cross-margined per asset.
 *
 * @param atMs market time
 * @param assets one per margin asset
 * @param positions one per contract of the market, flat ones included
 */
public record FuturesAccount(long atMs, List<AssetMargin> assets, List<PositionMargin> positions) {

  /**
   * One margin asset.
   *
   * @param asset for example "USDT"
   * @param walletBalance deposits plus everything realized
   * @param unrealizedPnl profit of the open positions at mark
   * @param positionInitialMargin notional at mark divided by leverage, summed
   * @param orderInitialMargin the same for the unfilled part of open orders that may add
   * @param maintenanceMargin below this margin balance the venue liquidates
   */
  public record AssetMargin(
      String asset,
      BigDecimal walletBalance,
      BigDecimal unrealizedPnl,
      BigDecimal positionInitialMargin,
      BigDecimal orderInitialMargin,
      BigDecimal maintenanceMargin) {

    /** Returns wallet balance plus unrealized profit: the equity. */
    public BigDecimal marginBalance() {
      return walletBalance.add(unrealizedPnl);
    }

    /** Returns what new orders may use as margin, never negative. */
    public BigDecimal availableBalance() {
      return marginBalance()
          .subtract(positionInitialMargin)
          .subtract(orderInitialMargin)
          .max(BigDecimal.ZERO);
    }
  }

  /**
   * One contract's position.
   *
   * @param symbol for example "BTCUSDT"
   * @param asset its margin asset
   * @param position quantity and cost
   * @param mark the price it is valued at
   * @param notional signed quantity times mark
   * @param unrealizedPnl profit at mark
   * @param leverage the account's setting
   * @param initialMargin absolute notional divided by leverage
   * @param maintenanceMargin absolute notional times the maintenance rate
   */
  public record PositionMargin(
      String symbol,
      String asset,
      Position position,
      BigDecimal mark,
      BigDecimal notional,
      BigDecimal unrealizedPnl,
      int leverage,
      BigDecimal initialMargin,
      BigDecimal maintenanceMargin) {}

  /** Returns the asset's margin figures. */
  public AssetMargin asset(String asset) {
    return assets.stream()
        .filter(a -> a.asset().equals(asset))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no margin asset " + asset));
  }

  /** Returns the contract's position figures. */
  public PositionMargin position(String symbol) {
    return positions.stream()
        .filter(p -> p.symbol().equals(symbol))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no contract " + symbol));
  }
}
