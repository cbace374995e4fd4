package org.evenkeel.core.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.policy.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may say what to which request, and the sentences of statements that have a comparison in them. */
class RuleOfTwoTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final Request REQUEST = new Request("limits-set", "max", "3");

  private static Optional<RequestRow> row(RequestRow.State state) {
    return Optional.of(
        new RequestRow(7, REQUEST, REQUEST.hash(), "Ann", "because", NOON, state, "", "", ""));
  }

  private static String approval(RequestRow.State state, ContentHash seen, String author) {
    return RuleOfTwo.approval(row(state), 7, seen, author).map(Refusal::detail).orElse("free");
  }

  @Test
  void another_person_who_has_seen_this_very_content_may_approve() {
    RequestRow.State waiting = RequestRow.State.WAITING;
    assertThat(approval(waiting, REQUEST.hash(), "bob")).isEqualTo("free");
    assertThat(approval(waiting, REQUEST.hash(), "Ann")).contains("is your own");
    assertThat(approval(waiting, REQUEST.hash(), "  aNN ")).contains("is your own");
    assertThat(approval(waiting, new Request("limits-set", "max", "4").hash(), "bob"))
        .contains("not the one you have seen");
    assertThat(RuleOfTwo.approval(Optional.empty(), 7, REQUEST.hash(), "bob")).isPresent();
    assertThat(RuleOfTwo.rejection(Optional.empty(), 7).orElseThrow().detail())
        .contains("there is no request 7");
  }

  @ParameterizedTest
  @EnumSource(RequestRow.State.class)
  void only_what_waits_can_be_decided(RequestRow.State state) {
    boolean waits = state == RequestRow.State.WAITING;
    assertThat(approval(state, REQUEST.hash(), "bob").equals("free")).isEqualTo(waits);
    assertThat(RuleOfTwo.rejection(row(state), 7).isEmpty()).isEqualTo(waits);
    if (state == RequestRow.State.EXPIRED) {
      assertThat(approval(state, REQUEST.hash(), "bob")).contains("15 minutes");
    }
  }

  @Test
  void the_name_of_a_content_changes_with_any_part_of_it() {
    assertThat(
            List.of(
                new Request("limits-end", "max", "3").hash(),
                new Request("limits-set", "most", "3").hash(),
                new Request("limits-set", "max", "4").hash()))
        .doesNotContain(REQUEST.hash())
        .doesNotHaveDuplicates();
  }

  /** The parts of an order are the order: one that does not add up is no explanation. */
  @Test
  void an_order_is_taken_apart_without_a_rest() {
    List<Contribution> parts =
        List.of(
            new Contribution(Cause.COVARIANCE, new BigDecimal("4"), BigDecimal.ONE),
            new Contribution(Cause.PRICE, new BigDecimal("-1.0"), BigDecimal.ONE));
    assertThat(
            new ExplainedOrder("BTC", BigDecimal.ZERO, new BigDecimal("3"), BigDecimal.ONE, parts)
                .contributions())
        .hasSize(2);
    assertThatThrownBy(
            () ->
                new ExplainedOrder(
                    "BTC", BigDecimal.ZERO, new BigDecimal("3.001"), BigDecimal.ONE, parts))
        .hasMessageContaining("add up to 3");
  }

  @Test
  void the_distance_to_a_limit_is_what_is_left_of_it_on_either_side() {
    BigDecimal two = new BigDecimal("2");
    BigDecimal five = new BigDecimal("5");
    assertThat(LimitRow.of(1, "max", "x", two, five, "").distance()).contains(new BigDecimal("3"));
    assertThat(LimitRow.of(1, "max", "x", five, two, "").distance().orElseThrow())
        .isEqualByComparingTo("-3");
    assertThat(LimitRow.atLeast(1, "min", "x", five, two, "").distance().orElseThrow())
        .isEqualByComparingTo("3");
    assertThat(LimitRow.atLeast(1, "min", "x", two, five, "").distance().orElseThrow())
        .isEqualByComparingTo("-3");
    assertThat(LimitRow.none(1, "max", "no number").distance()).isEmpty();
  }

  private static BigDecimal forgone(Side side, String end) {
    return new Forgone(
            "BTC",
            side,
            Contracts.of("2"),
            Price.of("100"),
            Price.of(end),
            new BigDecimal("0.5"),
            NOON,
            "IOC")
        .cost();
  }

  @Test
  void what_was_not_traded_costs_if_the_market_has_moved_away_from_it() {
    assertThat(forgone(Side.BUY, "110")).isEqualByComparingTo("10");
    assertThat(forgone(Side.BUY, "90")).isEqualByComparingTo("-10");
    assertThat(forgone(Side.SELL, "110")).isEqualByComparingTo("-10");
    assertThat(forgone(Side.SELL, "90")).isEqualByComparingTo("10");
  }

  /** More than twice the standard error, more than a tenth of a basis point, and of twenty orders. */
  @ParameterizedTest
  @CsvSource({
    "20, 0.0005, 0.001, 0.0002, true",
    "19, 0.0005, 0.001, 0.0002, false",
    "20, 0.0005, 0.001, 0.00025, false",
    "20, 0.0005, 0.001, 0.000249, true",
    "20, 0.00099, 0.001, 0, false",
    "20, 0.000989, 0.001, 0, true",
    "20, 0.001, 0.0005, 0.0001, false"
  })
  void costs_drift_if_orders_cost_more_than_assumed_and_not_by_chance(
      int orders, String assumed, String measured, String error, boolean isPersistent) {
    assertThat(
            new CostDrift(orders, Ratio.of(assumed), Ratio.of(measured), Ratio.of(error))
                .isPersistent())
        .isEqualTo(isPersistent);
  }

  @Test
  void a_drill_is_passed_if_even_its_longest_run_was_short_enough() {
    assertThat(drill(60).isPassed()).isTrue();
    assertThat(drill(61).isPassed()).isFalse();
  }

  private static KillDrill drill(int worst) {
    Duration allowed = Duration.ofSeconds(60);
    return new KillDrill(
        NOON,
        3,
        Duration.ZERO,
        Duration.ofSeconds(5),
        Duration.ofSeconds(worst),
        allowed,
        List.of());
  }

  private static LeaseRow lease(Optional<Instant> until) {
    return new LeaseRow(
        "bot", 3, "here", until, NOON, Optional.empty(), Optional.empty(), List.of());
  }

  @Test
  void a_lease_is_alive_until_the_moment_at_which_it_runs_out() {
    assertThat(lease(Optional.of(NOON.plusSeconds(12))).state()).isEqualTo("held for another 12 s");
    assertThat(lease(Optional.of(NOON)).isAlive()).isFalse();
    assertThat(lease(Optional.of(NOON.minusSeconds(5))).state()).isEqualTo("run out 5 s ago");
    assertThat(lease(Optional.empty()).isAlive()).isFalse();
    assertThat(lease(Optional.empty()).state()).isEqualTo("given back");
    assertThat(lease(Optional.of(NOON)).identity()).isEqualTo("bot\n3\nhere");
  }
}
