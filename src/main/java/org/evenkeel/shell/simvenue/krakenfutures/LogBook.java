package org.evenkeel.shell.simvenue.krakenfutures;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.shell.simvenue.exchange.IncomeRecord;
import org.evenkeel.shell.simvenue.exchange.IncomeType;
import org.evenkeel.shell.simvenue.exchange.SimEvent;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.exchange.SimTrade;
import org.evenkeel.shell.simvenue.http.Json;

/**
 * The account log: two entries for an execution, one of the money and one of the position, and one for all else.
 *
 * <p>The money's entry has the profit, the fee and what both come to; ids rise by one from the account's beginning, so
 * that what was shown once keeps its id.
 */
final class LogBook {

  private static final String NOTHING = "";

  private final Contracts contracts;
  private final OrderJson json;
  private final Map<String, BigDecimal> money = new TreeMap<>();
  private final Map<String, BigDecimal> held = new TreeMap<>();
  private final List<ObjectNode> rows = new ArrayList<>();

  private LogBook(Contracts contracts) {
    this.contracts = contracts;
    this.json = new OrderJson(contracts);
  }

  /** All entries, oldest first. */
  static List<ObjectNode> of(SimExchange exchange, Contracts contracts) {
    LogBook book = new LogBook(contracts);
    Map<Long, SimTrade> trades = new TreeMap<>();
    contracts
        .all()
        .forEach(info -> exchange.trades(info.id(), 1).forEach(t -> trades.put(t.tranId(), t)));
    List<Long> transfers = exchange.transfers().stream().map(SimEvent.Transferred::tranId).toList();
    List<IncomeRecord> records = new ArrayList<>(exchange.income());
    records.sort(Comparator.comparingLong(IncomeRecord::tranId));
    for (IncomeRecord record : records) {
      SimTrade trade = trades.get(record.tranId());
      if (trade != null) {
        SimOrder order = exchange.order(trade.series(), trade.orderId()).orElseThrow();
        book.execution(trade, KrakenForced.info(order.cause()));
      } else if (record.tradeId() == 0) {
        book.movement(record, transfers.contains(record.tranId()));
      }
    }
    return book.rows;
  }

  private void execution(SimTrade trade, String info) {
    String contract = Contracts.symbol(contracts.info(trade.series())).toLowerCase(Locale.ROOT);
    BigDecimal change = trade.realizedPnl().subtract(trade.fee());
    row(info, trade.timeMs(), trade.feeAsset(), contract, change)
        .put("execution", json.execution(trade))
        .put("fee", trade.fee())
        .put("realized_pnl", trade.realizedPnl())
        .put("realized_funding", BigDecimal.ZERO)
        .put("trade_price", trade.price());
    BigDecimal before = held.getOrDefault(contract, BigDecimal.ZERO);
    BigDecimal after = before.add(trade.side().signed(trade.qty()));
    held.put(contract, after);
    bare(info, trade.timeMs(), contract, contract, before, after)
        .put("execution", json.execution(trade))
        .put("trade_price", trade.price());
  }

  /** What the account began with moved no wallet and has no entry. */
  private void movement(IncomeRecord record, boolean isTransfer) {
    if (record.type() == IncomeType.TRANSFER && !isTransfer) {
      money.merge(record.asset(), record.amount(), BigDecimal::add);
      return;
    }
    String contract =
        contracts
            .bySeriesSymbol(record.symbol())
            .map(info -> Contracts.symbol(info).toLowerCase(Locale.ROOT))
            .orElse(NOTHING);
    String info =
        switch (record.type()) {
          case TRANSFER -> "cross-exchange transfer";
          case FUNDING_FEE -> "funding rate change";
          case INSURANCE_CLEAR, REALIZED_PNL, DELIVERY, COMMISSION -> "admin transfer";
        };
    ObjectNode row = row(info, record.timeMs(), record.asset(), contract, record.amount());
    if (record.type() == IncomeType.FUNDING_FEE) {
      row.put("realized_funding", record.amount());
    }
  }

  private ObjectNode row(String info, long atMs, String asset, String contract, BigDecimal change) {
    BigDecimal before = money.getOrDefault(asset, BigDecimal.ZERO);
    BigDecimal after = before.add(change);
    money.put(asset, after);
    return bare(
        info, atMs, Contracts.asset(asset).toLowerCase(Locale.ROOT), contract, before, after);
  }

  private ObjectNode bare(
      String info, long atMs, String asset, String contract, BigDecimal before, BigDecimal after) {
    long id = rows.size() + 1L;
    ObjectNode row =
        Json.object()
            .put("id", id)
            .put("booking_uid", Contracts.uid(Contracts.Thing.BOOKING, 0, id))
            .put("date", OrderJson.time(atMs))
            .put("info", info)
            .put("asset", asset)
            .put("margin_account", "flex")
            .put("old_balance", before)
            .put("new_balance", after)
            .putNull("execution")
            .putNull("fee")
            .putNull("realized_pnl")
            .putNull("realized_funding")
            .putNull("liquidation_fee");
    if (contract.isEmpty()) {
      row.putNull("contract");
    } else {
      row.put("contract", contract);
    }
    rows.add(row);
    return row;
  }
}
