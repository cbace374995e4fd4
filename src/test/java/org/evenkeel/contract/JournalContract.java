package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.contract.JournalExamples.BTC;
import static org.evenkeel.contract.JournalExamples.NOON;
import static org.evenkeel.contract.JournalExamples.SLOT;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.LedgerAccount;
import org.evenkeel.core.settle.LedgerTransaction;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.cycle.Controls;
import org.evenkeel.cycle.CycleLease;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.LeaseLost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a {@link Journal} must do, whatever it is made of. */
public abstract class JournalContract
    implements SlotContract, ErrandContract, ConfigContract, WishContract {

  /** One process's view of a memory. */
  public record Member(Journal journal, Controls controls, CycleLease lease) {}

  private Member leader;
  private Journal journal;

  /** A member of a new and empty memory, without the lease. */
  protected abstract Member newMemory();

  /** Another process's view of the same memory, without the lease. */
  protected abstract Member another();

  /** Lets the time of the lease run out. */
  protected abstract void expireLease();

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public Controls controls() {
    return leader.controls();
  }

  @BeforeEach
  void lead() {
    leader = newMemory();
    journal = leader.journal();
    assertThat(leader.lease().tryAcquire()).isTrue();
    journal.openRun(JournalExamples.manifest("first-run"), JournalExamples.ids("4f7q"));
  }

  @Test
  void the_nonce_of_a_memory_is_made_once() {
    assertThat(journal.openRun(JournalExamples.manifest("second-run"), JournalExamples.ids("zzzz")))
        .isEqualTo("4f7q");
  }

  @Test
  void a_cycle_ends_once() {
    journal.beginCycle(SLOT, NOON);
    end(CycleStatus.DONE);
    assertThat(journal.unfinishedCycles()).isEmpty();
    assertThatThrownBy(() -> end(CycleStatus.FAILED)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_newest_documents_come_back_as_they_were_kept() {
    StoredDocuments.assertTheNewestComeBack(journal);
  }

  @Test
  void a_cycle_is_decided_from_one_set_of_inputs() {
    journal.beginCycle(SLOT, NOON);
    journal.keepInputs(SLOT.cycleId(), InputExamples.inputs("100.5", "1000"));
    journal.keepInputs(SLOT.cycleId(), InputExamples.inputs("100.5", "1000"));
    assertThatThrownBy(
            () -> journal.keepInputs(SLOT.cycleId(), InputExamples.inputs("100.6", "1000")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_attempt_comes_back_as_it_was_committed() {
    Attempt attempt = committed(1);
    assertThat(journal.attempt(attempt.ticket().clientOrderId())).contains(attempt);
    assertThat(journal.openAttempts()).containsExactly(attempt);
    assertThat(journal.attempts(attempt.intent())).containsExactly(attempt);
    assertThat(journal.attempt(ClientOrderId.of("ek4f7qunknown"))).isEmpty();
  }

  @Test
  void an_intent_has_one_live_attempt() {
    Attempt first = committed(1);
    Attempt second = JournalExamples.attempt(first.intent(), 2);
    assertThatThrownBy(() -> journal.commitAttempt(second, NOON))
        .isInstanceOf(IllegalStateException.class);
    journal.advance(first, first.with(new AttemptState.Rejected("-2019")), NOON, "rejected");
    journal.commitAttempt(second, NOON.plusSeconds(1));
    assertThat(journal.openAttempts()).containsExactly(second);
    assertThat(journal.attempts(first.intent()))
        .extracting(Attempt::state)
        .containsExactly(new AttemptState.Rejected("-2019"), new AttemptState.PendingNew());
  }

  @Test
  void a_client_order_id_is_used_once() {
    Attempt first = committed(1);
    journal.advance(first, first.with(new AttemptState.Absent("proved")), NOON, "absent");
    assertThatThrownBy(() -> journal.commitAttempt(first, NOON))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void every_state_comes_back_exactly() {
    Attempt attempt = committed(1);
    List<AttemptState> way =
        List.of(
            new AttemptState.Unknown("read timed out, 'quoted' \"text\"\nand a line"),
            new AttemptState.New(),
            new AttemptState.PartiallyFilled(Contracts.of("0.000000000000000001")),
            new AttemptState.Unknown("not visible"),
            new AttemptState.Settling(
                Contracts.of("123456789012345678.123456789"), VenueOrder.Status.EXPIRED),
            new AttemptState.Quarantined("booked more"),
            new AttemptState.Settling(Contracts.of("3"), VenueOrder.Status.CANCELED),
            new AttemptState.Canceled(Contracts.of("3")));
    for (AttemptState state : way) {
      Attempt next = attempt.with(state);
      journal.advance(attempt, next, NOON, "event");
      assertThat(journal.attempt(attempt.ticket().clientOrderId())).contains(next);
      attempt = next;
    }
    assertThat(journal.openAttempts()).isEmpty();
  }

  @Test
  void an_attempt_moves_only_from_its_stored_state() {
    Attempt attempt = committed(1);
    Attempt unknown = attempt.with(new AttemptState.Unknown("timeout"));
    journal.advance(attempt, unknown, NOON, "unknown");
    assertThatThrownBy(
            () -> journal.advance(attempt, attempt.with(new AttemptState.New()), NOON, "new"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(journal.openAttempts()).containsExactly(unknown);
  }

  @Test
  void a_terminal_attempt_never_changes() {
    Attempt attempt = committed(1);
    Attempt absent = attempt.with(new AttemptState.Absent("proof"));
    journal.advance(attempt, absent, NOON, "absent");
    assertThatThrownBy(
            () -> journal.advance(absent, absent.with(new AttemptState.New()), NOON, "new"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_attempt_is_found_by_its_venue_order() {
    Attempt attempt = committed(1);
    Attempt seen = attempt.seenAs(VenueOrderId.of("8886774")).with(new AttemptState.New());
    journal.advance(attempt, seen, NOON, "acknowledged");
    assertThat(journal.attemptByVenueOrder(BTC, "8886774")).contains(seen);
    assertThat(journal.attemptByVenueOrder(JournalExamples.ETH, "8886774")).isEmpty();
  }

  @Test
  void a_fill_is_booked_once_with_its_ledger_transaction_and_its_attempt() {
    Attempt before = settling("2");
    Attempt half = before.booked(Contracts.of("1"));
    var fill = JournalExamples.fill("7", "1", "8886774");
    var booking = JournalExamples.bookingOf(fill);

    assertThat(journal.bookFill(fill, booking, Optional.of(before), Optional.of(half))).isTrue();
    assertThat(journal.bookFill(fill, booking, Optional.of(before), Optional.of(half))).isFalse();
    assertThat(journal.openAttempts()).containsExactly(half);
    assertThat(journal.ledger().positions()).containsEntry(BTC.value(), BigDecimal.ONE);
    assertThat(journal.lastTrade(BTC)).contains(TradeId.of("7"));

    var rest = JournalExamples.fill("11", "1", "8886774");
    Attempt filled =
        half.booked(Contracts.of("2")).with(new AttemptState.Filled(Contracts.of("2")));
    assertThat(
            journal.bookFill(
                rest, JournalExamples.bookingOf(rest), Optional.of(half), Optional.of(filled)))
        .isTrue();
    assertThat(journal.openAttempts()).isEmpty();
    assertThat(journal.attempt(filled.ticket().clientOrderId())).contains(filled);
    assertThat(journal.lastTrade(BTC)).contains(TradeId.of("11"));
  }

  @Test
  void the_last_trade_until_a_time_is_the_newest_that_is_not_later() {
    assertThat(journal.lastTradeTime(BTC)).isEmpty();
    assertThat(journal.lastTradeUntil(BTC, NOON)).isEmpty();
    for (String number : List.of("9", "10", "7")) {
      var fill = JournalExamples.fill(number, "1", "1");
      journal.bookFill(fill, JournalExamples.bookingOf(fill), Optional.empty(), Optional.empty());
    }
    Instant traded = JournalExamples.fill("9", "1", "1").venueTime();
    assertThat(journal.lastTradeTime(BTC)).contains(traded);
    assertThat(journal.lastTradeUntil(BTC, traded)).contains(TradeId.of("10"));
    assertThat(journal.lastTradeUntil(BTC, traded.minusMillis(1))).isEmpty();
  }

  @Test
  void a_fill_that_does_not_fit_its_attempt_is_not_booked_in_part() {
    Attempt before = settling("2");
    Attempt wrong = before.with(new AttemptState.New());
    var fill = JournalExamples.fill("7", "1", "8886774");
    assertThatThrownBy(
            () ->
                journal.bookFill(
                    fill, JournalExamples.bookingOf(fill), Optional.of(wrong), Optional.of(before)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(journal.lastTrade(BTC)).isEmpty();
    assertThat(journal.ledger().positions()).isEmpty();
  }

  @Test
  void a_fill_that_came_before_its_order_was_known_counts_for_the_attempt_once_it_is() {
    Attempt attempt = committed(1);
    var early = JournalExamples.fill("7", "1", "8886774");
    journal.bookFill(early, JournalExamples.bookingOf(early), Optional.empty(), Optional.empty());
    journal.advance(
        attempt, attempt.seenAs(VenueOrderId.of("8886774")).with(new AttemptState.New()), NOON, "");
    assertThat(journal.openAttempts())
        .extracting(Attempt::bookedQty)
        .containsExactly(Contracts.of("1"));
  }

  @Test
  void bookings_add_up_exactly_and_are_booked_once() {
    assertThat(journal.openingTime(Wallets.BINANCE)).isEmpty();
    assertThat(journal.ledger().wallets()).isEmpty();
    assertThat(journal.book(JournalExamples.opening("123456789012345678.123456789"))).isTrue();
    assertThat(journal.book(JournalExamples.opening("1"))).isFalse();
    journal.book(JournalExamples.funding("f1", "0.000000000000000001", NOON));
    journal.book(JournalExamples.funding("f2", "-1", NOON.plusSeconds(9)));
    assertThat(journal.book(JournalExamples.funding("f2", "-1", NOON))).isFalse();

    assertThat(journal.ledger().wallets())
        .containsEntry(
            "FUTURES@binance/USDT", new BigDecimal("123456789012345677.123456789000000001"));
    assertThat(journal.openingTime(Wallets.BINANCE)).contains(NOON);
    assertThat(journal.lastIncomeTime(Wallets.BINANCE)).contains(NOON.plusSeconds(9));
  }

  @Test
  void one_reference_may_serve_two_kinds() {
    journal.book(JournalExamples.funding("same", "1", NOON));
    LedgerTransaction transfer =
        JournalExamples.between(
            LedgerTransaction.Kind.EXTERNAL_FLOW, "same", LedgerAccount.EXTERNAL, "5", NOON);
    assertThat(journal.book(transfer)).isTrue();
  }

  @Test
  void the_trading_state_is_the_last_one_set() {
    assertThat(journal.tradingState()).isEqualTo(TradingState.ACTIVE);
    leader.controls().setTradingState(TradingState.HALTED, "ann", "drill");
    leader.controls().setTradingState(TradingState.REDUCE_ONLY, "ann", "drill over");
    assertThat(journal.tradingState()).isEqualTo(TradingState.REDUCE_ONLY);
  }

  @Test
  void an_override_is_in_force_from_its_beginning_until_its_end() {
    OperatorOverride cap =
        leader
            .controls()
            .addOverride(
                SleeveId.of("btc"),
                OperatorOverride.Kind.CAP,
                Ratio.of("0.25"),
                "ann",
                "event risk",
                NOON,
                NOON.plusSeconds(100));
    assertThat(journal.overrides(NOON)).containsExactly(cap);
    assertThat(journal.overrides(NOON.minusSeconds(1))).isEmpty();
    assertThat(journal.overrides(NOON.plusSeconds(100))).isEmpty();

    Instant end = NOON.plusSeconds(10);
    assertThat(leader.controls().expireOverride(cap.id(), "ann", "over", end)).isTrue();
    assertThat(leader.controls().expireOverride(cap.id(), "ann", "over", end)).isFalse();
    assertThat(leader.controls().expireOverride(99, "ann", "over", end)).isFalse();
    assertThat(journal.overrides(end)).isEmpty();
    assertThat(journal.overrides(end.minusSeconds(1))).hasSize(1);
  }

  @Test
  void the_last_time_seen_never_goes_back() {
    journal.heartbeat(NOON.plusSeconds(100));
    journal.heartbeat(NOON.plusSeconds(50));
    assertThat(journal.lastSeen()).contains(NOON.plusSeconds(100));
  }

  @Test
  void a_held_lease_is_not_given_to_another_until_it_expires() {
    Member rival = another();
    assertThat(rival.lease().tryAcquire()).isFalse();
    assertThat(leader.lease().tryAcquire()).isTrue();
    leader.lease().renew();
    expireLease();
    assertThat(rival.lease().tryAcquire()).isTrue();
    assertThatThrownBy(() -> leader.lease().renew()).isInstanceOf(LeaseLost.class);
  }

  @Test
  void a_released_lease_is_free_at_once() {
    leader.lease().release();
    assertThatThrownBy(() -> journal.heartbeat(NOON)).isInstanceOf(LeaseLost.class);
    assertThat(another().lease().tryAcquire()).isTrue();
  }

  @Test
  void after_a_take_over_the_old_leader_can_write_nothing() {
    Attempt attempt = committed(1);
    Member rival = another();
    expireLease();
    assertThat(rival.lease().tryAcquire()).isTrue();
    assertThat(
            rival
                .journal()
                .openRun(JournalExamples.manifest("rival-run"), JournalExamples.ids("x")))
        .isEqualTo("4f7q");

    Attempt moved = attempt.with(new AttemptState.New());
    assertThatThrownBy(() -> journal.advance(attempt, moved, NOON, "late"))
        .isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> journal.heartbeat(NOON)).isInstanceOf(LeaseLost.class);
    assertThat(rival.journal().openAttempts()).containsExactly(attempt);
    rival.journal().advance(attempt, moved, NOON, "by the new leader");
    assertThat(rival.journal().openAttempts()).containsExactly(moved);
  }

  private void end(CycleStatus status) {
    journal.endCycle(SLOT.cycleId(), NOON, status, "", JournalExamples.made(), new TreeMap<>());
  }

  private Attempt committed(int number) {
    journal.beginCycle(SLOT, NOON);
    Intent intent = JournalExamples.intent();
    journal.commitIntents(List.of(intent));
    Attempt attempt = JournalExamples.attempt(intent.id(), number);
    journal.commitAttempt(attempt, NOON);
    return attempt;
  }

  private Attempt settling(String cumQty) {
    Attempt attempt = committed(1);
    Attempt settling =
        attempt
            .seenAs(VenueOrderId.of("8886774"))
            .with(new AttemptState.Settling(Contracts.of(cumQty), VenueOrder.Status.FILLED));
    journal.advance(attempt, settling, NOON, "closed");
    return settling;
  }
}
