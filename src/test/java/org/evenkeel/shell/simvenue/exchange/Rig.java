package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.market.SeriesId;

/** An exchange over a hand-set market with its log in memory, opened at hour 1000. */
final class Rig {

  static final long HOUR = 3_600_000L;
  static final long T0 = 1000 * HOUR;

  final HandMarket market = HandMarket.calm();
  final List<String> lines = new ArrayList<>();
  final ExchangeSetup setup =
      new ExchangeSetup(ExchangeRules.standard(), market.series(), market::quote, lines::add);
  final SimExchange exchange;
  long now = T0;

  Rig(String spotUsdt, String futuresUsdt) {
    exchange =
        SimExchange.open(
            setup,
            new OpeningBalances(
                Map.of("USDT", new BigDecimal(spotUsdt)),
                Map.of("USDT", new BigDecimal(futuresUsdt))),
            T0);
  }

  static Rig rich() {
    return new Rig("1000000", "1000000");
  }

  Placement limit(SeriesId id, String cid, Side side, TimeInForce life, String qty, String price) {
    return exchange.place(
        OrderRequest.limit(id, cid, side, life, new BigDecimal(qty), new BigDecimal(price)), now);
  }

  Placement market(SeriesId id, String cid, Side side, String qty) {
    return exchange.place(OrderRequest.market(id, cid, side, new BigDecimal(qty)), now);
  }

  void pass(long ms) {
    now += ms;
    exchange.advanceTo(now, market.funding(exchange.tickedMs(), now));
  }

  BigDecimal futuresWallet() {
    return exchange.futures(now).asset("USDT").walletBalance();
  }

  Position position(String symbol) {
    return exchange.futures(now).position(symbol).position();
  }

  SimExchange replayed() {
    return SimExchange.replay(setup, List.copyOf(lines));
  }

  static SimOrder order(Placement placement) {
    return switch (placement) {
      case Placement.Accepted a -> a.order();
      case Placement.Rejected r -> throw new AssertionError("rejected: " + r);
    };
  }

  static RejectReason reason(Placement placement) {
    return switch (placement) {
      case Placement.Accepted a -> throw new AssertionError("accepted: " + a);
      case Placement.Rejected r -> r.reason();
    };
  }
}
