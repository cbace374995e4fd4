package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.policy.ProposedOrder;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.statement.CycleStatus;

/**
 * The hand of a flatten that writes into the journal: each order is an intent with one attempt, under a slot of its own.
 *
 * <p>A pass without orders leaves no row. An order without answer is not waited for before the next is sent; its fate is
 * followed at the end. Single-threaded.
 */
final class JournalHand implements FlattenHand {

  /** Two looks at an order. */
  private static final Duration TURN = Duration.ofMillis(250);

  private final Strategy strategy;
  private final Journal journal;
  private final Resolver resolver;
  private final Sender sender;
  private final Clock clock;
  private final String nonce;
  private Optional<Slot> slot = Optional.empty();

  JournalHand(
      Strategy strategy,
      Venues venues,
      Journal journal,
      Resolver resolver,
      Clock clock,
      String nonce) {
    this.strategy = strategy;
    this.journal = journal;
    this.resolver = resolver;
    this.sender = new Sender(venues, journal, resolver, clock);
    this.clock = clock;
    this.nonce = nonce;
  }

  @Override
  public boolean mayGoOn() {
    return journal.tradingState() == TradingState.FLATTENING;
  }

  @Override
  public void send(ProposedOrder order, int number, Price arrival, Duration clockOffset) {
    Intent intent = intent(order, number, arrival);
    journal.commitIntents(List.of(intent));
    sender.sendOnce(intent, 1, order, nonce, clockOffset);
  }

  @Override
  public void record() {
    var unused = begun();
  }

  private Intent intent(ProposedOrder order, int number, Price arrival) {
    return new Intent(
        begun().cycleId(),
        order.instrument(),
        number,
        order.side(),
        order.orderQty(),
        order.reduceOnly(),
        arrival);
  }

  private Slot begun() {
    if (slot.isEmpty()) {
      Slot own = new Slot(strategy.name(), clock.now(), Slot.Occasion.FLATTEN);
      if (!journal.beginCycle(own, clock.now())) {
        throw new IllegalStateException(own.cycleId() + " exists already");
      }
      slot = Optional.of(own);
    }
    return slot.orElseThrow();
  }

  /** In turns, so that one order without answer does not keep the others waiting. */
  @Override
  public int followUp() {
    Instant deadline = clock.now().plus(strategy.execution().resolveTimeout());
    while (true) {
      int open = 0;
      int waiting = 0;
      for (Attempt attempt : journal.openAttempts()) {
        AttemptState after = resolver.follow(attempt, TURN).state();
        open += after.isTerminal() ? 0 : 1;
        // What only a person can decide is not worth the wait, and following it takes no time.
        waiting += after.isTerminal() || after instanceof AttemptState.Quarantined ? 0 : 1;
      }
      if (waiting == 0 || !clock.now().isBefore(deadline)) {
        return open;
      }
    }
  }

  @Override
  public void end(Flatten.Outcome outcome) {
    slot.ifPresent(
        own ->
            journal.endCycle(
                own.cycleId(),
                clock.now(),
                outcome.isFlat() ? CycleStatus.DONE : CycleStatus.HELD,
                "flatten, " + outcome.orders() + " orders: " + outcome.text(),
                Optional.empty(),
                new TreeMap<>()));
  }
}
