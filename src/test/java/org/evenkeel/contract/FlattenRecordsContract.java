package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.cycle.Controls;
import org.evenkeel.cycle.CycleLease;
import org.evenkeel.cycle.FlattenRecords;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.OfflineRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the records of a flatten must do, whatever they are made of. */
public abstract class FlattenRecordsContract {

  /** One process's view of a memory. */
  public record Member(
      Journal journal, FlattenRecords records, Controls controls, CycleLease lease) {}

  private Member leader;

  /** A member of a new and empty memory, without the lease. */
  protected abstract Member newMemory();

  @BeforeEach
  void lead() {
    leader = newMemory();
    assertThat(leader.lease().tryAcquire()).isTrue();
    leader.journal().openRun(JournalExamples.manifest("first-run"), JournalExamples.ids("4f7q"));
  }

  @Test
  void a_flatten_ends_in_a_halt() {
    leader.controls().setTradingState(TradingState.FLATTENING, "ann", "drill");
    assertThat(leader.records().finish("flat")).isTrue();
    assertThat(leader.journal().tradingState()).isEqualTo(TradingState.HALTED);
    assertThat(leader.records().finish("flat")).isFalse();
  }

  @Test
  void what_an_operator_has_ordered_since_stands() {
    leader.controls().setTradingState(TradingState.FLATTENING, "ann", "drill");
    leader.controls().setTradingState(TradingState.PAUSED, "ann", "wait");
    assertThat(leader.records().finish("flat")).isFalse();
    assertThat(leader.journal().tradingState()).isEqualTo(TradingState.PAUSED);
  }

  @Test
  void an_offline_flatten_is_taken_in_once_and_its_end_is_still_to_be_verified() {
    OfflineRun.Order first = OfflineExamples.order(1);
    OfflineRun run =
        new OfflineRun(
            OfflineExamples.SLOT,
            "ann",
            "fire",
            List.of(
                OfflineExamples.answered(first, OfflineExamples.accepted(first.ticket(), "0.5")),
                OfflineExamples.order(2)),
            Optional.empty(),
            "it did not end");
    assertThat(leader.records().takeIn(run)).isTrue();
    assertThat(leader.journal().tradingState()).isEqualTo(TradingState.FLATTENING);
    assertThat(leader.journal().unfinishedCycles()).isEmpty();
    assertThat(leader.journal().openAttempts())
        .extracting(attempt -> attempt.state().label(), Attempt::number)
        .containsExactlyInAnyOrder(tuple("SETTLING", 1), tuple("PENDING_NEW", 1));
    assertThat(leader.journal().attemptByVenueOrder(JournalExamples.BTC, "77")).isPresent();

    leader.controls().setTradingState(TradingState.HALTED, "ann", "seen");
    assertThat(leader.records().takeIn(run)).isFalse();
    assertThat(leader.journal().tradingState()).isEqualTo(TradingState.HALTED);
    assertThat(leader.journal().openAttempts()).hasSize(2);
    assertThat(leader.journal().lastDecidedSlot("default")).isEmpty();
  }
}
