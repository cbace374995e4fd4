package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.contract.JournalExamples.BTC;
import static org.evenkeel.contract.JournalExamples.NOON;
import static org.evenkeel.contract.JournalExamples.SLOT;

import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.Denial;
import org.evenkeel.core.route.Intent;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.LeaseLost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the part of a {@link Journal} must do that counts orders and names those not made. */
public abstract class OrderLogContract {

  /** The intent of an order of the slot's decision. */
  protected final Intent intent = JournalExamples.intent();

  private JournalContract.Member leader;

  /** A member of a new and empty memory, without the lease. */
  protected abstract JournalContract.Member newMemory();

  /** Lets the time of the lease run out and another process have it. */
  protected abstract void loseLease();

  @BeforeEach
  void lead() {
    leader = newMemory();
    assertThat(leader.lease().tryAcquire()).isTrue();
    Journal journal = leader.journal();
    journal.openRun(JournalExamples.manifest("run-1"), JournalExamples.ids("4f7q"));
    journal.beginCycle(SLOT, NOON);
    journal.commitIntents(List.of(intent));
  }

  /** The journal of the process that leads. */
  protected Journal journal() {
    return leader.journal();
  }

  @Test
  void every_ticket_signed_after_a_moment_counts_whatever_became_of_it() {
    Attempt first = JournalExamples.attempt(intent.id(), 1);
    Instant signed = first.ticket().signedAt();
    journal().commitAttempt(first, NOON);
    journal().advance(first, first.with(new AttemptState.Rejected("-2019")), NOON, "rejected");
    Attempt second = JournalExamples.attempt(intent.id(), 2);
    journal().commitAttempt(second, NOON);

    assertThat(journal().orderLog().signedAfter(signed.minusMillis(1)))
        .containsExactlyInAnyOrder(first.ticket(), second.ticket());
    assertThat(journal().orderLog().signedAfter(signed)).isEmpty();
  }

  @Test
  void a_denial_is_of_an_intent_that_is_known() {
    Refusal refusal = Refusal.of(RefusalReason.LIMIT, "too large");
    journal().orderLog().deny(new Denial(intent, refusal, NOON));
    Intent unknown =
        new Intent(
            SLOT.cycleId(),
            BTC,
            7,
            intent.side(),
            intent.quantity(),
            intent.reduceOnly(),
            intent.arrivalPrice());
    assertThatThrownBy(() -> journal().orderLog().deny(new Denial(unknown, refusal, NOON)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void what_orders_met_and_got_is_read_back_newest_first() {
    assertThat(journal().orderLog().measured(10)).isEmpty();
    CostExamples.trade(journal());
    assertThat(journal().orderLog().measured(10)).isEqualTo(CostExamples.measured());
    assertThat(journal().orderLog().measured(1)).isEqualTo(CostExamples.measured().subList(0, 1));
  }

  @Test
  void an_intent_is_given_up_once() {
    CostExamples.trade(journal());
    assertThatThrownBy(() -> journal().orderLog().forgo(intent.id(), CostExamples.GIVEN_UP))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void who_does_not_lead_denies_nothing() {
    loseLease();
    Denial denial = new Denial(intent, Refusal.of(RefusalReason.LIMIT, "too large"), NOON);
    assertThatThrownBy(() -> journal().orderLog().deny(denial)).isInstanceOf(LeaseLost.class);
  }
}
