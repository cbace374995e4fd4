package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.contract.JournalExamples.NOON;

import org.evenkeel.cycle.Controls;
import org.evenkeel.cycle.Errand;
import org.evenkeel.cycle.Journal;
import org.junit.jupiter.api.Test;

/** What a {@link Journal} must do with errands: each waits until its end is written down, once. */
interface ErrandContract {

  /** A new and empty memory of the leader. */
  Journal journal();

  /** The operator's hand on the same memory. */
  Controls controls();

  @Test
  default void an_errand_waits_with_who_and_why_until_its_end_is_written_down() {
    assertThat(journal().errands().waiting()).isEmpty();
    long first = controls().send(Errand.Kind.CANCEL_ALL, "ann", "storm");
    long second = controls().send(Errand.Kind.RECONCILE, "bob", "look");
    Errand cancel = new Errand(first, Errand.Kind.CANCEL_ALL, "ann: storm");
    Errand compare = new Errand(second, Errand.Kind.RECONCILE, "bob: look");
    assertThat(journal().errands().waiting()).containsExactly(cancel, compare);
    assertThat(journal().errands().waiting()).containsExactly(cancel, compare);

    journal().errands().end(cancel, NOON, "nothing works");
    assertThat(journal().errands().waiting()).containsExactly(compare);
    assertThatThrownBy(() -> journal().errands().end(cancel, NOON, "again"))
        .isInstanceOf(IllegalStateException.class);
    long third = controls().send(Errand.Kind.CANCEL_ALL, "ann", "once more");
    assertThat(journal().errands().waiting())
        .extracting(Errand::number)
        .containsExactly(second, third);
  }

  @Test
  default void an_errand_that_nobody_sent_has_no_end() {
    Errand never = new Errand(99, Errand.Kind.RECONCILE, "ann: never");
    assertThatThrownBy(() -> journal().errands().end(never, NOON, "done"))
        .isInstanceOf(IllegalStateException.class);
  }
}
