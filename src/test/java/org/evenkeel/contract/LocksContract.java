package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.contract.JournalExamples.BTC;
import static org.evenkeel.contract.JournalExamples.NOON;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.catalog.AnnouncedChange;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.ListingStatus;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.statement.LockRow;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.CycleLease;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.LeaseLost;
import org.evenkeel.cycle.LockControls;
import org.evenkeel.cycle.Locks;
import org.evenkeel.cycle.LocksHandler;
import org.evenkeel.cycle.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What locks must be, whatever they are made of. */
public abstract class LocksContract {

  /** One process's view of a memory. */
  public record Member(
      Journal journal, LockControls controls, Requests requests, CycleLease lease) {}

  private static final LockFinding WALLET =
      new LockFinding("FUTURES/USDT", LockCause.BALANCE_DIFFERS, "", "1", "2");
  private static final LockFinding POSITION =
      new LockFinding(BTC.value(), LockCause.POSITION_DIFFERS, "", "0", "3");
  private static final LockFinding EXTERNAL =
      new LockFinding(BTC.value(), LockCause.EXTERNAL_FILL, "1007", "no such order", "SELL 3");
  private static final Set<LockCause> DIFFERENCES =
      EnumSet.of(LockCause.POSITION_DIFFERS, LockCause.BALANCE_DIFFERS);

  private Member member;
  private Locks locks;

  /** A member of a new and empty memory, without the lease. */
  protected abstract Member newMemory();

  /** Takes the lease away. */
  protected abstract void loseLease();

  @BeforeEach
  void lead() {
    member = newMemory();
    assertThat(member.lease().tryAcquire()).isTrue();
    member.journal().openRun(JournalExamples.manifest("first-run"), JournalExamples.ids("4f7q"));
    locks = member.journal().locks();
  }

  private List<LockFinding> findings() {
    return locks.open().stream().map(Lock::finding).toList();
  }

  @Test
  void what_clears_itself_stands_exactly_as_long_as_it_is_found() {
    locks.keep(DIFFERENCES, List.of(WALLET, POSITION), NOON);
    assertThat(findings()).containsExactly(WALLET, POSITION);
    LockFinding moved = new LockFinding("FUTURES/USDT", LockCause.BALANCE_DIFFERS, "", "1", "5");
    locks.keep(DIFFERENCES, List.of(moved), NOON.plusSeconds(60));
    assertThat(findings()).containsExactly(moved);
    assertThat(locks.open().get(0).since()).as("as old as the first").isEqualTo(NOON);
    locks.keep(DIFFERENCES, List.of(), NOON.plusSeconds(120));
    assertThat(locks.open()).isEmpty();
  }

  @Test
  void one_cause_clears_no_other() {
    locks.hold(EXTERNAL, NOON);
    locks.keep(DIFFERENCES, List.of(POSITION), NOON);
    member.controls().lock(BTC.value(), "ann", "news", NOON);
    locks.keep(DIFFERENCES, List.of(), NOON);
    assertThat(locks.open())
        .extracting(lock -> lock.finding().cause())
        .containsExactly(LockCause.EXTERNAL_FILL, LockCause.OPERATOR);
  }

  @Test
  void one_cause_of_one_subject_and_key_is_one_lock() {
    locks.hold(EXTERNAL, NOON);
    locks.hold(
        new LockFinding(BTC.value(), LockCause.EXTERNAL_FILL, "1007", "no such order", "SELL 1"),
        NOON.plusSeconds(1));
    assertThat(findings()).containsExactly(EXTERNAL);
    locks.hold(
        new LockFinding(BTC.value(), LockCause.EXTERNAL_FILL, "1008", "no such order", "SELL 1"),
        NOON.plusSeconds(1));
    assertThat(locks.open()).hasSize(2);
  }

  @Test
  void a_lock_by_hand_is_set_and_taken_back_and_touches_no_other() {
    locks.hold(EXTERNAL, NOON);
    assertThat(member.controls().lock(BTC.value(), "ann", "news", NOON)).isTrue();
    assertThat(member.controls().lock(BTC.value(), "bob", "news", NOON)).isFalse();
    assertThat(locks.open().get(1).finding().ledger()).isEqualTo("ann: news");
    assertThat(member.controls().unlock(BTC.value(), "ann", "over", NOON)).isTrue();
    assertThat(member.controls().unlock(BTC.value(), "ann", "over", NOON)).isFalse();
    assertThat(findings()).containsExactly(EXTERNAL);
  }

  private RequestRow approved() {
    RequestRow asked =
        member
            .requests()
            .ask(LocksHandler.request(List.of(LockRow.of(locks.open().get(0)))), "ann", "mine");
    return member.requests().approve(asked.number(), asked.hash(), "bob", "yes").orThrow();
  }

  @Test
  void an_acknowledged_lock_is_gone_once() {
    locks.hold(EXTERNAL, NOON);
    Lock lock = locks.open().get(0);
    RequestRow request = approved();
    Instant later = NOON.plusSeconds(60);
    member
        .journal()
        .together(
            "acknowledge",
            () -> {
              locks.acknowledge(lock, request, later);
              member.journal().approvals().conclude(request, true, "cleared");
              return true;
            });
    assertThat(locks.open()).isEmpty();
    assertThatThrownBy(() -> locks.acknowledge(lock, request, later))
        .isInstanceOf(IllegalStateException.class);
    locks.hold(EXTERNAL, later);
    assertThat(locks.open()).as("the next one is a new one").hasSize(1);
  }

  @Test
  void only_the_leader_locks() {
    loseLease();
    assertThatThrownBy(() -> locks.hold(EXTERNAL, NOON)).isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> locks.keep(DIFFERENCES, List.of(POSITION), NOON))
        .isInstanceOf(LeaseLost.class);
    assertThat(locks.open()).isEmpty();
  }

  @Test
  void a_booking_that_fails_leaves_no_lock_behind() {
    assertThatThrownBy(
            () ->
                member
                    .journal()
                    .together(
                        "fail",
                        () -> {
                          locks.hold(EXTERNAL, NOON);
                          throw new UnsupportedOperationException("dies here");
                        }))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(locks.open()).isEmpty();
  }

  @Test
  void the_known_specification_is_the_last_one() {
    assertThat(locks.knownSpec(BTC)).isEmpty();
    Locks.KnownSpec first = new Locks.KnownSpec(ContentHash.ofText("a"), "tick 1");
    Locks.KnownSpec second = new Locks.KnownSpec(ContentHash.ofText("b"), "tick 2");
    locks.know(BTC, first);
    locks.know(BTC, second);
    assertThat(locks.knownSpec(BTC)).isEqualTo(Optional.of(second));
  }

  @Test
  void the_journal_tells_its_nonce_and_what_is_booked() {
    assertThat(member.journal().nonce()).isEqualTo("4f7q");
    var fill = JournalExamples.fill("7", "1", "1");
    assertThat(member.journal().isBooked(fill.instrument(), fill.tradeId())).isFalse();
    member
        .journal()
        .bookFill(fill, JournalExamples.bookingOf(fill), Optional.empty(), Optional.empty());
    assertThat(member.journal().isBooked(fill.instrument(), fill.tradeId())).isTrue();
  }

  @Test
  void the_newest_version_of_what_a_venue_publishes_is_known_by_a_later_run() {
    InstrumentSpec first = Samples.spec(Samples.perpetual("BTC"));
    InstrumentSpec second =
        first.with(
            new Listing(
                ListingStatus.REDUCE_ONLY,
                Optional.of(NOON),
                List.of(new AnnouncedChange(NOON, "tick 0.01"))));
    InstrumentSpec other = Samples.usdc();
    member.journal().listings().note(first, NOON);
    member.journal().listings().note(other, NOON);
    member.journal().listings().note(second, NOON.plusSeconds(1));
    assertThat(member.journal().listings().newest()).containsExactly(second, other);
  }

  @Test
  void only_the_leader_writes_down_what_a_venue_publishes() {
    loseLease();
    assertThatThrownBy(
            () -> member.journal().listings().note(Samples.spec(Samples.perpetual("BTC")), NOON))
        .isInstanceOf(LeaseLost.class);
  }
}
