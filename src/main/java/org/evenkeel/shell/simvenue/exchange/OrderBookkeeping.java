package org.evenkeel.shell.simvenue.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.shell.simvenue.market.SeriesId;

/**
 * The account's own orders and trades of one series, open and closed.
 *
 * <p>A client id may repeat once its order is closed; looking one up finds the latest.
 * Not thread-safe.
 */
final class OrderBookkeeping {

  private final SeriesId series;
  private final NavigableMap<Long, SimOrder> all = new TreeMap<>();
  private final NavigableMap<Long, SimOrder> open = new TreeMap<>();
  private final Map<String, Long> latestByClientId = new HashMap<>();
  private final List<SimTrade> trades = new ArrayList<>();

  OrderBookkeeping(SeriesId series) {
    this.series = series;
  }

  void add(SimOrder order) {
    put(order);
    latestByClientId.put(order.request().clientOrderId(), order.orderId());
  }

  void fill(SimTrade trade) {
    put(order(trade.orderId()).filled(trade.qty(), trade.price(), trade.timeMs()));
    trades.add(trade);
  }

  void end(long orderId, OrderStatus status, String why, long atMs) {
    put(order(orderId).ended(status, why, atMs));
  }

  private void put(SimOrder order) {
    all.put(order.orderId(), order);
    if (order.status().isOpen()) {
      open.put(order.orderId(), order);
    } else {
      open.remove(order.orderId());
    }
  }

  private SimOrder order(long orderId) {
    return find(orderId)
        .orElseThrow(() -> new IllegalStateException("no order " + orderId + " of " + series));
  }

  SeriesId series() {
    return series;
  }

  Optional<SimOrder> find(long orderId) {
    return Optional.ofNullable(all.get(orderId));
  }

  Optional<SimOrder> findByClientId(String clientOrderId) {
    return Optional.ofNullable(latestByClientId.get(clientOrderId)).flatMap(this::find);
  }

  Optional<SimOrder> openByClientId(String clientOrderId) {
    return findByClientId(clientOrderId).filter(o -> o.status().isOpen());
  }

  Collection<SimOrder> open() {
    return List.copyOf(open.values());
  }

  List<SimOrder> orders() {
    return List.copyOf(all.values());
  }

  List<SimTrade> trades() {
    return List.copyOf(trades);
  }

  List<SimTrade> tradesFrom(long tradeId) {
    int from = Math.clamp(tradeId - 1, 0, trades.size());
    return List.copyOf(trades.subList(from, trades.size()));
  }

  long nextOrderId() {
    return all.isEmpty() ? 1 : all.lastKey() + 1;
  }

  long nextTradeId() {
    return trades.size() + 1L;
  }
}
