package org.evenkeel.core.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.route.VenueOrder.Status;
import org.junit.jupiter.api.Test;

/** What a venue's order is worth, whether it is the one that was meant, and what persons may say of it. */
class WorthAndAdoptionTest {

  private static VenueOrder order(
      String instrument, String id, Side side, String quantity, boolean reduceOnly, String price) {
    VenueOrder seen = Orders.seen(Status.NEW, "0");
    return new VenueOrder(
        seen.clientOrderId(),
        VenueOrderId.of(id),
        InstrumentId.of(instrument),
        side,
        Contracts.of(quantity),
        seen.cumQty(),
        seen.avgPx(),
        seen.status(),
        seen.timeInForce(),
        reduceOnly,
        seen.venueTime(),
        Optional.of(Price.of(price)),
        Optional.empty());
  }

  private static final String BTC = "BTC-USDT-PERP@binance";

  private static AdoptedOrder adopted(String booked) {
    VenueOrder seen = order(BTC, "77", Side.BUY, "5", false, "100");
    return new AdoptedOrder(
        seen.instrument(),
        seen.venueOrderId(),
        seen.clientOrderId(),
        seen.side(),
        seen.orderQty(),
        false,
        "ann and bob",
        "by hand",
        "",
        1,
        Contracts.of(booked));
  }

  @Test
  void an_adopted_order_counts_with_what_is_not_booked_of_it() {
    assertThat(adopted("0").worstCaseLeaves()).isEqualTo(Contracts.of("5"));
    assertThat(adopted("4.999").worstCaseLeaves()).isEqualTo(Contracts.of("0.001"));
    assertThat(adopted("5").worstCaseLeaves()).isEqualTo(Contracts.ZERO);
    assertThat(adopted("6").worstCaseLeaves()).isEqualTo(Contracts.ZERO);
  }

  @Test
  void an_adopted_order_is_the_same_one_and_no_larger() {
    AdoptedOrder adopted = adopted("0");
    assertThat(adopted.covers(order(BTC, "77", Side.BUY, "5", false, "100"))).isTrue();
    assertThat(adopted.covers(order(BTC, "77", Side.BUY, "4", false, "100"))).isTrue();
    assertThat(adopted.covers(order(BTC, "77", Side.BUY, "5.001", false, "100"))).isFalse();
    assertThat(adopted.covers(order(BTC, "78", Side.BUY, "5", false, "100"))).isFalse();
    assertThat(adopted.covers(order(BTC, "77", Side.SELL, "5", false, "100"))).isFalse();
    assertThat(adopted.covers(order(BTC, "77", Side.BUY, "5", true, "100"))).isFalse();
    assertThat(adopted.covers(order("ETH-USDT-PERP@binance", "77", Side.BUY, "5", false, "100")))
        .isFalse();
  }

  @Test
  void who_answers_for_an_order_has_seen_its_price_and_its_flag() {
    assertThat(AdoptedOrder.describe(order(BTC, "77", Side.BUY, "5", true, "101")))
        .endsWith("BUY 5 at 101 IOC reduce-only");
    assertThat(AdoptedOrder.describe(order(BTC, "77", Side.BUY, "5", false, "101")))
        .endsWith("BUY 5 at 101 IOC");
  }

  @Test
  void a_price_that_is_not_the_tickets_is_a_different_order() {
    assertThat(order(BTC, "77", Side.BUY, "5", false, "100").echoes(Orders.ticket())).isTrue();
    assertThat(order(BTC, "77", Side.BUY, "5", false, "100.1").differences(Orders.ticket()))
        .containsExactly("price 100.1 instead of 100");
  }

  private static boolean contradicts(String filled, String value) {
    return Orders.seen(Status.FILLED, filled)
        .worth(new BigDecimal(value))
        .contradiction(Samples.spec(Samples.perpetual("BTC")))
        .isPresent();
  }

  /** 5 contracts at 100 are worth 500; a hundredth of what the venue says is rounding. */
  @Test
  void a_contract_that_is_worth_something_else_is_seen_at_its_first_execution() {
    assertThat(contradicts("5", "500")).isFalse();
    assertThat(contradicts("5", "0.5")).isTrue();
    assertThat(contradicts("5", "500000")).isTrue();
    assertThat(contradicts("0.99", "100")).as("99 of 100").isFalse();
    assertThat(contradicts("0.989", "100")).isTrue();
    assertThat(contradicts("1.01", "100")).isFalse();
    assertThat(contradicts("1.011", "100")).isTrue();
    assertThat(contradicts("0", "7")).as("nothing was filled").isFalse();
    assertThat(
            Orders.seen(Status.FILLED, "5").contradiction(Samples.spec(Samples.perpetual("BTC"))))
        .as("it does not say")
        .isEmpty();
  }

  @Test
  void an_answer_to_the_one_send_brings_the_venues_id_and_one_that_is_known_stays() {
    Attempt sent = Orders.attempt(new AttemptState.PendingNew());
    Attempt accepted =
        OrderLifecycle.answered(sent, new SendOutcome.Accepted(Orders.seen(Status.NEW, "0")));
    assertThat(accepted.state()).isEqualTo(new AttemptState.New());
    assertThat(accepted.venueOrderId()).contains(VenueOrderId.of("77"));
    assertThat(accepted.seenAs(VenueOrderId.of("78")).venueOrderId())
        .contains(VenueOrderId.of("77"));
    Attempt lost = OrderLifecycle.answered(sent, new SendOutcome.Unknown("timeout"));
    assertThat(lost.state()).isEqualTo(new AttemptState.Unknown("timeout"));
    assertThat(lost.venueOrderId()).isEmpty();
  }

  @Test
  void persons_decide_only_on_what_waits_for_them_and_only_for_an_order_that_has_ended() {
    Attempt held = Orders.attempt(new AttemptState.Quarantined("odd"));
    VenueOrder closed = Orders.seen(Status.CANCELED, "2");
    assertThat(OrderLifecycle.afterAdoption(held, closed))
        .isEqualTo(new AttemptState.Settling(Contracts.of("2"), Status.CANCELED));
    assertThatThrownBy(() -> OrderLifecycle.afterAdoption(held, Orders.seen(Status.NEW, "2")))
        .isInstanceOf(IllegalStateException.class);
    Attempt open = Orders.attempt(new AttemptState.New());
    assertThatThrownBy(() -> OrderLifecycle.afterAdoption(open, closed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> OrderLifecycle.afterDeclaredAbsent(open, "seen"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void hopeless_is_only_what_has_no_answer_and_missing_only_what_has_ended() {
    AttemptState settling = new AttemptState.Settling(Contracts.of("2"), Status.CANCELED);
    for (AttemptState lost :
        new AttemptState[] {new AttemptState.Unknown("x"), new AttemptState.PendingNew()}) {
      assertThat(OrderLifecycle.afterHopelessProof(Orders.attempt(lost), "why"))
          .isEqualTo(new AttemptState.Quarantined("why"));
      assertThatThrownBy(() -> OrderLifecycle.afterMissingFills(Orders.attempt(lost), "why"))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> OrderLifecycle.afterHopelessProof(Orders.attempt(settling), "why"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(OrderLifecycle.afterMissingFills(Orders.attempt(settling), "why"))
        .isEqualTo(new AttemptState.Quarantined("why"));
  }

  @Test
  void a_value_that_contradicts_ours_stops_what_is_open_and_leaves_what_has_ended() {
    AttemptState filled = new AttemptState.Filled(Contracts.of("5"));
    assertThat(OrderLifecycle.afterContradiction(Orders.attempt(filled), "why")).isSameAs(filled);
    assertThat(OrderLifecycle.afterContradiction(Orders.attempt(new AttemptState.New()), "why"))
        .isEqualTo(new AttemptState.Quarantined("why"));
  }
}
