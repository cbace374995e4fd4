package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over everything in a state, independent of decimal scale: equal states, equal text. */
final class StateHash {

  private StateHash() {}

  static String of(SimState state) {
    StringBuilder text = new StringBuilder();
    text.append(state.openedMs()).append('|').append(state.lastMs()).append('|');
    text.append(state.tickedMs()).append('|').append(state.nextTranId()).append('\n');
    state.spot().forEach((asset, v) -> line(text, "spot", asset, plain(v)));
    state.futures().forEach((asset, v) -> line(text, "futures", asset, plain(v)));
    state.leverage().forEach((symbol, v) -> line(text, "leverage", symbol, String.valueOf(v)));
    state.lastMarks().forEach((symbol, v) -> line(text, "mark", symbol, plain(v)));
    state.fundedThrough().forEach((symbol, v) -> line(text, "funded", symbol, String.valueOf(v)));
    state
        .positions()
        .forEach((symbol, p) -> line(text, "position", symbol, plain(p.qty()), plain(p.cost())));
    state.states().forEach((series, v) -> line(text, "state", series.toString(), v.name()));
    state.adl().forEach(armed -> line(text, "adl", armed.toString()));
    state
        .deliveries()
        .forEach((series, v) -> line(text, "delivered", series.toString(), plain(v.price())));
    for (OrderBookkeeping book : state.books()) {
      book.orders().forEach(o -> order(text, o));
      book.trades().forEach(t -> trade(text, t));
    }
    for (IncomeRecord r : state.income()) {
      line(
          text,
          "income",
          String.valueOf(r.tranId()),
          r.type().name(),
          r.symbol(),
          plain(r.amount()));
    }
    for (SimEvent.Deposited d : state.deposits()) {
      line(text, "deposit", String.valueOf(d.tranId()), d.asset(), plain(d.amount()));
    }
    return sha256(text.toString());
  }

  private static void order(StringBuilder text, SimOrder o) {
    OrderRequest r = o.request();
    line(text, "order", r.series().toString(), String.valueOf(o.orderId()), r.clientOrderId());
    line(text, r.side().name(), r.type().name(), r.timeInForce().name(), o.status().name());
    line(text, plain(r.qty()), plain(r.price()), plain(o.cumQty()), plain(o.cumQuote()));
    line(
        text,
        r.reduceOnly() + "/" + o.cause() + "/" + o.endedBecause(),
        o.createdMs() + "/" + o.updatedMs());
  }

  private static void trade(StringBuilder text, SimTrade t) {
    line(text, "trade", String.valueOf(t.tradeId()), String.valueOf(t.orderId()), t.side().name());
    line(text, plain(t.price()), plain(t.qty()), plain(t.fee()), t.feeAsset());
    line(text, plain(t.realizedPnl()), t.maker() + "/" + t.timeMs() + "/" + t.tranId());
  }

  private static void line(StringBuilder text, String... parts) {
    text.append(String.join("|", parts)).append('\n');
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
