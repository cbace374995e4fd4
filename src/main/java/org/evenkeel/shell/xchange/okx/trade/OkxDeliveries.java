package org.evenkeel.shell.xchange.okx.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.okx.OkxFields;
import org.evenkeel.shell.xchange.okx.OkxKind;
import org.evenkeel.shell.xchange.okx.OkxSymbol;

/**
 * Deliveries of dated contracts as executions: OKX tells of them in the bills only, and without one the ledger would hold
 * for ever what is gone.
 *
 * <p>The bill says the contracts, the price of delivery, the profit and the fee; a long position is delivered by a sale.
 * For example a bill 77 of sub type 112 over 3 contracts at 20,000 is the trade 'delivery-77', SELL 3 at 20,000.
 * Source: OKX API v5, "Get bills details": type 3 delivery, sub type 112 of a long and 113 of a short position.
 */
final class OkxDeliveries {

  /** The bill type. */
  static final String TYPE = "3";

  private static final String LONG = "112";
  private static final String SHORT = "113";
  private static final String PREFIX = "delivery-";

  private final OkxBills bills;

  OkxDeliveries(OkxBills bills) {
    this.bills = bills;
  }

  /** Whether an order is the name that a delivery was given here. */
  static boolean isDelivery(VenueOrderId order) {
    return order.value().startsWith(PREFIX);
  }

  /** Whether a trade is the name that a delivery was given here. */
  static boolean isDelivery(TradeId trade) {
    return trade.value().startsWith(PREFIX);
  }

  /** The name that a delivery is given here. */
  static String nameOf(JsonNode bill) {
    return PREFIX + OkxPages.billId(bill);
  }

  /** Whether a bill is told as an execution. */
  static boolean isExecution(JsonNode bill) {
    String sub = bill.path("subType").asText("");
    return bill.path("type").asText("").equals(TYPE) && (sub.equals(LONG) || sub.equals(SHORT));
  }

  /** The deliveries of a contract since an instant; none of what has no end. */
  Result<List<Fill>> of(OkxSymbol symbol, Instant since) {
    if (symbol.kind() != OkxKind.FUTURES) {
      return Result.ok(List.of());
    }
    return bills
        .deliveries(since)
        .then(
            rows ->
                ReplyRules.judged(
                    "the deliveries of " + symbol.id(),
                    () -> {
                      List<Fill> fills = new ArrayList<>();
                      for (JsonNode row : rows) {
                        boolean isOurs = symbol.instId().equals(row.path("instId").asText(""));
                        if (isOurs && isExecution(row)) {
                          fills.add(fill(symbol, row));
                        }
                      }
                      return List.copyOf(fills);
                    }));
  }

  static Fill fill(OkxSymbol symbol, JsonNode row) {
    symbol.require(JsonFields.text(row, "instId"));
    Currency currency = Currency.of(JsonFields.text(row, "ccy"));
    String name = nameOf(row);
    BigDecimal profit = OkxFields.decimal(row, "pnl");
    BigDecimal fee = OkxFields.decimal(row, "fee").negate();
    if (profit.subtract(fee).compareTo(OkxFields.decimal(row, "balChg")) != 0) {
      throw new UnreadableReply(
          "profit and fee of the delivery " + name + " do not come to what the balance changed by");
    }
    return new Fill(
        symbol.id(),
        TradeId.of(name),
        VenueOrderId.of(name),
        JsonFields.text(row, "subType").equals(LONG) ? Side.SELL : Side.BUY,
        Contracts.of(OkxFields.decimal(row, "sz").abs()),
        Price.of(OkxFields.decimal(row, "px")),
        new Money(fee, currency),
        new Money(profit, currency),
        false,
        OkxFields.time(row, "ts"));
  }
}
