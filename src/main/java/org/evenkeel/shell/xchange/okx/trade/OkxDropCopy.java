package org.evenkeel.shell.xchange.okx.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.policy.watch.ExecutionCopy;
import org.evenkeel.core.policy.watch.Trace;
import org.evenkeel.cycle.watch.DropCopy;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.okx.OkxFields;
import org.evenkeel.shell.xchange.okx.OkxSymbol;

/**
 * Executions out of the bills, which say what every trade did to the account.
 *
 * <p>The bot reads its fills from trade/fills. A bill of a contract says quantity and fee. A trade on a spot market has a
 * bill for each coin; how much was traded is what the balance of the base coin changed by, without the fee in it.
 * A delivery is told by a bill alone, to the bot too, so that one is compared with itself.
 *
 * <p>Source: OKX API v5, "Get bills details": types 2 trade, 5 liquidation, 9 ADL, with tradeId, ordId, sz, fee, balChg.
 */
final class OkxDropCopy implements DropCopy {

  private final VenueId venue;
  private final OkxBills bills;

  OkxDropCopy(VenueId venue, OkxBills bills) {
    this.venue = venue;
    this.bills = bills;
  }

  @Override
  public VenueId venue() {
    return venue;
  }

  @Override
  public Result<ExecutionCopy> executions(Question question) {
    return bills
        .executions(question.since())
        .then(
            rows ->
                ReplyRules.judged("the bills of trades", () -> ExecutionCopy.exact(traces(rows))));
  }

  /** The traces of bills, those of one trade together. */
  static List<Trace> traces(List<JsonNode> bills) {
    SortedMap<String, List<JsonNode>> byTrade = new TreeMap<>();
    for (JsonNode bill : bills) {
      byTrade
          .computeIfAbsent(
              JsonFields.text(bill, "instId") + " " + trade(bill), key -> new ArrayList<>())
          .add(bill);
    }
    return byTrade.values().stream().map(OkxDropCopy::trace).toList();
  }

  private static String trade(JsonNode bill) {
    return OkxDeliveries.isExecution(bill)
        ? OkxDeliveries.nameOf(bill)
        : JsonFields.text(bill, "tradeId");
  }

  private static Trace trace(List<JsonNode> bills) {
    JsonNode first = bills.getFirst();
    String instId = JsonFields.text(first, "instId");
    InstrumentId id =
        OkxSymbol.nameOf(instId)
            .orElseThrow(() -> new UnreadableReply("there is a trade of " + instId + ", no name"));
    SortedMap<Currency, BigDecimal> fees = new TreeMap<>();
    for (JsonNode bill : bills) {
      fees.merge(currency(bill), fee(bill).negate(), BigDecimal::add);
    }
    return Trace.ofTrade(
        id,
        trade(first),
        quantity(Instrument.parse(id), bills),
        Optional.of(fees),
        OkxFields.time(first, "ts"));
  }

  private static Optional<BigDecimal> quantity(Instrument instrument, List<JsonNode> bills) {
    return switch (instrument) {
      case Instrument.Future future -> Optional.of(OkxFields.decimal(bills.getFirst(), "sz").abs());
      case Instrument.Spot spot ->
          bills.stream()
              .filter(bill -> currency(bill).equals(spot.base()))
              .map(bill -> OkxFields.decimal(bill, "balChg").subtract(fee(bill)).abs())
              .findFirst();
    };
  }

  private static Currency currency(JsonNode bill) {
    return Currency.of(JsonFields.text(bill, "ccy"));
  }

  private static BigDecimal fee(JsonNode bill) {
    return OkxFields.decimalOrZero(bill, "fee");
  }
}
