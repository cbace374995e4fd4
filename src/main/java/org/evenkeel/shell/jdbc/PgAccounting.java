package org.evenkeel.shell.jdbc;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.settle.AccountSums;
import org.evenkeel.core.settle.Bookkeeping;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.FillCorrection;
import org.evenkeel.core.settle.FlowClass;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.LedgerEntry;
import org.evenkeel.core.settle.LedgerEvent;
import org.evenkeel.core.settle.LedgerTransaction;
import org.evenkeel.cycle.Accounting;
import org.evenkeel.shell.jdbc.Fence.Stamp;

/** Flows and corrections in PostgreSQL. */
final class PgAccounting implements Accounting {

  private static final String INSERT_FLOW =
      """
      insert into cash_flow (venue, account, kind, flow_id, wallet, currency, amount, venue_time, run_id, epoch)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String FLOWS =
      """
      select f.flow_number, f.venue, f.kind, f.flow_id, f.wallet, f.currency, f.amount, f.venue_time,
        c.class, c.author, c.approver, c.reason, c.at
      from cash_flow f left join flow_classification c using (flow_number)
      order by f.flow_number
      """;

  private static final String INSERT_CORRECTION =
      """
      insert into fill_correction
        (venue, account, instrument, trade_id, version, last_qty, last_px, side, fee, fee_currency, realized_pnl,
         pnl_currency, is_maker, venue_time, author, reason, run_id, epoch)
      select venue, account, instrument, trade_id, version + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
      from fill_in_force where instrument = ? and trade_id = ?
      """;

  private static final String VERSIONS =
      """
      select instrument, trade_id, venue_order_id, 1 as version, side, last_qty, last_px, fee, fee_currency,
        realized_pnl, pnl_currency, is_maker, venue_time
      from fill
      union all
      select c.instrument, c.trade_id, f.venue_order_id, c.version, c.side, c.last_qty, c.last_px, c.fee,
        c.fee_currency, c.realized_pnl, c.pnl_currency, c.is_maker, c.venue_time
      from fill_correction c join fill f using (venue, account, instrument, trade_id)
      """;

  private final Fence fence;

  PgAccounting(Fence fence) {
    this.fence = fence;
  }

  @Override
  public boolean record(CashFlow flow) {
    return fence.write(
        "book the flow " + flow.reference(),
        (sql, stamp) -> {
          if (!LedgerStore.insertTransaction(sql, stamp, Bookkeeping.ofFlow(flow), null)) {
            return false;
          }
          sql.update(
              INSERT_FLOW,
              flow.venue().value(),
              LedgerStore.ACCOUNT,
              flow.kind().name(),
              flow.id(),
              flow.wallet().value(),
              flow.amount().currency().value(),
              flow.amount().amount(),
              flow.venueTime(),
              stamp.runId(),
              stamp.epoch());
          return true;
        });
  }

  @Override
  public List<FlowEntry> flows() {
    return fence.read("read the flows", PgAccounting::flows);
  }

  /** Every flow, oldest first. */
  static List<FlowEntry> flows(Sql sql) throws SQLException {
    return sql.list(
        FLOWS,
        row ->
            new FlowEntry(
                row.number("flow_number"),
                flow(row),
                row.maybeText("class").isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        new FlowEntry.Classification(
                            FlowClass.valueOf(row.text("class")),
                            row.text("author"),
                            row.text("approver"),
                            row.text("reason"),
                            row.instant("at")))));
  }

  private static CashFlow flow(Row row) throws SQLException {
    return new CashFlow(
        row.text("flow_id"),
        CashFlow.Kind.valueOf(row.text("kind")),
        new Wallet(row.text("wallet")),
        new Money(row.decimal("amount"), Currency.of(row.text("currency"))),
        row.instant("venue_time"));
  }

  @Override
  public void classify(long number, FlowEntry.Classification said) {
    fence.write("explain the flow " + number, (sql, stamp) -> classify(sql, number, said));
  }

  /** Stores what was said of a flow; zero if it was said before or there is no such flow. */
  static int classify(Sql sql, long number, FlowEntry.Classification said) throws SQLException {
    return sql.update(
        """
        insert into flow_classification (flow_number, class, author, approver, reason, at)
        select flow_number, ?, ?, ?, ?, ? from cash_flow where flow_number = ? and kind <> 'TRANSFER'
        on conflict (flow_number) do nothing
        """,
        said.as().name(),
        said.author(),
        said.approver(),
        said.reason(),
        said.at(),
        number);
  }

  @Override
  public Optional<Instant> lastFlowTime(VenueId venue) {
    return fence.read(
        "read the time of the last flow",
        sql ->
            sql.one(
                "select max(venue_time) as venue_time from cash_flow where venue = ?",
                row -> row.maybeInstant("venue_time"),
                venue.value()));
  }

  /** An execution in one of its versions; a quantity of zero stands for one that was taken back. */
  private record Version(int number, Optional<Fill> fill) {}

  private static Version version(Row row) throws SQLException {
    BigDecimal quantity = row.decimal("last_qty");
    return new Version(
        row.integer("version"),
        quantity.signum() == 0
            ? Optional.empty()
            : Optional.of(
                new Fill(
                    InstrumentId.of(row.text("instrument")),
                    TradeId.of(row.text("trade_id")),
                    VenueOrderId.of(row.text("venue_order_id")),
                    Side.valueOf(row.text("side")),
                    Contracts.of(quantity),
                    Price.of(row.decimal("last_px")),
                    new Money(row.decimal("fee"), Currency.of(row.text("fee_currency"))),
                    new Money(row.decimal("realized_pnl"), Currency.of(row.text("pnl_currency"))),
                    row.bool("is_maker"),
                    row.instant("venue_time"))));
  }

  private static Optional<Version> inForce(Sql sql, InstrumentId instrument, TradeId trade)
      throws SQLException {
    return sql.first(
        "select * from fill_in_force where instrument = ? and trade_id = ?",
        PgAccounting::version,
        instrument.value(),
        trade.value());
  }

  @Override
  public Optional<Fill> fill(InstrumentId instrument, TradeId tradeId) {
    return fence
        .read("read the trade " + tradeId, sql -> inForce(sql, instrument, tradeId))
        .flatMap(Version::fill);
  }

  /** An execution as it is now said to be. */
  static Optional<Fill> fill(Sql sql, InstrumentId instrument, TradeId tradeId)
      throws SQLException {
    return inForce(sql, instrument, tradeId).flatMap(Version::fill);
  }

  @Override
  public void correct(FillCorrection correction, Booking booking) {
    fence.write(
        "correct the trade " + correction.tradeId(),
        (sql, stamp) -> {
          Version before =
              inForce(sql, correction.instrument(), correction.tradeId())
                  .filter(version -> version.fill().isPresent())
                  .orElseThrow(
                      () ->
                          new IllegalStateException(
                              "no booked trade "
                                  + correction.tradeId()
                                  + " of "
                                  + correction.instrument()
                                  + " can be corrected"));
          Fill fill = before.fill().orElseThrow();
          reverse(sql, stamp, booking.of(fill, before.number()), correction);
          insert(sql, stamp, correction, fill);
          if (correction.corrected().isPresent()) {
            LedgerStore.insertTransaction(
                sql, stamp, booking.of(correction.corrected().get(), before.number() + 1), null);
          }
          return before;
        });
  }

  private static void reverse(
      Sql sql, Stamp stamp, LedgerTransaction original, FillCorrection correction)
      throws SQLException {
    LedgerStore.insertTransaction(
        sql, stamp, Bookkeeping.reversal(original, correction.author(), correction.reason()), null);
  }

  private static void insert(Sql sql, Stamp stamp, FillCorrection correction, Fill before)
      throws SQLException {
    Fill now = correction.corrected().orElse(before);
    sql.update(
        INSERT_CORRECTION,
        correction.corrected().map(fill -> fill.lastQty().value()).orElse(BigDecimal.ZERO),
        now.lastPx().value(),
        now.side().name(),
        now.fee().amount(),
        now.fee().currency().value(),
        now.realizedPnl().amount(),
        now.realizedPnl().currency().value(),
        now.isMaker(),
        now.venueTime(),
        correction.author(),
        correction.reason(),
        stamp.runId(),
        stamp.epoch(),
        correction.instrument().value(),
        correction.tradeId().value());
  }

  @Override
  public AccountSums sums() {
    return fence.read(
        "read the sums of the ledger",
        sql -> {
          TreeMap<String, BigDecimal> sums = new TreeMap<>();
          for (LedgerEntry sum :
              sql.list(
                  "select account, unit, sum(amount) as amount from ledger_entry group by account, unit",
                  LedgerStore::entry)) {
            sums.put(AccountSums.key(sum.account(), sum.unit()), sum.amount());
          }
          return new AccountSums(sums);
        });
  }

  @Override
  public List<LedgerEvent> events() {
    return fence.read("read the events of the ledger", PgAccounting::events);
  }

  private static List<LedgerEvent> events(Sql sql) throws SQLException {
    TreeMap<String, LedgerEvent> facts = new TreeMap<>();
    for (Version version : sql.list(VERSIONS, PgAccounting::version)) {
      version
          .fill()
          .ifPresent(
              fill ->
                  facts.put(
                      "FILL "
                          + Bookkeeping.versioned(Bookkeeping.referenceOf(fill), version.number()),
                      new LedgerEvent.Executed(fill, version.number())));
    }
    for (FlowEntry entry : flows(sql)) {
      facts.put(Bookkeeping.ofFlow(entry.flow()).name(), new LedgerEvent.Flowed(entry.flow()));
    }
    List<LedgerEvent> events = new ArrayList<>();
    for (LedgerTransaction transaction : LedgerStore.transactions(sql)) {
      LedgerEvent fact = facts.get(transaction.name());
      if (facts.get(transaction.reference()) instanceof LedgerEvent.Executed taken) {
        fact = new LedgerEvent.Reversed(taken.fill());
      }
      events.add(fact == null ? new LedgerEvent.Booked(transaction) : fact);
    }
    return events;
  }
}
