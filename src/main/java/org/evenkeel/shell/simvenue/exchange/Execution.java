package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * Turns a fill into a booked trade: fee, realized profit, ids.
 *
 * <p>Futures fees are taken in the currency that the contract settles in, spot fees in the asset received, as Binance does without a discount token.
 * Not thread-safe.
 */
final class Execution {

  private final SimState state;
  private final Journal journal;
  private final ExchangeRules rules;
  private final boolean spotFeesInQuote;

  Execution(SimState state, Journal journal, ExchangeRules rules, boolean spotFeesInQuote) {
    this.state = state;
    this.journal = journal;
    this.rules = rules;
    this.spotFeesInQuote = spotFeesInQuote;
  }

  SimTrade fill(SimOrder order, BigDecimal price, BigDecimal qty, boolean maker, long atMs) {
    SeriesInfo info = state.info(order.series());
    boolean spot = order.series().kind() == SeriesId.Kind.SPOT;
    Side side = order.request().side();
    BigDecimal notional = ContractValue.of(info).worth(qty, price);
    boolean inCoins = spot && side == Side.BUY && !spotFeesInQuote;
    BigDecimal feeBase = inCoins ? qty : notional;
    BigDecimal profit =
        spot
            ? BigDecimal.ZERO
            : state.position(order.series().symbol()).traded(side, price, qty, atMs).realizedPnl();
    SimTrade trade =
        new SimTrade(
            order.series(),
            state.book(order.series()).nextTradeId(),
            order.orderId(),
            side,
            price,
            qty,
            Wallets.fee(feeBase.multiply(rate(order, spot, maker))),
            inCoins ? info.base() : info.settlement(),
            profit,
            maker,
            atMs,
            state.nextTranId());
    journal.emit(new SimEvent.Traded(atMs, trade));
    return trade;
  }

  void end(SimOrder order, OrderStatus status, String cause, long atMs) {
    journal.emit(new SimEvent.OrderEnded(atMs, order.series(), order.orderId(), status, cause));
  }

  /** Returns the largest further fill the order may have: a reduce-only order stops at flat. */
  BigDecimal cap(OrderRequest request, BigDecimal leaves) {
    boolean reducing = request.reduceOnly() && request.series().isContract();
    return reducing
        ? leaves.min(state.position(request.series().symbol()).reducible(request.side()))
        : leaves;
  }

  private BigDecimal rate(SimOrder order, boolean spot, boolean maker) {
    if (order.forced()) {
      return order.cause().isLiquidation() ? rules.liquidationFee() : BigDecimal.ZERO;
    }
    if (spot) {
      return maker ? rules.spotMaker() : rules.spotTaker();
    }
    return maker ? rules.futuresMaker() : rules.futuresTaker();
  }
}
