package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.contract.JournalExamples.NOON;
import static org.evenkeel.contract.JournalExamples.SLOT;

import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.cycle.Journal;
import org.junit.jupiter.api.Test;

/** What a {@link Journal} must do with slots: one decision each, and one more if it was interrupted. */
interface SlotContract {

  /** A new and empty memory of the leader. */
  Journal journal();

  private void end(Slot slot, CycleStatus status) {
    journal().endCycle(slot.cycleId(), NOON, status, "", Optional.empty(), new TreeMap<>());
  }

  @Test
  default void a_slot_gets_one_decision() {
    assertThat(journal().lastDecidedSlot("default")).isEmpty();
    assertThat(journal().beginCycle(SLOT, NOON)).isTrue();
    assertThat(journal().beginCycle(SLOT, NOON.plusSeconds(1))).isFalse();
    assertThat(journal().skipSlot(SLOT, NOON, "late")).isFalse();
    Slot next = Slot.scheduled("default", NOON.plusSeconds(60));
    assertThat(journal().skipSlot(next, NOON, "late")).isTrue();
    assertThat(journal().beginCycle(next, NOON)).isFalse();
    assertThat(journal().lastDecidedSlot("default")).contains(next.dueAt());
    assertThat(journal().lastDecidedSlot("other")).isEmpty();
    assertThat(journal().unfinishedCycles()).containsExactly(SLOT.cycleId());
  }

  @Test
  default void an_operators_slot_at_the_same_moment_is_another_one_and_does_not_move_the_cadence() {
    journal().beginCycle(SLOT, NOON);
    Slot extra = new Slot("default", NOON.plusSeconds(5), Slot.Occasion.OPERATOR);
    assertThat(journal().beginCycle(extra, NOON)).isTrue();
    assertThat(journal().lastDecidedSlot("default")).contains(SLOT.dueAt());
  }

  @Test
  default void an_interrupted_slot_is_told_until_it_is_taken_up_again_or_the_next_one_has_come() {
    assertThat(journal().interruptedSlot("default")).isEmpty();
    journal().beginCycle(SLOT, NOON);
    assertThat(journal().interruptedSlot("default")).isEmpty();
    end(SLOT, CycleStatus.FAILED);
    assertThat(journal().interruptedSlot("default")).contains(SLOT.dueAt());
    assertThat(journal().interruptedSlot("other")).isEmpty();
    assertThat(journal().beginCycle(Slot.resumed("default", SLOT.dueAt()), NOON)).isTrue();
    assertThat(journal().interruptedSlot("default")).isEmpty();
    assertThat(journal().lastDecidedSlot("default")).contains(SLOT.dueAt());
  }

  @Test
  default void a_slot_that_was_decided_or_followed_by_another_is_not_interrupted() {
    journal().beginCycle(SLOT, NOON);
    end(SLOT, CycleStatus.DONE);
    assertThat(journal().interruptedSlot("default")).isEmpty();
    Slot failed = Slot.scheduled("default", NOON.plusSeconds(60));
    journal().beginCycle(failed, NOON);
    end(failed, CycleStatus.FAILED);
    assertThat(journal().interruptedSlot("default")).contains(failed.dueAt());
    journal().skipSlot(Slot.scheduled("default", NOON.plusSeconds(120)), NOON, "late");
    assertThat(journal().interruptedSlot("default")).isEmpty();
  }
}
