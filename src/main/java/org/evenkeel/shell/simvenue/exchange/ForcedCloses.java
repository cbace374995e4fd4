package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount.AssetMargin;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount.PositionMargin;
import org.evenkeel.shell.simvenue.market.SeriesId;

/**
 * Positions that the venue closes: for want of margin, for a bankrupt counterparty, at delivery.
 *
 * <p>Each is an order of the venue with one fill: a liquidation at the mark for the liquidation fee, the others without a
 * fee.
 * Not thread-safe.
 */
final class ForcedCloses {

  private final SimState state;
  private final Journal journal;
  private final Marks marks;
  private final Margin margin;
  private final Execution execution;

  ForcedCloses(SimState state, Journal journal, Marks marks, Margin margin, Execution execution) {
    this.state = state;
    this.journal = journal;
    this.marks = marks;
    this.margin = margin;
    this.execution = execution;
  }

  /** Closes everything that a margin asset no longer covers. */
  void liquidate(long atMs) {
    if (state.positions().values().stream().noneMatch(p -> p.qty().signum() != 0)) {
      return;
    }
    FuturesAccount account = margin.account(atMs);
    for (AssetMargin asset : account.assets()) {
      if (asset.marginBalance().compareTo(asset.maintenanceMargin()) < 0) {
        liquidate(asset, account, atMs);
      }
    }
  }

  private void liquidate(AssetMargin asset, FuturesAccount account, long atMs) {
    journal.emit(
        new SimEvent.LiquidationStarted(
            atMs, asset.asset(), asset.marginBalance(), asset.maintenanceMargin()));
    for (SimOrder order : state.openOrders()) {
      boolean concerned = state.info(order.series()).settlement().equals(asset.asset());
      if (order.series().isContract() && concerned) {
        execution.end(order, OrderStatus.EXPIRED, "liquidation", atMs);
      }
    }
    for (PositionMargin held : account.positions()) {
      if (held.asset().equals(asset.asset()) && held.position().qty().signum() != 0) {
        SeriesId series = SeriesId.contract(held.symbol());
        close(series, held.position().qty().abs(), held.mark(), OrderCause.LIQUIDATION, atMs);
      }
    }
    BigDecimal wallet = state.futures().getOrDefault(asset.asset(), BigDecimal.ZERO);
    if (wallet.signum() < 0) {
      journal.emit(
          new SimEvent.ShortfallCleared(atMs, asset.asset(), wallet.negate(), state.nextTranId()));
    }
  }

  /** Closes a part of a position at the mark; empty when nothing is held or the part is no lot. */
  Optional<SimOrder> closePart(SeriesId series, BigDecimal part, OrderCause cause, long atMs) {
    BigDecimal held = state.position(series.symbol()).qty().abs();
    BigDecimal lot = state.info(series).lotSize();
    BigDecimal qty = Book.toMultiple(held.multiply(part), lot, RoundingMode.DOWN);
    return qty.signum() == 0
        ? Optional.empty()
        : Optional.of(close(series, qty, marks.at(series.symbol(), atMs), cause, atMs));
  }

  /** Closes for a bankrupt counterparty where the mark has moved as far as was ordered, in favour of the position. */
  void deleverage(long atMs) {
    for (SimEvent.AdlArmed armed : state.adl()) {
      int side = state.position(armed.series().symbol()).qty().signum();
      BigDecimal mark = marks.at(armed.series().symbol(), atMs);
      BigDecimal way = mark.subtract(armed.from()).multiply(BigDecimal.valueOf(side));
      if (side != 0 && way.compareTo(armed.from().multiply(armed.move())) >= 0) {
        closePart(armed.series(), armed.part(), OrderCause.ADL, atMs);
      }
    }
  }

  SimOrder close(SeriesId series, BigDecimal qty, BigDecimal price, OrderCause cause, long atMs) {
    BigDecimal tick = state.info(series).tickSize();
    long id = state.book(series).nextOrderId();
    Side side = state.position(series.symbol()).qty().signum() > 0 ? Side.SELL : Side.BUY;
    OrderRequest request = OrderRequest.market(series, cause.clientId(id), side, qty).reducing();
    journal.emit(new SimEvent.OrderAccepted(atMs, id, request, cause));
    BigDecimal onGrid = Book.toMultiple(price, tick, RoundingMode.HALF_EVEN).max(tick);
    execution.fill(state.book(series).find(id).orElseThrow(), onGrid, qty, false, atMs);
    return state.book(series).find(id).orElseThrow();
  }
}
