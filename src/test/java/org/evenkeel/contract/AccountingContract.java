package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.contract.JournalExamples.BTC;
import static org.evenkeel.contract.JournalExamples.NOON;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.data.HeldOut;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.settle.Bookkeeping;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.FillCorrection;
import org.evenkeel.core.settle.FlowClass;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.Income;
import org.evenkeel.core.settle.LedgerEvent;
import org.evenkeel.core.settle.TransferEntry;
import org.evenkeel.core.settle.TransferState;
import org.evenkeel.core.settle.WalletTransfer;
import org.evenkeel.cycle.Accounting;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.TransferRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Accounting} must do, whatever they are made of. */
public abstract class AccountingContract {

  private static final InstrumentId USDC = Samples.usdc().id();

  private JournalContract.Member member;
  private Journal journal;
  private Accounting accounting;

  /** A member of a new and empty memory, without the lease. */
  protected abstract JournalContract.Member newMemory();

  @BeforeEach
  void lead() {
    member = newMemory();
    journal = member.journal();
    assertThat(member.lease().tryAcquire()).isTrue();
    journal.openRun(JournalExamples.manifest("first-run"), JournalExamples.ids("4f7q"));
    accounting = journal.accounting();
  }

  private static Optional<InstrumentSpec> spec(InstrumentId id) {
    return Optional.of(id.equals(USDC) ? Samples.usdc() : Samples.spec(Instrument.parse(id)));
  }

  private static CashFlow flow(String id, CashFlow.Kind kind, Wallet wallet, String amount) {
    return new CashFlow(id, kind, wallet, Money.of(amount, "USDT"), NOON.plusSeconds(1));
  }

  private static Fill fill(InstrumentId id, int trade, Side side, String quantity, Money fee) {
    return new Fill(
        id,
        TradeId.of(Integer.toString(trade)),
        VenueOrderId.of("8886774"),
        side,
        Contracts.of(quantity),
        Price.of("1.0002"),
        fee,
        Money.of("0", "USDT"),
        false,
        NOON.plusSeconds(trade));
  }

  private boolean book(Fill fill) {
    return journal.bookFill(
        fill,
        Bookkeeping.ofFill(fill, spec(fill.instrument()).orElseThrow(), Wallets.of(fill)),
        Optional.empty(),
        Optional.empty());
  }

  private void correct(Fill before, Optional<Fill> now) {
    accounting.correct(
        new FillCorrection(before.instrument(), before.tradeId(), now, "ann", "venue's letter"),
        (fill, version) ->
            Bookkeeping.ofCorrected(
                fill, spec(fill.instrument()).orElseThrow(), Wallets.of(fill), version));
  }

  /** Two venues count for themselves, so the same id at both is two flows. */
  @Test
  void equal_ids_at_two_venues_are_two_flows() {
    Wallet other = Wallet.unified(VenueId.of("okx"));
    assertThat(accounting.record(flow("7", CashFlow.Kind.DEPOSIT, Wallets.SPOT, "250.5"))).isTrue();
    assertThat(accounting.record(flow("7", CashFlow.Kind.DEPOSIT, other, "40"))).isTrue();
    assertThat(accounting.record(flow("7", CashFlow.Kind.DEPOSIT, other, "40"))).isFalse();

    assertThat(journal.ledger().wallets())
        .containsEntry("SPOT@binance/USDT", new BigDecimal("250.5"))
        .containsEntry("UNIFIED@okx/USDT", new BigDecimal("40"));
    assertThat(accounting.flows()).hasSize(2);
    assertThat(accounting.lastFlowTime(VenueId.of("okx"))).isPresent();
  }

  @Test
  void a_flow_is_booked_once_whatever_its_second_report_says() {
    assertThat(accounting.lastFlowTime(Wallets.BINANCE)).isEmpty();
    CashFlow deposit = flow("7", CashFlow.Kind.DEPOSIT, Wallets.SPOT, "250.5");
    assertThat(accounting.record(deposit)).isTrue();
    assertThat(accounting.record(flow("7", CashFlow.Kind.DEPOSIT, Wallets.SPOT, "99"))).isFalse();
    assertThat(accounting.record(flow("7", CashFlow.Kind.WITHDRAWAL, Wallets.SPOT, "-50")))
        .isTrue();
    assertThat(accounting.record(flow("8", CashFlow.Kind.TRANSFER, Wallets.FUTURES, "200")))
        .isTrue();

    assertThat(journal.ledger().wallets())
        .containsEntry("SPOT@binance/USDT", new BigDecimal("0.5"));
    assertThat(journal.ledger().wallets())
        .containsEntry("FUTURES@binance/USDT", new BigDecimal("200"));
    assertThat(accounting.sums().sums())
        .containsEntry("EXTERNAL USDT@binance", new BigDecimal("-200.5"));
    assertThat(accounting.flows())
        .extracting(FlowEntry::flow)
        .hasSize(3)
        .first()
        .isEqualTo(deposit);
    assertThat(accounting.flows()).extracting(FlowEntry::number).containsExactly(1L, 2L, 3L);
    assertThat(accounting.lastFlowTime(Wallets.BINANCE)).contains(NOON.plusSeconds(1));
  }

  @Test
  void one_person_explains_what_left_and_two_what_came() {
    accounting.record(flow("1", CashFlow.Kind.DEPOSIT, Wallets.SPOT, "5"));
    accounting.record(flow("1", CashFlow.Kind.WITHDRAWAL, Wallets.SPOT, "-5"));
    accounting.record(flow("1", CashFlow.Kind.TRANSFER, Wallets.FUTURES, "1"));

    assertThatThrownBy(
            () -> member.controls().classifyFlow(1, FlowClass.DEPOSIT, "ann", "mine", NOON))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("two");
    assertThatThrownBy(
            () ->
                accounting.classify(
                    1, new FlowEntry.Classification(FlowClass.DEPOSIT, "ann", "ann", "mine", NOON)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(member.controls().classifyFlow(2, FlowClass.WITHDRAWAL, "ann", "rent", NOON))
        .isTrue();
    assertThat(member.controls().classifyFlow(2, FlowClass.AIRDROP, "ann", "again", NOON))
        .isFalse();
    assertThat(member.controls().classifyFlow(3, FlowClass.TRANSFER, "ann", "own", NOON)).isFalse();
    assertThat(member.controls().classifyFlow(9, FlowClass.TRANSFER, "ann", "none", NOON))
        .isFalse();
    assertThat(accounting.flows()).filteredOn(FlowEntry::isOpen).hasSize(1);
    assertThat(FlowEntry.heldOut(accounting.flows()).amounts()).containsOnlyKeys(Wallets.SPOT);

    FlowEntry.Classification said =
        new FlowEntry.Classification(FlowClass.DEPOSIT, "ann", "bob", "mine", NOON);
    accounting.classify(1, said);
    assertThat(accounting.flows().get(0).classification()).contains(said);
    assertThat(FlowEntry.heldOut(accounting.flows()).isNothing()).isTrue();
  }

  @Test
  void a_transfer_is_sent_once_and_alone_on_its_route() {
    Wallet futures = Wallet.futures(VenueId.of("krakenfutures"));
    WalletTransfer transfer = new WalletTransfer(Wallets.SPOT, futures, Money.of("500.25", "USDT"));
    long first = member.controls().requestTransfer(transfer, "ann", "margin");
    long second = member.controls().requestTransfer(transfer, "ann", "again");
    TransferRecords records = journal.transferRecords();
    TransferEntry sent =
        records.advance(records.transfers().get(0), TransferState.SENT, "", "", NOON);

    assertThat(sent.sentAt()).contains(NOON);
    assertThatThrownBy(() -> records.advance(sent, TransferState.SENT, "", "", NOON))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> records.advance(records.transfers().get(1), TransferState.SENT, "", "", NOON))
        .as("its route is taken")
        .isInstanceOf(IllegalStateException.class);
    TransferEntry done =
        records.advance(
            records.advance(sent, TransferState.ACCEPTED, "T-1", "", NOON),
            TransferState.DONE,
            "T-1",
            "shown",
            NOON.plusSeconds(1));
    assertThatThrownBy(() -> records.advance(done, TransferState.REFUSED, "", "", NOON))
        .isInstanceOf(IllegalStateException.class);

    assertThat(records.transfers()).hasSize(2).first().isEqualTo(done);
    assertThat(done.venueReference()).isEqualTo("T-1");
    assertThat(member.controls().giveUpTransfer(first, "ann", "done anyway")).isFalse();
    assertThat(member.controls().giveUpTransfer(second, "ann", "not wanted")).isTrue();
    assertThat(member.controls().giveUpTransfer(second, "ann", "twice")).isFalse();
    assertThat(records.transfers().get(1).state()).isEqualTo(TransferState.GIVEN_UP);
  }

  @Test
  void what_comes_by_a_transfer_made_here_needs_no_second_person_and_other_money_does() {
    Wallet futures = Wallet.futures(VenueId.of("krakenfutures"));
    member
        .controls()
        .requestTransfer(
            new WalletTransfer(Wallets.SPOT, futures, Money.of("500", "USDT")), "ann", "margin");
    TransferRecords records = journal.transferRecords();
    TransferEntry sent =
        records.advance(records.transfers().get(0), TransferState.SENT, "", "", NOON);
    accounting.record(flow("1", CashFlow.Kind.WITHDRAWAL, Wallets.SPOT, "-500"));
    accounting.record(flow("2", CashFlow.Kind.DEPOSIT, futures, "500"));
    accounting.record(flow("3", CashFlow.Kind.DEPOSIT, futures, "501"));
    long number = accounting.flows().get(0).number();

    records.explain(sent, number, NOON);
    records.explain(sent, number + 1, NOON);

    assertThatThrownBy(() -> records.explain(sent, number + 2, NOON))
        .as("another amount")
        .isInstanceOf(IllegalStateException.class);
    assertThat(accounting.flows()).filteredOn(FlowEntry::isOpen).hasSize(1);
    assertThat(FlowEntry.heldOut(accounting.flows()))
        .isEqualTo(HeldOut.none().plus(futures, Money.of("501", "USDT")));
  }

  @Test
  void a_corrected_fill_is_reversed_and_booked_anew_and_everything_follows_but_the_past() {
    Fill first = fill(BTC, 1, Side.BUY, "2", Money.of("0.1", "USDT"));
    Fill second = fill(BTC, 1, Side.BUY, "1.5", Money.of("0.01", "BNB"));
    book(first);
    correct(first, Optional.of(second));

    assertThat(accounting.fill(BTC, first.tradeId())).contains(second);
    assertThat(journal.ledger().positions()).containsEntry(BTC.value(), new BigDecimal("1.5"));
    assertThat(journal.ledger().wallets())
        .doesNotContainKey("FUTURES@binance/USDT")
        .containsEntry("FUTURES@binance/BNB", new BigDecimal("-0.01"));
    assertThat(book(second)).as("the same trade is not booked again").isFalse();

    correct(second, Optional.empty());
    assertThat(accounting.fill(BTC, first.tradeId())).isEmpty();
    assertThat(journal.ledger().positions()).isEmpty();
    assertThat(accounting.events())
        .containsExactly(
            new LedgerEvent.Executed(first, 1),
            new LedgerEvent.Reversed(first),
            new LedgerEvent.Executed(second, 2),
            new LedgerEvent.Reversed(second));
    assertThatThrownBy(() -> correct(first, Optional.of(second)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_was_never_booked_cannot_be_corrected() {
    Fill unknown = fill(BTC, 1, Side.BUY, "2", Money.of("0.1", "USDT"));
    assertThatThrownBy(() -> correct(unknown, Optional.empty()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(accounting.events()).isEmpty();
  }

  @Test
  void an_order_has_what_its_corrected_fills_say() {
    Fill first = JournalExamples.fill("1", "2", "8886774");
    book(first);
    journal.beginCycle(JournalExamples.SLOT, NOON);
    journal.commitIntents(List.of(JournalExamples.intent()));
    var attempt = JournalExamples.attempt(JournalExamples.intent().id(), 1);
    journal.commitAttempt(attempt, NOON);
    journal.advance(
        attempt,
        attempt
            .seenAs(VenueOrderId.of("8886774"))
            .with(new org.evenkeel.core.route.AttemptState.New()),
        NOON,
        "");
    correct(first, Optional.of(JournalExamples.fill("1", "1.25", "8886774")));

    assertThat(journal.openAttempts().get(0).bookedQty()).isEqualTo(Contracts.of("1.25"));
  }

  /** F51: the second order's executions name no order that the attempt is known by. */
  @Test
  void an_order_has_the_fills_of_every_order_that_the_venue_has_made_of_it() {
    journal.beginCycle(JournalExamples.SLOT, NOON);
    journal.commitIntents(List.of(JournalExamples.intent()));
    var attempt = JournalExamples.attempt(JournalExamples.intent().id(), 1);
    journal.commitAttempt(attempt, NOON);
    var known =
        attempt
            .seenAs(VenueOrderId.of("8886774"))
            .with(new org.evenkeel.core.route.AttemptState.New());
    journal.advance(attempt, known, NOON, "");
    Contracts sum = Contracts.ZERO;
    for (String order : List.of("8886775", "8886774", "8886775")) {
      sum = sum.plus(Contracts.of("0.5"));
      Fill part = JournalExamples.fill(sum.toString().replace(".", ""), "0.5", order);
      var before = journal.openAttempts().get(0);
      journal.bookFill(
          part,
          JournalExamples.bookingOf(part),
          Optional.of(before),
          Optional.of(before.seenAs(part.venueOrderId()).booked(sum)));
    }
    assertThat(journal.openAttempts()).containsExactly(known.booked(Contracts.of("1.5")));
    assertThat(journal.attemptByVenueOrder(JournalExamples.BTC, "8886774")).isPresent();
  }

  /** I15: several hundred facts of every kind in an order that a fixed seed draws. */
  @Test
  void the_ledger_made_anew_from_its_facts_has_the_hash_of_the_stored_one() {
    SplittableRandom random = new SplittableRandom(20260131);
    journal.book(JournalExamples.opening("1000000"));
    List<Fill> booked = new ArrayList<>();
    for (int i = 1; i <= 150; i++) {
      String size = BigDecimal.valueOf(1 + random.nextInt(9_999_999), 7).toPlainString();
      String signed = random.nextBoolean() ? size : "-" + size;
      switch (random.nextInt(6)) {
        case 0 ->
            journal.book(
                Bookkeeping.ofIncome(
                    new Income(
                        Wallets.FUTURES,
                        "" + i,
                        random.nextBoolean() ? Income.Kind.FUNDING : Income.Kind.OTHER,
                        "FUNDING_FEE",
                        Money.of(signed, "USDT"),
                        "BTCUSDT",
                        NOON)));
        case 1 ->
            accounting.record(
                flow(
                    "" + i,
                    random.nextInt(3) == 0
                        ? CashFlow.Kind.TRANSFER
                        : signed.equals(size) ? CashFlow.Kind.DEPOSIT : CashFlow.Kind.WITHDRAWAL,
                    Wallets.FUTURES,
                    signed));
        case 2 ->
            journal.book(
                Bookkeeping.adjustment(
                    "" + i, Wallets.SPOT, Money.of(signed, "BNB"), NOON, "ann", "dust"));
        case 3 -> {
          if (!booked.isEmpty()) {
            Fill old = booked.remove(random.nextInt(booked.size()));
            Fill anew =
                fill(
                    old.instrument(),
                    Integer.parseInt(old.tradeId().value()),
                    old.side(),
                    size,
                    old.fee());
            boolean isBust = random.nextBoolean();
            correct(old, isBust ? Optional.empty() : Optional.of(anew));
            if (!isBust) {
              booked.add(anew);
            }
          }
        }
        default -> {
          Fill fill =
              fill(
                  random.nextBoolean() ? BTC : USDC,
                  i,
                  random.nextBoolean() ? Side.BUY : Side.SELL,
                  size,
                  Money.of(signed, List.of("USDT", "BNB", "USDC").get(random.nextInt(3))));
          book(fill);
          booked.add(fill);
        }
      }
    }
    List<LedgerEvent> events = accounting.events();
    assertThat(events).hasSizeGreaterThan(120);
    assertThat(
            LedgerEvent.replay(
                    events, AccountingContract::spec, id -> Wallet.of(Instrument.parse(id), false))
                .hash())
        .isEqualTo(accounting.sums().hash());
    assertThat(
            LedgerEvent.replay(
                    events.subList(1, events.size()),
                    AccountingContract::spec,
                    id -> Wallet.of(Instrument.parse(id), false))
                .hash())
        .as("without one of the facts")
        .isNotEqualTo(accounting.sums().hash());
  }
}
