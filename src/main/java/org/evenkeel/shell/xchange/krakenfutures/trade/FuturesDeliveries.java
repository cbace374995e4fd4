package org.evenkeel.shell.xchange.krakenfutures.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.krakenfutures.FuturesSymbol;

/**
 * Deliveries of dated contracts as executions: Kraken tells of them in the account log only, and without one the ledger
 * would hold for ever what is gone.
 *
 * <p>The entry of the money says profit and fee, the entry of the position what was held before and the price.
 * For example the entry 41 of money and one that brings 'ff_xbtusd_260327' from 0.3 to 0 at 20,000 are the trade
 * 'settlement-41', SELL 0.3 at 20,000.
 * Source: docs.kraken.com, Futures, "Get account log" (info 'settlement').
 *
 * <p>The log's allowance is small: it is asked from the contract's last day on only, and not again once it has told of
 * the delivery, or has told of none for {@link #PATIENCE}.
 * This class is thread-safe.
 */
final class FuturesDeliveries {

  /** How long after a contract's last day the log is asked again if it shows no delivery: nothing may have been held. */
  static final Duration PATIENCE = Duration.ofDays(3);

  private static final String PREFIX = "settlement-";

  private final AccountLog log;
  private final Map<FuturesSymbol, List<Fill>> known = new TreeMap<>(FuturesDeliveries::order);

  FuturesDeliveries(AccountLog log) {
    this.log = log;
  }

  private static int order(FuturesSymbol one, FuturesSymbol other) {
    return one.text().compareTo(other.text());
  }

  /** Whether an order is the name that a delivery was given here. */
  static boolean isDelivery(VenueOrderId order) {
    return order.value().startsWith(PREFIX);
  }

  /** Whether a trade is the name that a delivery was given here. */
  static boolean isDelivery(TradeId trade) {
    return trade.value().startsWith(PREFIX);
  }

  /** The name that a delivery is given here, by its entry of the money. */
  static String nameOf(long entry) {
    return PREFIX + entry;
  }

  /** Whether a row of the log is part of a contract's delivery; its profit and fee come with the execution. */
  static boolean isDelivery(String info, String contract) {
    return info.contains("settlement") && !contract.isEmpty();
  }

  /** The delivery of a contract since an instant, if there was one; none of what has no end. */
  Result<List<Fill>> of(FuturesSymbol symbol, Instant since, Instant venueTime) {
    Optional<Instant> lastDay = lastDay(symbol).filter(day -> !venueTime.isBefore(day));
    if (lastDay.isEmpty()) {
      return Result.ok(List.of());
    }
    Optional<List<Fill>> before = remembered(symbol);
    if (before.isPresent()) {
      return Result.ok(notBefore(before.get(), since));
    }
    return log.settlements(lastDay.get())
        .then(
            rows -> ReplyRules.judged("the delivery of " + symbol.id(), () -> fills(symbol, rows)))
        .map(
            fills -> {
              if (!fills.isEmpty() || venueTime.isAfter(lastDay.get().plus(PATIENCE))) {
                remember(symbol, fills);
              }
              return notBefore(fills, since);
            });
  }

  private static Optional<Instant> lastDay(FuturesSymbol symbol) {
    return symbol.instrument() instanceof Instrument.DatedFuture dated
        ? Optional.of(dated.expiry().atStartOfDay(ZoneOffset.UTC).toInstant())
        : Optional.empty();
  }

  private synchronized Optional<List<Fill>> remembered(FuturesSymbol symbol) {
    return Optional.ofNullable(known.get(symbol));
  }

  private synchronized void remember(FuturesSymbol symbol, List<Fill> fills) {
    known.put(symbol, List.copyOf(fills));
  }

  private static List<Fill> notBefore(List<Fill> fills, Instant since) {
    return fills.stream().filter(fill -> !fill.venueTime().isBefore(since)).toList();
  }

  /** The execution that the rows of a contract's settlement stand for: one of money and one of the position. */
  static List<Fill> fills(FuturesSymbol symbol, List<JsonNode> rows) {
    List<JsonNode> money = new ArrayList<>();
    List<JsonNode> position = new ArrayList<>();
    for (JsonNode row : rows) {
      if (symbol.is(row.path("contract").asText(""))) {
        (symbol.is(JsonFields.text(row, "asset")) ? position : money).add(row);
      }
    }
    if (money.isEmpty() && position.isEmpty()) {
      return List.of();
    }
    if (money.size() != 1 || position.size() != 1) {
      throw new UnreadableReply(
          "the account log tells of the delivery of "
              + symbol.id()
              + " in "
              + money.size()
              + " entries of money and "
              + position.size()
              + " of the position, and there should be one of each");
    }
    return List.of(fill(symbol, money.getFirst(), position.getFirst()));
  }

  private static Fill fill(FuturesSymbol symbol, JsonNode money, JsonNode position) {
    long id = JsonFields.decimal(money, "id").longValueExact();
    AccountLog.Entry entry = AccountLog.entry(id, money);
    BigDecimal left = JsonFields.decimal(position, "new_balance");
    BigDecimal held = JsonFields.decimal(position, "old_balance").subtract(left);
    if (left.signum() != 0 || held.signum() == 0) {
      throw new UnreadableReply("the delivery of " + symbol.id() + " closes no position");
    }
    String name = nameOf(id);
    return new Fill(
        symbol.id(),
        TradeId.of(name),
        VenueOrderId.of(name),
        held.signum() > 0 ? Side.SELL : Side.BUY,
        Contracts.of(held.abs()),
        Price.of(JsonFields.decimal(position, "trade_price")),
        new Money(entry.fee(), FuturesSymbol.currency(entry.asset())),
        new Money(entry.realizedPnl(), FuturesSymbol.currency(entry.asset())),
        false,
        entry.at());
  }
}
