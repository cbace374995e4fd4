package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.ETH;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.settle.LedgerTransaction;
import org.evenkeel.core.statement.RequestRow;
import org.junit.jupiter.api.Test;

/** A position that nobody can explain is brought to the venue's by two persons, and what explains it later counts once. */
class BalanceTradeTest {

  private final World world = World.ready();

  private void tradeHidden(Side side, String contracts) {
    world.venue.truth.execute(
        ETH, VenueOrderId.of("900"), side, Contracts.of(contracts), world.venue.time());
  }

  private LockFinding difference() {
    return world.memory.locks().stream()
        .map(lock -> lock.finding())
        .filter(found -> found.cause() == LockCause.POSITION_DIFFERS)
        .findFirst()
        .orElseThrow();
  }

  private RequestRow balance(LockFinding found) {
    world.agreeOn(BalanceTrades.of(found.subject(), found.ledger(), found.venue()));
    return world.requests.requests(true).get(0);
  }

  private BigDecimal ledger() {
    return world.journal.ledger().position(ETH).value();
  }

  private BigDecimal venue() {
    return world.venue.truth.position(ETH).value();
  }

  private void breakThePosition() {
    world.daemon.onSlot();
    world.clock.sleep(Duration.ofMinutes(1));
    world.venue.setFillLag(Duration.ofDays(2));
    tradeHidden(Side.BUY, "3");
    tradeHidden(Side.SELL, "1");
    world.daemon.onReconcile();
    assertThat(world.locks()).contains(ETH + " POSITION_DIFFERS");
  }

  @Test
  void it_moves_the_position_and_no_money_and_sends_nothing() {
    breakThePosition();
    Object wallets = world.journal.ledger().wallets();
    int orders = world.venue.received.size();
    RequestRow done = balance(difference());
    assertThat(done.state()).as(done.outcome()).isEqualTo(RequestRow.State.DONE);
    assertThat(done.outcome()).contains("booked 2 contracts of " + ETH, "balance-trade/" + ETH);
    assertThat(ledger()).isEqualByComparingTo(venue());
    assertThat(world.journal.ledger().wallets()).isEqualTo(wallets);
    assertThat(world.venue.received).hasSize(orders);
    LedgerTransaction booked = List.copyOf(world.memory.transactions().values()).getLast();
    assertThat(booked.author()).isEqualTo("ann, approved by bob");
    world.daemon.onReconcile();
    assertThat(world.locks()).doesNotContain(ETH + " POSITION_DIFFERS");
  }

  @Test
  void
      executions_that_turn_up_later_bring_their_money_and_no_position_and_later_trades_count_whole() {
    breakThePosition();
    balance(difference());
    world.clock.sleep(Duration.ofMinutes(1));
    world.venue.setFillLag(Duration.ZERO);
    world.daemon.onReconcile();
    assertThat(world.memory.fills().values())
        .containsExactlyInAnyOrderElementsOf(world.venue.truth.fills);
    assertThat(ledger()).isEqualByComparingTo(venue());
    assertThat(world.locks())
        .as("money and position agree")
        .doesNotContain(ETH + " POSITION_DIFFERS")
        .noneMatch(lock -> lock.contains("BALANCE_DIFFERS"));

    world.clock.sleep(Duration.ofMinutes(1));
    tradeHidden(Side.BUY, "5");
    world.daemon.onReconcile();
    assertThat(ledger()).as("executed after the balance trade").isEqualByComparingTo(venue());
    assertThat(world.locks()).doesNotContain(ETH + " POSITION_DIFFERS");
  }

  @Test
  void what_was_agreed_on_must_still_be_so_and_a_second_one_finds_nothing_to_book() {
    breakThePosition();
    LockFinding agreed = difference();
    tradeHidden(Side.BUY, "1");
    assertThat(balance(agreed).outcome()).contains("agreed was from", "and the venue");
    world.daemon.onReconcile();
    LockFinding again = difference();
    assertThat(balance(again).state()).isEqualTo(RequestRow.State.DONE);
    RequestRow second = balance(again);
    assertThat(second.state()).isEqualTo(RequestRow.State.FAILED);
    assertThat(second.outcome()).contains("ledger and venue agree", "nothing to book");
  }

  @Test
  void where_the_execution_can_be_found_it_is_booked_instead() {
    breakThePosition();
    LockFinding agreed = difference();
    world.venue.setFillLag(Duration.ZERO);
    RequestRow asked = balance(agreed);
    assertThat(asked.outcome()).contains("ledger and venue agree");
    assertThat(world.locks()).contains(ETH + " EXTERNAL_FILL");
  }
}
