package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.shell.simvenue.market.ContractTerm;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * Everything the exchange knows, as a fold of its events.
 *
 * <p>Only {@link #apply} changes it.
 * Not thread-safe: {@link SimExchange} guards it with its lock.
 */
final class SimState {

  private final Map<SeriesId, SeriesInfo> catalog;
  private final boolean oneWallet;
  private final Map<String, BigDecimal> futures = new TreeMap<>();
  private final Map<String, BigDecimal> spot;
  private final Map<String, Position> positions = new TreeMap<>();
  private final Map<String, Integer> leverage = new TreeMap<>();
  private final Map<String, BigDecimal> lastMarks = new TreeMap<>();
  private final Map<SeriesId, OrderBookkeeping> orders = new TreeMap<>();
  private final List<IncomeRecord> income = new ArrayList<>();
  private final List<SimEvent.Deposited> deposits = new ArrayList<>();
  private final List<SimEvent.Transferred> transfers = new ArrayList<>();
  private final Map<String, Long> fundedThrough = new TreeMap<>();
  private final Map<SeriesId, SymbolState> states = new TreeMap<>();
  private final Map<SeriesId, SimEvent.AdlArmed> adl = new TreeMap<>();
  private final Map<SeriesId, SimEvent.Delivered> deliveries = new TreeMap<>();
  private boolean opened;
  private long openedMs;
  private long lastMs;
  private long tickedMs;
  private long lastTranId;

  SimState(Map<SeriesId, SeriesInfo> catalog, boolean oneWallet) {
    this.catalog = catalog;
    this.oneWallet = oneWallet;
    this.spot = oneWallet ? futures : new TreeMap<>();
  }

  void apply(SimEvent event) {
    switch (event) {
      case SimEvent.AccountOpened e -> open(e);
      case SimEvent.OrderReceived e -> {}
      case SimEvent.OrderRefused e -> {}
      case SimEvent.RequestRefused e -> {}
      case SimEvent.OrderAccepted e -> {
        book(e.order().series())
            .add(
                SimOrder.accepted(
                    e.orderId(), e.order(), e.atMs(), e.cause(), contract(e.order().series())));
        if (e.cause() == OrderCause.ADL) {
          adl.remove(e.order().series());
        }
      }
      case SimEvent.Traded e -> trade(e.trade());
      case SimEvent.OrderEnded e ->
          book(e.series()).end(e.orderId(), e.status(), e.cause(), e.atMs());
      case SimEvent.FundingSettled e -> fund(e);
      case SimEvent.LeverageSet e -> leverage.put(e.symbol(), e.leverage());
      case SimEvent.Transferred e -> {
        spot.merge(e.asset(), e.toFutures().negate(), BigDecimal::add);
        transfers.add(e);
        credit(e.tranId(), e.atMs(), IncomeType.TRANSFER, "", e.asset(), e.toFutures(), 0);
      }
      case SimEvent.Deposited e -> {
        spot.merge(e.asset(), e.amount(), BigDecimal::add);
        deposits.add(e);
        lastTranId = Math.max(lastTranId, e.tranId());
      }
      case SimEvent.LiquidationStarted e -> {}
      case SimEvent.ShortfallCleared e ->
          credit(e.tranId(), e.atMs(), IncomeType.INSURANCE_CLEAR, "", e.asset(), e.amount(), 0);
      case SimEvent.StateSet e -> states.put(e.series(), e.state());
      case SimEvent.AdlArmed e -> adl.put(e.series(), e);
      case SimEvent.Delivered e -> deliveries.put(e.series(), e);
      case SimEvent.Ticked e -> {
        lastMarks.putAll(e.marks());
        tickedMs = e.atMs();
      }
    }
    lastMs = Math.max(lastMs, event.atMs());
  }

  private void open(SimEvent.AccountOpened e) {
    if (opened) {
      throw new IllegalStateException("the account was opened twice");
    }
    opened = true;
    openedMs = e.atMs();
    tickedMs = e.atMs();
    spot.putAll(e.spot());
    long id = 1;
    for (Map.Entry<String, BigDecimal> entry : new TreeMap<>(e.futures()).entrySet()) {
      credit(id++, e.atMs(), IncomeType.TRANSFER, "", entry.getKey(), entry.getValue(), 0);
    }
  }

  private void trade(SimTrade t) {
    book(t.series()).fill(t);
    switch (t.series().kind()) {
      case SPOT -> tradeSpot(t);
      case PERPETUAL, DATED -> tradeContract(t);
    }
  }

  private void tradeSpot(SimTrade t) {
    SeriesInfo info = info(t.series());
    BigDecimal paid = Wallets.money(t.quoteQty());
    spot.merge(info.base(), t.side().signed(t.qty()), BigDecimal::add);
    spot.merge(info.quote(), t.side().opposite().signed(paid), BigDecimal::add);
    spot.merge(t.feeAsset(), t.fee().negate(), BigDecimal::add);
    if (oneWallet) {
      lastTranId = Math.max(lastTranId, t.tranId());
    }
  }

  private void tradeContract(SimTrade t) {
    String symbol = t.series().symbol();
    positions.put(
        symbol, position(symbol).traded(t.side(), t.price(), t.qty(), t.timeMs()).after());
    lastMarks.put(symbol, t.price());
    BigDecimal fee = t.fee().negate();
    credit(t.tranId(), t.timeMs(), IncomeType.COMMISSION, symbol, t.feeAsset(), fee, t.tradeId());
    if (t.realizedPnl().signum() != 0) {
      credit(
          t.tranId() + 1,
          t.timeMs(),
          isDelivery(t) ? IncomeType.DELIVERY : IncomeType.REALIZED_PNL,
          symbol,
          info(t.series()).settlement(),
          t.realizedPnl(),
          t.tradeId());
    }
  }

  private boolean isDelivery(SimTrade t) {
    return book(t.series())
        .find(t.orderId())
        .map(order -> order.cause() == OrderCause.DELIVERY)
        .orElse(false);
  }

  private void fund(SimEvent.FundingSettled e) {
    lastMarks.put(e.symbol(), e.mark());
    fundedThrough.put(e.symbol(), e.fundingMs());
    if (e.amount().signum() != 0) {
      credit(e.tranId(), e.atMs(), IncomeType.FUNDING_FEE, e.symbol(), e.asset(), e.amount(), 0);
    }
  }

  private void credit(
      long tranId,
      long atMs,
      IncomeType type,
      String symbol,
      String asset,
      BigDecimal amount,
      long tradeId) {
    futures.merge(asset, amount, BigDecimal::add);
    income.add(new IncomeRecord(tranId, atMs, type, symbol, asset, amount, tradeId));
    lastTranId = Math.max(lastTranId, tranId);
  }

  /** Returns whether this settlement was booked already, or was before the account existed. */
  boolean wasSettled(String symbol, long fundingMs) {
    return fundingMs <= fundedThrough.getOrDefault(symbol, openedMs);
  }

  SeriesInfo info(SeriesId id) {
    SeriesInfo info = catalog.get(id);
    if (info == null) {
      throw new IllegalStateException("the log names " + id + ", which this market does not have");
    }
    return info;
  }

  Map<SeriesId, SeriesInfo> catalog() {
    return catalog;
  }

  OrderBookkeeping book(SeriesId id) {
    return orders.computeIfAbsent(id, OrderBookkeeping::new);
  }

  Collection<OrderBookkeeping> books() {
    return orders.values();
  }

  List<SimOrder> openOrders() {
    return orders.values().stream().flatMap(b -> b.open().stream()).toList();
  }

  Optional<SimOrder> openByClientId(SeriesId.Kind kind, String clientOrderId) {
    return orders.values().stream()
        .filter(b -> b.series().kind() == kind)
        .flatMap(b -> b.openByClientId(clientOrderId).stream())
        .findFirst();
  }

  Map<String, BigDecimal> spot() {
    return spot;
  }

  Map<String, BigDecimal> futures() {
    return futures;
  }

  Map<String, Position> positions() {
    return positions;
  }

  Position position(String symbol) {
    Position held = positions.get(symbol);
    return held != null ? held : Position.flat(contract(SeriesId.contract(symbol)));
  }

  private ContractValue contract(SeriesId id) {
    SeriesInfo info = catalog.get(id);
    return info == null ? ContractValue.LINEAR : ContractValue.of(info);
  }

  Map<String, Integer> leverage() {
    return leverage;
  }

  Map<String, BigDecimal> lastMarks() {
    return lastMarks;
  }

  Map<String, Long> fundedThrough() {
    return fundedThrough;
  }

  List<IncomeRecord> income() {
    return income;
  }

  List<SimEvent.Deposited> deposits() {
    return deposits;
  }

  List<SimEvent.Transferred> transfers() {
    return transfers;
  }

  Map<SeriesId, SymbolState> states() {
    return states;
  }

  /** Whether and how a series may be traded at an instant. */
  SymbolState stateOf(SeriesId series, long atMs) {
    if (deliveries.containsKey(series) || hasExpired(series, atMs)) {
      return SymbolState.DELIVERED;
    }
    return ContractTerm.isListed(series, atMs)
        ? states.getOrDefault(series, SymbolState.TRADING)
        : SymbolState.PENDING;
  }

  private static boolean hasExpired(SeriesId series, long atMs) {
    return ContractTerm.of(series).map(term -> atMs >= term.expiryMs()).orElse(false);
  }

  List<SimEvent.AdlArmed> adl() {
    return List.copyOf(adl.values());
  }

  Map<SeriesId, SimEvent.Delivered> deliveries() {
    return deliveries;
  }

  boolean isOpened() {
    return opened;
  }

  long openedMs() {
    return openedMs;
  }

  long lastMs() {
    return lastMs;
  }

  long tickedMs() {
    return tickedMs;
  }

  long nextTranId() {
    return lastTranId + 1;
  }
}
