package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.FlowClass;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.Performance;
import org.evenkeel.core.statement.PerformanceEntry;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.shell.simulate.MemoryRequests;
import org.junit.jupiter.api.Test;

/** Money that comes and goes: booked once, held out of sizing until two persons agree, and no profit or loss. */
class FlowsInTheCycleTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final World world = World.ready();

  private CycleStatement decide(Instant slot) {
    world.clock.advanceTo(slot);
    world.daemon.onSlot();
    assertThat(world.status(slot)).as(world.cycle(slot).reason()).isEqualTo(CycleStatus.DONE);
    return world.cycle(slot).statement().orElseThrow();
  }

  private Performance performance() {
    return world
        .journal
        .newestDocuments(TrackRecord.STAGE, PerformanceEntry.class, 1)
        .get(0)
        .checked()
        .orThrow();
  }

  private static BigDecimal invested(CycleStatement statement) {
    return statement.positions().stream()
        .filter(row -> !row.subject().contains("/"))
        .map(row -> row.notional().abs())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void approved(FlowEntry entry) {
    MemoryRequests requests = new MemoryRequests(world.memory);
    RequestRow asked =
        requests.ask(AccountingRequests.release(entry, FlowClass.DEPOSIT), "ann", "new capital");
    world.daemon.onHeartbeat();
    assertThat(world.journal.accounting().flows())
        .as("one person alone")
        .allMatch(FlowEntry::isOpen);
    assertThat(requests.approve(asked.number(), asked.hash(), "ann", "me again"))
        .isInstanceOf(Result.Refused.class);
    assertThat(requests.approve(asked.number(), asked.hash(), "bob", "agreed"))
        .isInstanceOf(Result.Ok.class);
    world.daemon.onHeartbeat();
  }

  @Test
  void money_that_comes_carries_no_position_until_two_persons_have_said_what_it_is() {
    CycleStatement before = decide(World.SLOT);
    double index = performance().index().doubleValue();
    world.venue.truth.flow("d1", Wallets.FUTURES, Money.of("1000000", "USDT"), world.clock.now());

    CycleStatement held = decide(World.SLOT.plus(HOUR));

    assertThat(held.nav().subtract(before.nav()).doubleValue()).isBetween(999_000.0, 1_001_000.0);
    assertThat(invested(held).doubleValue() / invested(before).doubleValue())
        .as("same size")
        .isBetween(0.95, 1.05);
    assertThat(world.alerts.raised().get("flow 1")).contains("carries no position");
    assertThat(performance().index().doubleValue()).as("no profit").isBetween(index - 1e-3, index);
    FlowEntry entry = world.journal.accounting().flows().get(0);

    approved(entry);
    CycleStatement let = decide(World.SLOT.plus(HOUR.multipliedBy(2)));

    assertThat(world.journal.accounting().flows().get(0).classification().orElseThrow().approver())
        .isEqualTo("bob");
    assertThat(invested(let).doubleValue() / invested(before).doubleValue())
        .as("twice the money")
        .isBetween(1.8, 2.2);
    assertThat(world.alerts.raised()).doesNotContainKey("flow 1");
    world.assertSound();
  }

  @Test
  void a_withdrawal_is_gone_at_once_and_no_drawdown() {
    CycleStatement before = decide(World.SLOT);
    world.venue.truth.flow("w1", Wallets.SPOT, Money.of("-300000", "USDT"), world.clock.now());
    decide(World.SLOT.plus(HOUR));
    CycleStatement after = decide(World.SLOT.plus(HOUR.multipliedBy(2)));

    assertThat(after.nav().doubleValue() / before.nav().doubleValue()).isBetween(0.69, 0.71);
    assertThat(invested(after).doubleValue() / invested(before).doubleValue())
        .isBetween(0.65, 0.75);
    assertThat(performance().drawdown().doubleValue()).isLessThan(1e-3);
    assertThat(world.journal.locks().open()).isEmpty();
  }

  @Test
  void a_transfer_between_own_wallets_needs_no_explanation() {
    decide(World.SLOT);
    world.venue.truth.transfer("t1", Money.of("-150000", "USDT"), world.clock.now());
    decide(World.SLOT.plus(HOUR));

    assertThat(world.journal.accounting().flows())
        .extracting(FlowEntry::isOpen)
        .containsExactly(false);
    assertThat(world.alerts.raised().keySet()).noneMatch(subject -> subject.startsWith("flow"));
    world.assertSound();
  }

  @Test
  void a_difference_that_no_flow_explains_stays_a_break_and_freezes_everything() {
    decide(World.SLOT);
    world.venue.truth.deposit(Wallets.FUTURES, "USDT", "5000");
    world.clock.advanceTo(World.SLOT.plus(HOUR));
    world.daemon.onSlot();

    assertThat(world.journal.locks().open())
        .extracting(lock -> lock.finding().subject())
        .contains("FUTURES@binance/USDT");
    assertThat(Standings.of(world.strategy, world.journal).disputed())
        .contains(World.BTC, World.ETH);

    MemoryRequests requests = new MemoryRequests(world.memory);
    RequestRow asked =
        requests.ask(
            AccountingRequests.adjustment(Wallets.FUTURES, Money.of("5000", "USDT")),
            "ann",
            "a bonus, see the venue's mail");
    var unused = requests.approve(asked.number(), asked.hash(), "bob", "seen");
    world.daemon.onHeartbeat();
    world.daemon.onReconcile();

    assertThat(world.journal.locks().open()).isEmpty();
    assertThat(
            world.memory.transactions().values().stream()
                .filter(t -> t.author().equals("ann, approved by bob"))
                .map(t -> t.reason()))
        .containsExactly("a bonus, see the venue's mail");
  }

  @Test
  void a_flow_from_before_the_first_start_is_in_the_opening_and_not_booked_again() {
    World fresh = new World();
    fresh.venue.truth.flow(
        "old", Wallets.SPOT, Money.of("7", "USDT"), World.START.minusSeconds(60));
    fresh.recover();
    fresh.daemon.onReconcile();

    assertThat(fresh.journal.accounting().flows()).isEmpty();
    fresh.assertSound();
  }

  /** F100: what the statement says is held is what the ledger says, to the last unit. */
  @Test
  void the_statement_says_what_the_ledger_says() {
    world.venue.truth.flow("d", Wallets.SPOT, Money.of("12.345678", "USDT"), world.clock.now());
    CycleStatement statement = decide(World.SLOT);
    LedgerBalances ledger = world.journal.ledger();
    TreeMap<String, BigDecimal> booked = new TreeMap<>(ledger.positions());
    booked.putAll(ledger.wallets());
    TreeMap<String, BigDecimal> stated = new TreeMap<>();
    statement.positions().forEach(row -> stated.put(row.subject(), row.quantity()));

    assertThat(stated).isEqualTo(booked);
  }

  @Test
  void an_execution_that_the_venue_reports_differently_is_reversed_and_booked_anew() {
    decide(World.SLOT);
    var fill = world.venue.truth.fills.get(world.venue.truth.fills.size() - 1);
    var dearer =
        new org.evenkeel.core.settle.Fill(
            fill.instrument(),
            fill.tradeId(),
            fill.venueOrderId(),
            fill.side(),
            fill.lastQty(),
            fill.lastPx(),
            fill.fee().plus(Money.of("1.5", "USDT")),
            fill.realizedPnl(),
            fill.isMaker(),
            fill.venueTime());
    world.venue.truth.fills.set(world.venue.truth.fills.size() - 1, dearer);
    boolean isSpot = fill.instrument().equals(World.USDC);
    world.venue.truth.deposit(isSpot ? Wallets.SPOT : Wallets.FUTURES, "USDT", "-1.5");
    world.daemon.onReconcile();

    assertThat(world.journal.locks().open()).isEmpty();
    assertThat(world.journal.accounting().fill(fill.instrument(), fill.tradeId())).contains(dearer);
    assertThat(world.alerts.raised()).containsKey("corrected-fill " + fill.instrument());
  }

  @Test
  void a_flow_names_its_kind_by_its_sign() {
    assertThat(
            world
                .venue
                .truth
                .flow("x", Wallets.SPOT, Money.of("-1", "USDT"), world.clock.now())
                .kind())
        .isEqualTo(CashFlow.Kind.WITHDRAWAL);
    assertThat(Samples.BINANCE).isEqualTo(world.venue.truth.flows.get(0).venue());
  }
}
