package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.contract.JournalExamples.NOON;
import static org.evenkeel.contract.JournalExamples.SLOT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.route.AdoptedOrder;
import org.evenkeel.core.settle.Bookkeeping;
import org.evenkeel.core.settle.LedgerTransaction;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.Accounting;
import org.evenkeel.cycle.Adoptions;
import org.evenkeel.cycle.Alerts;
import org.evenkeel.cycle.CycleLease;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.LeaseLost;
import org.evenkeel.cycle.RequestDesk;
import org.evenkeel.cycle.RequestHandler;
import org.evenkeel.cycle.Requests;
import org.evenkeel.shell.simulate.RecordingAlerts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rule of two must be, whatever it is made of: {@link Requests} and the journal's side of it. */
public abstract class RequestsContract {

  /** One process's view of a memory. */
  public record Member(Journal journal, Requests requests, CycleLease lease) {}

  private static final Request WISH = new Request("test-wish", "something risky", "a = 1\nb = 2");

  private final Alerts alerts = new RecordingAlerts();
  private Member member;

  /** A member of a new and empty memory, without the lease. */
  protected abstract Member newMemory();

  /** Lets the time of the lease run out and gives it to somebody else. */
  protected abstract void loseLease();

  /** Makes every request and decision older. */
  protected abstract void age(Duration by);

  @BeforeEach
  void lead() {
    member = newMemory();
    assertThat(member.lease().tryAcquire()).isTrue();
    member.journal().openRun(JournalExamples.manifest("first-run"), JournalExamples.ids("4f7q"));
  }

  private RequestRow asked() {
    return member.requests().ask(WISH, "ann", "it is needed");
  }

  private RequestRow approved() {
    RequestRow asked = asked();
    return member.requests().approve(asked.number(), asked.hash(), "bob", "seen").orThrow();
  }

  private RequestRow newest() {
    return member.requests().requests(true).get(0);
  }

  private static Refusal refusal(Result<RequestRow> result) {
    assertThat(result).isInstanceOf(Result.Refused.class);
    return ((Result.Refused<RequestRow>) result).refusal();
  }

  @Test
  void a_request_waits_for_another_person() {
    RequestRow asked = asked();
    assertThat(asked.request()).isEqualTo(WISH);
    assertThat(asked.state()).isEqualTo(RequestRow.State.WAITING);
    assertThat(member.journal().approvals().approved()).isEmpty();
    assertThat(member.requests().requests(false)).containsExactly(asked);
  }

  @Test
  void nobody_approves_an_own_request_in_whatever_spelling() {
    RequestRow asked = asked();
    for (String same : List.of("ann", "Ann", " ANN ")) {
      Refusal refusal =
          refusal(member.requests().approve(asked.number(), asked.hash(), same, "me too"));
      assertThat(refusal.reason()).isEqualTo(RefusalReason.APPROVAL);
      assertThat(refusal.detail()).contains("your own");
    }
    assertThat(newest().state()).isEqualTo(RequestRow.State.WAITING);
  }

  @Test
  void an_approval_is_of_the_content_that_was_seen() {
    RequestRow asked = asked();
    assertThat(
            refusal(
                    member
                        .requests()
                        .approve(asked.number(), ContentHash.ofText("else"), "bob", "seen"))
                .detail())
        .contains("not the one you have seen");
    assertThat(member.journal().approvals().approved()).isEmpty();
  }

  @Test
  void an_approved_request_is_for_the_bot_to_carry_out() {
    RequestRow approved = approved();
    assertThat(approved.state()).isEqualTo(RequestRow.State.APPROVED);
    assertThat(approved.decidedBy()).isEqualTo("bob");
    assertThat(member.journal().approvals().approved()).containsExactly(approved);
  }

  @Test
  void a_rejected_request_is_over() {
    RequestRow asked = asked();
    assertThat(member.requests().reject(asked.number(), "ann", "changed my mind").orThrow().state())
        .isEqualTo(RequestRow.State.REJECTED);
    refusal(member.requests().approve(asked.number(), asked.hash(), "bob", "too late"));
    refusal(member.requests().reject(asked.number(), "bob", "again"));
    assertThat(member.requests().requests(false)).isEmpty();
    assertThat(member.journal().approvals().approved()).isEmpty();
    assertThatThrownBy(() -> member.journal().approvals().conclude(newest(), true, "done"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_request_that_does_not_exist_cannot_be_decided() {
    assertThat(refusal(member.requests().approve(99, WISH.hash(), "bob", "seen")).detail())
        .contains("no request 99");
    assertThat(refusal(member.requests().reject(99, "bob", "no")).detail())
        .contains("no request 99");
  }

  @Test
  void a_request_waits_fifteen_minutes() {
    RequestRow asked = asked();
    age(Request.LIFE.minusSeconds(30));
    assertThat(newest().state()).isEqualTo(RequestRow.State.WAITING);
    age(Duration.ofSeconds(31));
    assertThat(newest().state()).isEqualTo(RequestRow.State.EXPIRED);
    assertThat(
            refusal(member.requests().approve(asked.number(), asked.hash(), "bob", "seen"))
                .detail())
        .contains("EXPIRED");
  }

  @Test
  void an_approval_is_good_for_fifteen_minutes() {
    RequestRow approved = approved();
    age(Request.LIFE.plusSeconds(1));
    assertThat(newest().state()).isEqualTo(RequestRow.State.EXPIRED);
    assertThat(member.journal().approvals().approved()).isEmpty();
    assertThatThrownBy(() -> member.journal().approvals().conclude(approved, true, "done"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_request_is_concluded_once() {
    RequestRow approved = approved();
    member.journal().approvals().conclude(approved, true, "done");
    assertThat(newest().state()).isEqualTo(RequestRow.State.DONE);
    assertThat(newest().outcome()).isEqualTo("done");
    assertThat(member.journal().approvals().approved()).isEmpty();
    assertThatThrownBy(() -> member.journal().approvals().conclude(approved, true, "again"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void only_the_leader_concludes() {
    RequestRow approved = approved();
    loseLease();
    assertThatThrownBy(() -> member.journal().approvals().conclude(approved, true, "done"))
        .isInstanceOf(LeaseLost.class);
    assertThat(newest().state()).isEqualTo(RequestRow.State.APPROVED);
  }

  /** A handler that begins the cycle and does with it what a test wants. */
  private record Handler(Journal journal, Runnable then) implements RequestHandler {
    @Override
    public String kind() {
      return "test-wish";
    }

    @Override
    public Result<Work> prepare(RequestRow request) {
      return Result.ok(
          () -> {
            journal.beginCycle(SLOT, NOON);
            then.run();
            return "cycle begun";
          });
    }
  }

  private RequestDesk desk(RequestHandler... handlers) {
    return new RequestDesk(member.journal(), alerts, List.of(handlers));
  }

  @Test
  void what_was_approved_is_carried_out_once() {
    approved();
    RequestDesk desk = desk(new Handler(member.journal(), () -> {}));
    desk.carryOut();
    desk.carryOut();
    assertThat(member.journal().unfinishedCycles()).containsExactly(SLOT.cycleId());
    assertThat(newest().state()).isEqualTo(RequestRow.State.DONE);
    assertThat(newest().outcome()).isEqualTo("cycle begun");
  }

  @Test
  void what_fails_half_way_leaves_nothing_behind_and_is_carried_out_later() {
    approved();
    RuntimeException death = new UnsupportedOperationException("dies here");
    assertThatThrownBy(
            () ->
                desk(new Handler(
                        member.journal(),
                        () -> {
                          throw death;
                        }))
                    .carryOut())
        .isSameAs(death);
    assertThat(member.journal().unfinishedCycles()).isEmpty();
    assertThat(newest().state()).isEqualTo(RequestRow.State.APPROVED);
    desk(new Handler(member.journal(), () -> {})).carryOut();
    assertThat(newest().state()).isEqualTo(RequestRow.State.DONE);
  }

  @Test
  void what_would_break_a_rule_is_not_done_and_says_why() {
    approved();
    Journal journal = member.journal();
    desk(new Handler(
            journal,
            () -> {
              journal.approvals().conclude(newest(), true, "first");
            }))
        .carryOut();
    assertThat(journal.unfinishedCycles()).isEmpty();
    assertThat(newest().state()).isEqualTo(RequestRow.State.FAILED);
    assertThat(newest().outcome()).isNotBlank();
  }

  @Test
  void a_kind_that_nobody_handles_fails_with_a_reason() {
    approved();
    desk().carryOut();
    assertThat(newest().state()).isEqualTo(RequestRow.State.FAILED);
    assertThat(newest().outcome()).contains("test-wish");
  }

  @Test
  void work_done_together_sees_its_own_writes_and_ends_as_one() {
    Journal journal = member.journal();
    String seen =
        journal.together(
            "try",
            () -> {
              journal.beginCycle(SLOT, NOON);
              return journal.unfinishedCycles().toString();
            });
    assertThat(seen).contains(SLOT.cycleId().value());
    assertThatThrownBy(
            () ->
                journal.together(
                    "fail",
                    () -> {
                      journal.endCycle(
                          SLOT.cycleId(),
                          NOON,
                          CycleStatus.DONE,
                          "",
                          java.util.Optional.empty(),
                          new java.util.TreeMap<>());
                      throw new UnsupportedOperationException("dies here");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(journal.unfinishedCycles()).containsExactly(SLOT.cycleId());
  }

  private static AdoptedOrder adopted(long request) {
    return new AdoptedOrder(
        JournalExamples.BTC,
        VenueOrderId.of("77"),
        ClientOrderId.of("web1"),
        Side.BUY,
        Contracts.of("2"),
        false,
        "ann, approved by bob",
        "a hedge",
        "NEW at the venue",
        request,
        Contracts.ZERO);
  }

  @Test
  void an_adopted_order_is_open_until_its_end_is_written_down_and_is_known_after_it() {
    Adoptions adoptions = member.journal().adoptions();
    AdoptedOrder order = adopted(approved().number());
    adoptions.adopt(order, JournalExamples.NOON);
    assertThat(adoptions.open()).containsExactly(order);
    assertThatThrownBy(() -> adoptions.adopt(order, JournalExamples.NOON))
        .isInstanceOf(IllegalStateException.class);

    adoptions.end(order, JournalExamples.NOON, "gone");
    assertThat(adoptions.open()).isEmpty();
    assertThat(adoptions.of(order.instrument(), order.venueOrderId())).contains(order);
    assertThat(adoptions.of(order.instrument(), VenueOrderId.of("78"))).isEmpty();
    assertThatThrownBy(() -> adoptions.end(order, JournalExamples.NOON, "again"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_balance_trade_stands_for_what_was_executed_until_its_moment() {
    Accounting accounting = member.journal().accounting();
    assertThat(accounting.balanceTrade(JournalExamples.BTC, JournalExamples.NOON)).isEmpty();
    LedgerTransaction first = balance(1, JournalExamples.NOON);
    LedgerTransaction second = balance(2, JournalExamples.NOON.plusSeconds(60));
    assertThat(member.journal().book(second)).isTrue();
    assertThat(member.journal().book(first)).isTrue();
    assertThat(member.journal().book(first)).as("once").isFalse();

    assertThat(named(accounting, JournalExamples.NOON)).contains(first.name());
    assertThat(named(accounting, JournalExamples.NOON.plusSeconds(1))).contains(second.name());
    assertThat(named(accounting, JournalExamples.NOON.plusSeconds(61))).isEmpty();
    assertThat(member.journal().ledger().position(JournalExamples.BTC))
        .isEqualTo(Contracts.of("4"));
  }

  private static Optional<String> named(Accounting accounting, Instant executedAt) {
    return accounting.balanceTrade(JournalExamples.BTC, executedAt).map(LedgerTransaction::name);
  }

  private static LedgerTransaction balance(long number, Instant at) {
    return Bookkeeping.balanceTrade(
        JournalExamples.BTC, Contracts.of("2"), number, at, "ann and bob", "nothing explains it");
  }
}
