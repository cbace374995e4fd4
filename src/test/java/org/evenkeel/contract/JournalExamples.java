package org.evenkeel.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.RunId;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.ClientOrderIds;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.LedgerAccount;
import org.evenkeel.core.settle.LedgerEntry;
import org.evenkeel.core.settle.LedgerTransaction;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.PositionRow;
import org.evenkeel.core.statement.WeightRow;
import org.evenkeel.cycle.Ids;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.RunManifest;

/** A small decision with everything that belongs to it, for tests of journals. */
public final class JournalExamples {

  public static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  public static final Slot SLOT = Slot.scheduled("default", NOON);
  public static final InstrumentId BTC = InstrumentId.of("BTC-USDT-PERP@binance");
  public static final InstrumentId ETH = InstrumentId.of("ETH-USDT-PERP@binance");

  private JournalExamples() {}

  public static RunManifest manifest(String runId) {
    return new RunManifest(RunId.of(runId), "rehearsal", "1.0", "cafe", NOON.minusSeconds(60));
  }

  public static Ids ids(String nonce) {
    return new Ids() {
      @Override
      public String incarnationNonce() {
        return nonce;
      }

      @Override
      public String runSuffix() {
        return "suffix";
      }
    };
  }

  public static MarketSnapshot market(String close) {
    Instrument perpetual = Instrument.parse(BTC);
    InstrumentSpec spec =
        new InstrumentSpec(
            perpetual,
            new BigDecimal("0.10"),
            new BigDecimal("0.001"),
            new BigDecimal("0.001"),
            new BigDecimal("1E+3"),
            new BigDecimal("100"),
            BigDecimal.ONE,
            true);
    Bar first =
        new Bar(
            NOON.minusSeconds(7200),
            NOON.minusSeconds(3600),
            Price.of("99.5"),
            Price.of("101"),
            Price.of("99"),
            Price.of("100"),
            new BigDecimal("12.340"));
    Bar second =
        new Bar(
            NOON.minusSeconds(3600),
            NOON,
            Price.of("100"),
            Price.of("102"),
            Price.of("0.000000000000000001"),
            Price.of(close),
            new BigDecimal("1E+3"));
    Quote quote =
        new Quote(
                BTC,
                Price.of("100.4"),
                Price.of("100.6"),
                Price.of("100.51"),
                NOON.plusMillis(120),
                Instant.parse("2026-01-31T12:00:00.123456789Z"))
            .lastAt(Price.of("100.45"));
    return new MarketSnapshot(
        NOON,
        NOON.plusSeconds(1),
        List.of(spec),
        List.of(new BarSeries(BTC, Duration.ofHours(1), List.of(first, second))),
        List.of(quote));
  }

  public static AccountSnapshot account(String total) {
    return new AccountSnapshot(
        VenueId.of("binance"),
        NOON,
        NOON.plusMillis(7),
        List.of(
            new Balance(
                Wallets.FUTURES,
                Currency.of("USDT"),
                new BigDecimal(total),
                new BigDecimal("123456789012345678.123456789"))),
        List.of(
            new VenuePosition(
                BTC, Contracts.of("-0.5"), new BigDecimal("100.25"), new BigDecimal("-1E-18"))));
  }

  public static Intent intent() {
    return new Intent(
        SLOT.cycleId(), BTC, 0, Side.BUY, Contracts.of("2"), false, Price.of("100.5"));
  }

  public static Attempt attempt(IntentId intent, int number) {
    OrderTicket ticket =
        new OrderTicket(
            ClientOrderIds.derived("4f7q", intent, number, NOON),
            BTC,
            Side.BUY,
            Contracts.of("2"),
            Price.of("100.7"),
            TimeInForce.IOC,
            false,
            NOON,
            NOON.plusSeconds(5));
    return Attempt.pending(intent, number, ticket);
  }

  public static Fill fill(String tradeId, String quantity, String venueOrderId) {
    return new Fill(
        BTC,
        TradeId.of(tradeId),
        VenueOrderId.of(venueOrderId),
        Side.BUY,
        Contracts.of(quantity),
        Price.of("100.6"),
        Money.of("0.0402", "USDT"),
        Money.of("0", "USDT"),
        false,
        NOON.plusSeconds(2));
  }

  /** Opens a run and the cycle of the slot, in which 2 contracts are bought by the trades 7 and 8; returns the order. */
  public static Attempt trade(Journal journal) {
    journal.openRun(manifest("first-run"), ids("4f7q"));
    journal.beginCycle(SLOT, NOON);
    Intent intent = intent();
    journal.commitIntents(List.of(intent));
    Attempt pending = attempt(intent.id(), 1);
    journal.commitAttempt(pending, NOON);
    Attempt settling =
        pending
            .seenAs(VenueOrderId.of("1"))
            .with(new AttemptState.Settling(Contracts.of("2"), VenueOrder.Status.FILLED));
    journal.advance(pending, settling, NOON, "closed");
    Attempt half = settling.booked(Contracts.of("1"));
    book(journal, "7", settling, half);
    Attempt ended = half.booked(Contracts.of("2")).with(new AttemptState.Filled(Contracts.of("2")));
    book(journal, "8", half, ended);
    return ended;
  }

  /** Books one contract of the venue's order 1. */
  public static void book(Journal journal, String trade, Attempt before, Attempt after) {
    Fill fill = fill(trade, "1", "1");
    journal.bookFill(fill, bookingOf(fill), Optional.of(before), Optional.of(after));
  }

  public static LedgerTransaction bookingOf(Fill fill) {
    BigDecimal quantity = fill.side().signed(fill.lastQty()).value();
    return new LedgerTransaction(
        LedgerTransaction.Kind.FILL,
        fill.instrument() + "/" + fill.tradeId(),
        fill.venueTime(),
        List.of(
            new LedgerEntry(LedgerAccount.POSITION, fill.instrument().value(), quantity),
            new LedgerEntry(LedgerAccount.MARKET, fill.instrument().value(), quantity.negate()),
            new LedgerEntry(
                LedgerAccount.FUTURES_WALLET, "USDT@binance", fill.fee().amount().negate()),
            new LedgerEntry(LedgerAccount.FEE, "USDT@binance", fill.fee().amount())));
  }

  public static LedgerTransaction opening(String amount) {
    return between(LedgerTransaction.Kind.OPENING, "binance", LedgerAccount.OPENING, amount, NOON);
  }

  public static LedgerTransaction funding(String reference, String amount, Instant venueTime) {
    return between(
        LedgerTransaction.Kind.FUNDING,
        "binance/" + reference,
        LedgerAccount.FUNDING,
        amount,
        venueTime);
  }

  /** An amount of USDT into the futures wallet against another account. */
  public static LedgerTransaction between(
      LedgerTransaction.Kind kind,
      String reference,
      LedgerAccount other,
      String amount,
      Instant venueTime) {
    BigDecimal value = new BigDecimal(amount);
    return new LedgerTransaction(
        kind,
        reference,
        venueTime,
        List.of(
            new LedgerEntry(LedgerAccount.FUTURES_WALLET, "USDT@binance", value),
            new LedgerEntry(other, "USDT@binance", value.negate())));
  }

  public static CycleStatement statement() {
    return new CycleStatement(
        NOON,
        new BigDecimal("1000.5"),
        new BigDecimal("1.25"),
        new BigDecimal("0.2"),
        new BigDecimal("201.2"),
        List.of(
            new WeightRow(
                "btc",
                "crypto",
                BigDecimal.ONE,
                BigDecimal.ONE,
                new BigDecimal("1.2"),
                new BigDecimal("1.25"),
                new BigDecimal("0.05"),
                BigDecimal.ONE,
                BigDecimal.ONE,
                "")),
        List.of(
            new PositionRow(
                BTC.value(),
                new BigDecimal("2"),
                new BigDecimal("100.51"),
                new BigDecimal("201.02"),
                new BigDecimal("0.2009"))),
        List.of(),
        "risk-parity: risk contributions equal the budgets");
  }

  /** The statement of a cycle that made one. */
  static Optional<CycleStatement> made() {
    return Optional.of(statement());
  }
}
