package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.LedgerAccount;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.settle.LedgerEntry;
import org.evenkeel.core.settle.LedgerTransaction;
import org.evenkeel.shell.jdbc.Fence.Stamp;
import org.jspecify.annotations.Nullable;

/** Fills and the double-entry ledger. */
final class LedgerStore {

  /** A deployment trades one account of a venue. */
  static final String ACCOUNT = "main";

  private static final String INSERT_FILL =
      """
      insert into fill
        (venue, account, instrument, trade_id, venue_order_id, client_order_id, cycle_id, side, last_qty,
         last_px, fee, fee_currency, realized_pnl, pnl_currency, is_maker, venue_time, run_id, epoch)
      values (?, ?, ?, ?, ?, ?, (select cycle_id from attempt where client_order_id = ?),
              ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (venue, account, instrument, trade_id) do nothing
      """;

  private static final String INSERT_TRANSACTION =
      """
      insert into ledger_transaction
        (kind, reference, venue_time, cycle_id, author, reason, reverses, run_id, epoch)
      values (?, ?, ?, (select cycle_id from attempt where client_order_id = ?), ?, ?,
              (select t.transaction_id from ledger_transaction t where ? and t.kind || ' ' || t.reference = ?),
              ?, ?)
      on conflict (kind, reference) do nothing
      returning transaction_id
      """;

  private static final String INSERT_ENTRY =
      "insert into ledger_entry (transaction_id, number, account, unit, amount) values (?, ?, ?, ?, ?)";

  /** Trade ids of a venue are numbers as text, so the longer one is the newer one. */
  private static final String LAST_TRADE =
      """
      select trade_id from fill where instrument = ?
      order by venue_time desc, length(trade_id) desc, trade_id desc limit 1
      """;

  private static final String LAST_TRADE_UNTIL =
      """
      select trade_id from fill where instrument = ? and venue_time <= ?
      order by venue_time desc, length(trade_id) desc, trade_id desc limit 1
      """;

  private static final String BALANCES =
      """
      select account, unit, sum(amount) as amount from ledger_entry
      where account in ('SPOT_WALLET', 'FUTURES_WALLET', 'UNIFIED_WALLET', 'POSITION')
      group by account, unit having sum(amount) <> 0
      """;

  private static final String TRANSACTIONS =
      """
      select t.transaction_id, t.kind, t.reference, t.venue_time, t.author, t.reason, e.account, e.unit, e.amount
      from ledger_transaction t join ledger_entry e using (transaction_id)
      order by t.transaction_id, e.number
      """;

  private final Fence fence;

  LedgerStore(Fence fence) {
    this.fence = fence;
  }

  boolean bookFill(
      Fill fill, LedgerTransaction transaction, Optional<Attempt> before, Optional<Attempt> after) {
    return fence.write(
        "book the trade " + fill.tradeId(),
        (sql, stamp) -> {
          @Nullable String owner =
              before.map(attempt -> attempt.ticket().clientOrderId().value()).orElse(null);
          if (insertFill(sql, stamp, fill, owner) == 0) {
            return false;
          }
          if (!insertTransaction(sql, stamp, transaction, owner)) {
            throw new IllegalStateException(
                transaction.kind()
                    + " "
                    + transaction.reference()
                    + " is booked although trade "
                    + fill.tradeId()
                    + " was not");
          }
          if (before.isPresent() && after.isPresent()) {
            OrderStore.move(
                sql,
                stamp,
                before.get(),
                after.get(),
                fill.venueTime(),
                "trade " + fill.tradeId() + ": " + fill.lastQty() + " at " + fill.lastPx());
          }
          return true;
        });
  }

  private static int insertFill(Sql sql, Stamp stamp, Fill fill, @Nullable String owner)
      throws SQLException {
    return sql.update(
        INSERT_FILL,
        Instrument.parse(fill.instrument()).venue().value(),
        ACCOUNT,
        fill.instrument().value(),
        fill.tradeId().value(),
        fill.venueOrderId().value(),
        owner,
        owner,
        fill.side().name(),
        fill.lastQty().value(),
        fill.lastPx().value(),
        fill.fee().amount(),
        fill.fee().currency().value(),
        fill.realizedPnl().amount(),
        fill.realizedPnl().currency().value(),
        fill.isMaker(),
        fill.venueTime(),
        stamp.runId(),
        stamp.epoch());
  }

  boolean book(LedgerTransaction transaction) {
    return fence.write(
        "book " + transaction.kind() + " " + transaction.reference(),
        (sql, stamp) -> insertTransaction(sql, stamp, transaction, null));
  }

  static boolean insertTransaction(
      Sql sql, Stamp stamp, LedgerTransaction transaction, @Nullable String owner)
      throws SQLException {
    Optional<Long> id =
        sql.first(
            INSERT_TRANSACTION,
            row -> row.number("transaction_id"),
            transaction.kind().name(),
            transaction.reference(),
            transaction.venueTime(),
            owner,
            transaction.author(),
            transaction.reason(),
            transaction.kind() == LedgerTransaction.Kind.REVERSAL,
            transaction.reference(),
            stamp.runId(),
            stamp.epoch());
    if (id.isEmpty()) {
      return false;
    }
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (LedgerEntry entry : transaction.entries()) {
      rows.add(
          new @Nullable Object[] {
            id.get(), rows.size() + 1, entry.account().name(), entry.unit(), entry.amount()
          });
    }
    sql.batch(INSERT_ENTRY, rows);
    return true;
  }

  Optional<TradeId> lastTrade(InstrumentId instrument) {
    return fence.read(
        "read the last trade of " + instrument,
        sql -> sql.first(LAST_TRADE, row -> TradeId.of(row.text("trade_id")), instrument.value()));
  }

  Optional<Instant> lastTradeTime(InstrumentId instrument) {
    return fence.read(
        "read the time of the last trade of " + instrument,
        sql ->
            sql.one(
                "select max(venue_time) as venue_time from fill where instrument = ?",
                row -> row.maybeInstant("venue_time"),
                instrument.value()));
  }

  Optional<TradeId> lastTradeUntil(InstrumentId instrument, Instant until) {
    return fence.read(
        "read the last trade of " + instrument + " until " + until,
        sql ->
            sql.first(
                LAST_TRADE_UNTIL,
                row -> TradeId.of(row.text("trade_id")),
                instrument.value(),
                until));
  }

  boolean isBooked(InstrumentId instrument, TradeId trade) {
    return fence.read(
        "look for the trade " + trade,
        sql ->
            sql.first(
                    "select trade_id from fill where instrument = ? and trade_id = ?",
                    row -> row.text("trade_id"),
                    instrument.value(),
                    trade.value())
                .isPresent());
  }

  Optional<Instant> lastIncomeTime(VenueId venue) {
    return fence.read(
        "read the time of the last income of " + venue,
        sql ->
            sql.one(
                """
                select max(venue_time) as venue_time from ledger_transaction
                where kind = 'FUNDING' and split_part(reference, '/', 1) = ?
                """,
                row -> row.maybeInstant("venue_time"),
                venue.value()));
  }

  Optional<Instant> openingTime(VenueId venue) {
    return fence.read(
        "read the opening of " + venue,
        sql ->
            sql.one(
                """
                select min(venue_time) as venue_time from ledger_transaction
                where kind = 'OPENING' and reference = ?
                """,
                row -> row.maybeInstant("venue_time"),
                venue.value()));
  }

  LedgerBalances balances() {
    return fence.read("read the ledger", LedgerStore::booked);
  }

  static LedgerBalances booked(Sql sql) throws SQLException {
    return LedgerBalances.of(sql.list(BALANCES, LedgerStore::entry));
  }

  static LedgerEntry entry(Row row) throws SQLException {
    return new LedgerEntry(
        LedgerAccount.valueOf(row.text("account")), row.text("unit"), row.decimal("amount"));
  }

  private record EntryOf(long id, LedgerTransaction header, LedgerEntry entry) {}

  /** Every booking in order, with its entries. */
  static List<LedgerTransaction> transactions(Sql sql) throws SQLException {
    TreeMap<Long, List<EntryOf>> entries = new TreeMap<>();
    for (EntryOf entry : sql.list(TRANSACTIONS, LedgerStore::entryOf)) {
      entries.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(entry);
    }
    return entries.values().stream().map(LedgerStore::transaction).toList();
  }

  private static EntryOf entryOf(Row row) throws SQLException {
    return new EntryOf(
        row.number("transaction_id"),
        new LedgerTransaction(
            LedgerTransaction.Kind.valueOf(row.text("kind")),
            row.text("reference"),
            row.instant("venue_time"),
            List.of(),
            row.text("author"),
            row.text("reason")),
        entry(row));
  }

  private static LedgerTransaction transaction(List<EntryOf> parts) {
    LedgerTransaction header = parts.get(0).header();
    return new LedgerTransaction(
        header.kind(),
        header.reference(),
        header.venueTime(),
        parts.stream().map(EntryOf::entry).toList(),
        header.author(),
        header.reason());
  }
}
