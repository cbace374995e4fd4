package org.evenkeel.shell.simvenue.krakenfutures;

import org.evenkeel.shell.simvenue.exchange.SimExchange;

/** The countdown that cancels all open orders when nobody renews it; kept in memory only. Thread-safe. */
final class DeadMan {

  private final SimExchange exchange;
  private long deadline = Long.MAX_VALUE;

  DeadMan(SimExchange exchange) {
    this.exchange = exchange;
  }

  synchronized void set(long seconds, long atMs) {
    deadline = seconds == 0 ? Long.MAX_VALUE : atMs + seconds * 1000;
  }

  synchronized void expire(long atMs) {
    if (deadline <= atMs) {
      deadline = Long.MAX_VALUE;
      exchange
          .openContractOrders()
          .forEach(order -> exchange.cancel(order.series(), order.orderId(), atMs));
    }
  }
}
