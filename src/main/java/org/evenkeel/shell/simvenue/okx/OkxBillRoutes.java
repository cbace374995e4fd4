package org.evenkeel.shell.simvenue.okx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.shell.simvenue.exchange.IncomeRecord;
import org.evenkeel.shell.simvenue.exchange.SimEvent;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.exchange.SimTrade;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.okx.OkxInstruments.Listed;

/**
 * Every change of a balance of the trading account, newest first: trades, funding, liquidations, transfers.
 *
 * <p>A trade of a swap is one bill with its profit less its fee.
 * Money from outside comes as a transfer from the funding account, which is not simulated.
 * Thread-safe.
 */
final class OkxBillRoutes {

  private final SimExchange exchange;
  private final OkxInstruments instruments;
  private final OkxManner manner;

  OkxBillRoutes(SimExchange exchange, OkxInstruments instruments, OkxManner manner) {
    this.exchange = exchange;
    this.instruments = instruments;
    this.manner = manner;
  }

  void addTo(Map<String, OkxRoute> routes) {
    routes.put(
        "GET /api/v5/account/bills",
        OkxRoute.signed(5, (r, at) -> bills(r, at, manner.billsKept())));
    routes.put(
        "GET /api/v5/account/bills-archive",
        OkxRoute.signed(5, (r, at) -> bills(r, at, manner.archiveKept())));
  }

  /** One bill; the side of a spot trade that gives counts after the one that receives. */
  private record Bill(
      long id,
      long timeMs,
      String type,
      String subType,
      String currency,
      BigDecimal change,
      String instId,
      String tradeId,
      Optional<Settled> settled) {

    Bill(
        long id,
        long timeMs,
        String type,
        String subType,
        String currency,
        BigDecimal change,
        String instId,
        String tradeId) {
      this(id, timeMs, type, subType, currency, change, instId, tradeId, Optional.empty());
    }
  }

  /** What a bill of a trade says of it: contracts or coins, and what of the change is profit and fee. */
  private record Settled(BigDecimal size, BigDecimal price, BigDecimal profit, BigDecimal fee) {}

  private ArrayNode bills(OkxRequest request, long atMs, Duration kept) {
    long after = request.whole("after").orElse(Long.MAX_VALUE);
    long begin = Math.max(request.whole("begin").orElse(0L), atMs - kept.toMillis());
    long end = request.whole("end").orElse(atMs);
    ArrayNode rows = Json.array();
    all().stream()
        .filter(b -> b.id() < after && b.timeMs() >= begin && b.timeMs() <= end)
        .filter(b -> request.text("type").map(b.type()::equals).orElse(true))
        .filter(b -> request.text("ccy").map(b.currency()::equals).orElse(true))
        .sorted(Comparator.comparingLong(Bill::id).reversed())
        .limit(request.limit())
        .forEach(bill -> rows.add(json(bill)));
    return rows;
  }

  private static ObjectNode json(Bill bill) {
    ObjectNode row = Json.object();
    bill.settled()
        .ifPresent(
            settled ->
                row.put("sz", Json.plain(settled.size()))
                    .put("px", Json.plain(settled.price()))
                    .put("pnl", Json.plain(settled.profit()))
                    .put("fee", Json.plain(settled.fee().negate())));
    return row.put("billId", Long.toString(bill.id()))
        .put("type", bill.type())
        .put("subType", bill.subType())
        .put("ccy", bill.currency())
        .put("balChg", Json.plain(bill.change()))
        .put("instId", bill.instId())
        .put("tradeId", bill.tradeId())
        .put("ts", Long.toString(bill.timeMs()));
  }

  private List<Bill> all() {
    List<Bill> bills = new ArrayList<>();
    for (Listed listed : instruments.all()) {
      for (SimTrade trade : exchange.trades(listed.info().id(), 1)) {
        addTrade(bills, listed, trade);
      }
    }
    exchange.income().forEach(record -> addIncome(bills, record));
    for (SimEvent.Deposited d : exchange.deposits()) {
      String sub = d.amount().signum() > 0 ? "11" : "12";
      bills.add(new Bill(2 * d.tranId(), d.atMs(), "1", sub, d.asset(), d.amount(), "", ""));
    }
    return bills;
  }

  private void addTrade(List<Bill> bills, Listed listed, SimTrade trade) {
    SimOrder order = exchange.order(trade.series(), trade.orderId()).orElseThrow();
    String type = OkxForced.billType(order);
    String sub = OkxForced.billSubType(order, trade);
    String id = OkxForced.isOnlyABill(order) ? "" : Long.toString(trade.tradeId());
    String base = listed.info().base();
    String quote = listed.info().quote();
    if (listed.isContract()) {
      BigDecimal change = trade.realizedPnl().subtract(trade.fee());
      bills.add(
          new Bill(
              OkxOrderJson.billId(trade),
              trade.timeMs(),
              type,
              sub,
              listed.info().settlement(),
              change,
              listed.instId(),
              id,
              Optional.of(
                  new Settled(
                      listed.size(trade.qty()), trade.price(), trade.realizedPnl(), trade.fee()))));
      return;
    }
    BigDecimal received = trade.side().signed(trade.qty());
    BigDecimal paid = trade.side().opposite().signed(trade.quoteQty());
    boolean isBaseFee = trade.feeAsset().equals(base);
    BigDecimal baseChange = isBaseFee ? received.subtract(trade.fee()) : received;
    BigDecimal quoteChange = isBaseFee ? paid : paid.subtract(trade.fee());
    long first = OkxOrderJson.billId(trade);
    BigDecimal none = BigDecimal.ZERO;
    Settled inBase = new Settled(trade.qty(), trade.price(), none, isBaseFee ? trade.fee() : none);
    Settled inQuote =
        new Settled(trade.quoteQty(), trade.price(), none, isBaseFee ? none : trade.fee());
    String inst = listed.instId();
    bills.add(
        new Bill(
            first, trade.timeMs(), type, sub, base, baseChange, inst, id, Optional.of(inBase)));
    bills.add(
        new Bill(
            first + 1,
            trade.timeMs(),
            type,
            sub,
            quote,
            quoteChange,
            inst,
            id,
            Optional.of(inQuote)));
  }

  private void addIncome(List<Bill> bills, IncomeRecord record) {
    switch (record.type()) {
      case FUNDING_FEE -> {
        String sub = record.amount().signum() < 0 ? "173" : "174";
        String instId = instruments.of(SeriesId.contract(record.symbol())).instId();
        bills.add(bill(record, "8", sub, instId));
      }
      case INSURANCE_CLEAR -> bills.add(bill(record, "10", "131", ""));
      // Profits and fees come with the trades; the opening balance and moves inside are no bills.
      case COMMISSION, REALIZED_PNL, DELIVERY, TRANSFER -> {}
    }
  }

  private static Bill bill(IncomeRecord record, String type, String subType, String instId) {
    return new Bill(
        2 * record.tranId(),
        record.timeMs(),
        type,
        subType,
        record.asset(),
        record.amount(),
        instId,
        "");
  }
}
