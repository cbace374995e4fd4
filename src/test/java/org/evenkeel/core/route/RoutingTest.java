package org.evenkeel.core.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.Quote;
import org.junit.jupiter.api.Test;

class RoutingTest {

  private static final IntentId INTENT =
      IntentId.of("default/2026-01-31T00:00:00Z|BTC-USDT-PERP@binance|0");

  private static final Instant AT = Instant.parse("2026-01-31T00:00:02Z");

  @Test
  void a_client_order_id_is_always_the_same_for_the_same_decision_and_never_for_another() {
    TreeSet<ClientOrderId> ids = new TreeSet<>();
    for (String nonce : List.of("4f7q", "aaaa")) {
      for (int number = 1; number <= 20; number++) {
        for (int leg = 0; leg < 20; leg++) {
          IntentId intent = IntentId.of("default/2026-01-31T00:00:00Z|BTC|" + leg);
          ClientOrderId id = ClientOrderIds.derived(nonce, intent, number, AT);
          assertThat(ClientOrderIds.derived(nonce, intent, number, AT)).isEqualTo(id);
          ids.add(id);
        }
      }
    }
    assertThat(ids).hasSize(800);
    assertThat(ClientOrderIds.derived("4f7q", INTENT, 1, AT.plusMillis(1)))
        .isNotEqualTo(ClientOrderIds.derived("4f7q", INTENT, 1, AT));
  }

  @Property
  void a_client_order_id_has_18_letters_and_digits_and_begins_with_prefix_and_nonce(
      @ForAll @IntRange(min = 1, max = 1_000_000) int leg) {
    String id =
        ClientOrderIds.derived("4f7q", IntentId.of("default|BTC|" + leg), 1 + leg % 3, AT).value();
    assertThat(id).matches("ek4f7q[0-9a-z]{12}");
  }

  @Test
  void the_derivation_never_changes_because_old_orders_are_looked_up_by_it() {
    assertThat(ClientOrderIds.derived("4f7q", INTENT, 1, AT)).hasToString("ek4f7q5u1daykvry9m");
  }

  @Test
  void a_nonce_has_four_small_characters() {
    for (String wrong : List.of("", "4f7", "4f7qq", "4F7Q", "4f-q")) {
      assertThatThrownBy(() -> ClientOrderIds.derived(wrong, INTENT, 1, AT))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void an_order_of_another_database_is_told_from_ours_and_from_strangers() {
    ClientOrderId ours = ClientOrderIds.derived("4f7q", INTENT, 1, AT);
    assertThat(ClientOrderIds.isOfAnotherIncarnation(ours, "4f7q")).isFalse();
    assertThat(ClientOrderIds.isOfAnotherIncarnation(ours, "4f7r")).isTrue();
    assertThat(ClientOrderIds.isOfAnotherIncarnation(ClientOrderId.of("web123"), "4f7q")).isFalse();
  }

  @Test
  void an_echo_repeats_every_field_of_the_ticket() {
    OrderTicket ticket = Orders.ticket();
    VenueOrder echo = Orders.seen(VenueOrder.Status.NEW, "0");
    assertThat(echo.echoes(ticket)).isTrue();
    List<VenueOrder> others =
        List.of(
            changed(ClientOrderId.of("ek4f7qother"), "BTC", Side.BUY, "5", "IOC", false),
            changed(ticket.clientOrderId(), "ETH", Side.BUY, "5", "IOC", false),
            changed(ticket.clientOrderId(), "BTC", Side.SELL, "5", "IOC", false),
            changed(ticket.clientOrderId(), "BTC", Side.BUY, "5.001", "IOC", false),
            changed(ticket.clientOrderId(), "BTC", Side.BUY, "5", "GTC", false),
            changed(ticket.clientOrderId(), "BTC", Side.BUY, "5", "IOC", true));
    assertThat(others).noneMatch(order -> order.echoes(ticket));
    assertThat(changed(ticket.clientOrderId(), "BTC", Side.BUY, "5.000", "IOC", false))
        .matches(order -> order.echoes(ticket));
  }

  private static VenueOrder changed(
      ClientOrderId id, String base, Side side, String quantity, String life, boolean reduceOnly) {
    return new VenueOrder(
        id,
        VenueOrderId.of("77"),
        Samples.perpetual(base).id(),
        side,
        Contracts.of(quantity),
        Contracts.ZERO,
        BigDecimal.ZERO,
        VenueOrder.Status.NEW,
        life,
        reduceOnly,
        Orders.SIGNED);
  }

  @Test
  void the_request_hash_binds_every_field() {
    OrderTicket t = Orders.ticket();
    TreeSet<String> hashes = new TreeSet<>();
    for (OrderTicket other :
        List.of(
            t,
            ticket("ek4f7qother", "BTC", Side.BUY, "5", "100", false, 0, 0),
            ticket(t.clientOrderId().value(), "ETH", Side.BUY, "5", "100", false, 0, 0),
            ticket(t.clientOrderId().value(), "BTC", Side.SELL, "5", "100", false, 0, 0),
            ticket(t.clientOrderId().value(), "BTC", Side.BUY, "6", "100", false, 0, 0),
            ticket(t.clientOrderId().value(), "BTC", Side.BUY, "5", "101", false, 0, 0),
            ticket(t.clientOrderId().value(), "BTC", Side.BUY, "5", "100", true, 0, 0),
            ticket(t.clientOrderId().value(), "BTC", Side.BUY, "5", "100", false, 1, 0),
            ticket(t.clientOrderId().value(), "BTC", Side.BUY, "5", "100", false, 0, 1))) {
      hashes.add(other.requestHash().value());
    }
    assertThat(hashes).hasSize(9);
    assertThat(
            ticket(t.clientOrderId().value(), "BTC", Side.BUY, "5.0", "1E+2", false, 0, 0)
                .requestHash())
        .isEqualTo(t.requestHash());
  }

  private static OrderTicket ticket(
      String id,
      String base,
      Side side,
      String quantity,
      String price,
      boolean reduceOnly,
      long signed,
      long until) {
    OrderTicket t = Orders.ticket();
    return new OrderTicket(
        ClientOrderId.of(id),
        Samples.perpetual(base).id(),
        side,
        Contracts.of(quantity),
        Price.of(price),
        TimeInForce.IOC,
        reduceOnly,
        t.signedAt().plusMillis(signed),
        t.validUntil().plusMillis(until));
  }

  @Test
  void a_ticket_has_a_quantity_and_expires_after_it_is_signed() {
    assertThatThrownBy(() -> ticket("a", "BTC", Side.BUY, "0", "1", false, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ticket("a", "BTC", Side.BUY, "1", "1", false, 5_000, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_intent_has_a_quantity_and_is_named_by_cycle_instrument_and_leg() {
    CycleId cycle = CycleId.of("default/2026-01-31T00:00:00Z");
    Intent intent =
        new Intent(
            cycle,
            Samples.perpetual("BTC").id(),
            3,
            Side.BUY,
            Contracts.of("1"),
            false,
            Price.of("100"));
    assertThat(intent.id()).hasToString("default/2026-01-31T00:00:00Z|BTC-USDT-PERP@binance|3");
    assertThatThrownBy(
            () ->
                new Intent(
                    cycle,
                    Samples.perpetual("BTC").id(),
                    3,
                    Side.BUY,
                    Contracts.ZERO,
                    false,
                    Price.of("100")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The example of the Javadoc: 100 and a collar of 0.002 with a tick of 0.1 give 100.2. */
  @Test
  void the_limit_price_is_the_touch_and_a_collar_beyond() {
    InstrumentSpec spec = Samples.spec(Samples.perpetual("BTC"));
    Quote quote = Books.quote(spec.id(), "99.5", "100", "99.8");
    Ratio collar = Ratio.of("0.002");
    assertThat(OrderPricing.limitPrice(Side.BUY, quote, collar, spec)).isEqualTo(Price.of("100.2"));
    assertThat(OrderPricing.limitPrice(Side.SELL, quote, collar, spec)).isEqualTo(Price.of("99.4"));
  }

  @Property
  void the_limit_price_never_gives_more_than_the_collar_and_always_reaches_the_touch(
      @ForAll @BigRange(min = "10", max = "100000") @Scale(1) BigDecimal bid,
      @ForAll @BigRange(min = "0", max = "10") @Scale(1) BigDecimal spread,
      @ForAll @BigRange(min = "0", max = "0.05") @Scale(4) BigDecimal collar) {
    InstrumentSpec spec = Samples.spec(Samples.perpetual("BTC"));
    Price low = Price.of(bid);
    Price high = Price.of(bid.add(spread));
    Quote quote = new Quote(spec.id(), low, high, low, Books.NOON, Books.NOON);
    BigDecimal buy = OrderPricing.limitPrice(Side.BUY, quote, Ratio.of(collar), spec).value();
    assertThat(buy).isBetween(high.value(), high.value().multiply(BigDecimal.ONE.add(collar)));
    assertThat(Decimals.isMultipleOf(buy, spec.tickSize())).isTrue();
    BigDecimal sell = OrderPricing.limitPrice(Side.SELL, quote, Ratio.of(collar), spec).value();
    assertThat(sell).isBetween(low.value().multiply(BigDecimal.ONE.subtract(collar)), low.value());
    assertThat(Decimals.isMultipleOf(sell, spec.tickSize())).isTrue();
  }

  @Test
  void execution_settings_outside_of_their_ranges_are_refused() {
    Duration time = Duration.ofSeconds(1);
    for (Runnable wrong :
        List.<Runnable>of(
            () -> new ExecutionSettings(Ratio.of("-0.001"), 3, time, time),
            () -> new ExecutionSettings(Ratio.of("0.051"), 3, time, time),
            () -> new ExecutionSettings(Ratio.of("0.01"), 0, time, time),
            () -> new ExecutionSettings(Ratio.of("0.01"), 21, time, time))) {
      assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
