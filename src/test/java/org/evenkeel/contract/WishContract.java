package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.contract.JournalExamples.NOON;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.calendar.SlotMove;
import org.evenkeel.cycle.Controls;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.RunWish;
import org.junit.jupiter.api.Test;

/** What a {@link Journal} must do with what operators want of the schedule. */
interface WishContract {

  /** A new and empty memory of the leader. */
  Journal journal();

  /** The operator's hand on the same memory. */
  Controls controls();

  @Test
  default void a_request_for_a_cycle_is_taken_once() {
    assertThat(journal().wishes().take(NOON)).isEmpty();
    long first = controls().requestRun("ann", "look");
    long second = controls().requestRun("bob", "look again");
    assertThat(journal().wishes().take(NOON)).map(RunWish::number).contains(first);
    assertThat(journal().wishes().take(NOON)).map(RunWish::number).contains(second);
    assertThat(journal().wishes().take(NOON)).isEmpty();
  }

  @Test
  default void a_request_about_some_sleeves_names_them() {
    controls().requestRun("ann", "all of it");
    controls()
        .requestRebalance(
            new TreeSet<>(List.of(SleeveId.of("eth"), SleeveId.of("btc"))), "ann", "two of them");
    assertThat(journal().wishes().take(NOON).orElseThrow().only()).isEmpty();
    assertThat(journal().wishes().take(NOON).orElseThrow().only())
        .extracting(SleeveId::value)
        .containsExactly("btc", "eth");
  }

  @Test
  default void an_appointment_that_is_to_pass_is_told_with_who_and_why() {
    assertThat(journal().wishes().slotToSkip(NOON)).isEmpty();
    assertThat(controls().skipSlot(NOON, "ann", "holidays")).isTrue();
    assertThat(controls().skipSlot(NOON, "bob", "me too")).isFalse();
    assertThat(journal().wishes().slotToSkip(NOON)).contains("ann: holidays");
    assertThat(journal().wishes().slotToSkip(NOON.plusSeconds(1))).isEmpty();
  }

  @Test
  default void an_appointment_is_moved_until_it_has_its_decision() {
    Instant later = NOON.plusSeconds(7200);
    assertThat(journal().wishes().moves().moved()).isEmpty();
    assertThat(controls().moveSlot(new SlotMove(NOON, later), "ann", "lunch")).isTrue();
    assertThat(journal().wishes().moves().moved()).containsOnlyKeys(NOON).containsValue(later);

    journal().beginCycle(JournalExamples.SLOT, NOON);
    assertThat(
            controls()
                .moveSlot(new SlotMove(JournalExamples.SLOT.dueAt(), later), "bob", "too late"))
        .isFalse();
  }
}
