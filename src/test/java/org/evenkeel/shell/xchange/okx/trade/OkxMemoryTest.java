package org.evenkeel.shell.xchange.okx.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.Income;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.okx.OkxManner;
import org.evenkeel.shell.xchange.okx.OkxFundingFeed;
import org.evenkeel.shell.xchange.okx.OkxRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A venue that forgets, and lists that are longer than a page. */
class OkxMemoryTest {

  private final AtomicLong aheadMs = new AtomicLong();
  private final OkxRig rig =
      new OkxRig(
          OkxManner.standard().withLimits(100), () -> System.currentTimeMillis() + aheadMs.get());
  private final OkxVenue venue = rig.venue();
  private int sequence;

  @AfterEach
  void stop() {
    rig.close();
  }

  private void pass(Duration time) {
    aheadMs.addAndGet(time.toMillis());
    venue.venueTime().orThrow();
  }

  private OrderTicket sent(String price) {
    Instant now = venue.venueTime().orThrow();
    sequence++;
    OrderTicket ticket =
        new OrderTicket(
            ClientOrderId.of("ekmmmm" + String.format("%012d", sequence)),
            OkxRig.PERP,
            Side.BUY,
            Contracts.of("0.1"),
            Price.of(price),
            TimeInForce.IOC,
            false,
            now,
            now.plusSeconds(5));
    assertThat(venue.send(ticket)).isInstanceOf(SendOutcome.Accepted.class);
    return ticket;
  }

  /** Orders that go around the adapter, to fill pages quickly. */
  private void trades(SeriesId series, int count) {
    for (int i = 0; i < count; i++) {
      sequence++;
      rig.exchange()
          .place(
              OrderRequest.market(
                  series,
                  "bulk" + sequence,
                  org.evenkeel.shell.simvenue.exchange.Side.BUY,
                  new BigDecimal("0.001")),
              System.currentTimeMillis() + aheadMs.get());
    }
  }

  private Lookup lookup(OrderTicket ticket) {
    return venue.lookup(ticket.clientOrderId(), ticket.instrument());
  }

  @Test
  void a_filled_order_is_found_in_seven_days_in_three_months_and_then_no_more() {
    OrderTicket ticket = sent("20000.1");
    for (Duration later : List.of(Duration.ZERO, Duration.ofDays(4), Duration.ofDays(6))) {
      pass(later);
      assertThat(lookup(ticket))
          .isInstanceOfSatisfying(
              Lookup.Found.class,
              found -> {
                assertThat(found.order().status()).isEqualTo(VenueOrder.Status.FILLED);
                assertThat(found.order().echoes(ticket)).isTrue();
                assertThat(venue.clientIdOf(found.order().venueOrderId(), OkxRig.PERP).orThrow())
                    .contains(ticket.clientOrderId());
              });
    }
    pass(Duration.ofDays(81));
    assertThat(lookup(ticket)).isInstanceOf(Lookup.NotVisible.class);
  }

  @Test
  void an_order_canceled_without_a_fill_is_forgotten_after_two_hours_everywhere() {
    OrderTicket ticket = sent("19900");
    assertThat(lookup(ticket)).isInstanceOf(Lookup.Found.class);

    pass(Duration.ofMinutes(121));

    assertThat(lookup(ticket)).isInstanceOf(Lookup.NotVisible.class);
  }

  @Test
  void an_old_order_behind_more_than_a_page_of_newer_ones_is_found() {
    OrderTicket ticket = sent("20000.1");
    trades(SeriesId.perpetual("BTCUSDT"), 250);
    pass(Duration.ofDays(4));

    assertThat(lookup(ticket)).isInstanceOf(Lookup.Found.class);
    assertThat(venue.lookup(ClientOrderId.of("ekneversent"), OkxRig.PERP))
        .isInstanceOf(Lookup.NotVisible.class);
  }

  @Test
  void fills_of_many_pages_are_complete_oldest_first_and_on_from_any_of_them() {
    trades(SeriesId.perpetual("ETHUSDT"), 30);
    trades(SeriesId.perpetual("BTCUSDT"), 250);
    Instant longAgo = Instant.now().minus(Duration.ofDays(1));

    List<Fill> all = venue.fills(OkxRig.PERP, Optional.empty(), longAgo).orThrow();

    assertThat(all).extracting(f -> Integer.parseInt(f.tradeId().value())).isSorted().hasSize(250);
    for (int from : new int[] {0, 49, 149, 150, 249}) {
      assertThat(venue.fills(OkxRig.PERP, Optional.of(all.get(from).tradeId()), longAgo).orThrow())
          .isEqualTo(all.subList(from, 250));
    }
    pass(Duration.ofDays(4));
    trades(SeriesId.perpetual("BTCUSDT"), 3);
    assertThat(venue.fills(OkxRig.PERP, Optional.of(all.get(149).tradeId()), longAgo).orThrow())
        .as("older than three days: the rest comes from the history")
        .hasSize(104);
    assertThat(venue.fills(OkxRig.PERP, Optional.empty(), longAgo).orThrow()).hasSize(253);
  }

  @Test
  void open_orders_of_many_pages_are_all_seen() {
    for (int i = 0; i < 230; i++) {
      rig.exchange()
          .place(
              OrderRequest.limit(
                  SeriesId.perpetual("BTCUSDT"),
                  "rest" + i,
                  org.evenkeel.shell.simvenue.exchange.Side.BUY,
                  org.evenkeel.shell.simvenue.exchange.TimeInForce.GTC,
                  new BigDecimal("0.001"),
                  new BigDecimal("19000")),
              System.currentTimeMillis());
    }

    List<VenueOrder> open = venue.openOrders(OkxRig.PERP).orThrow();

    assertThat(open).hasSize(230).allMatch(order -> order.timeInForce().equals("GTC"));
    assertThat(venue.cancel(ClientOrderId.of("rest7"), OkxRig.PERP).orThrow()).isTrue();
    assertThat(venue.openOrders(OkxRig.PERP).orThrow()).hasSize(229);
  }

  @Test
  void income_among_many_pages_of_trades_is_found_and_also_in_the_archive() throws Exception {
    Instant start = venue.venueTime().orThrow().minusSeconds(1);
    sent("20000.1");
    rig.market().fund(System.currentTimeMillis() + 20, "BTCUSDT", "0.0001");
    Thread.sleep(50);
    venue.account().orThrow();
    trades(SeriesId.perpetual("BTCUSDT"), 150);

    assertThat(venue.income(start).orThrow())
        .extracting(Income::kind)
        .containsExactly(Income.Kind.FUNDING);
    pass(Duration.ofDays(20));
    assertThat(venue.income(start).orThrow())
        .extracting(Income::kind)
        .containsExactly(Income.Kind.FUNDING);
    rig.post("/sim/flow?kind=deposit&asset=USDT&amount=5");
    assertThat(venue.cashFlows(start).orThrow()).hasSize(1);
  }

  @Test
  void funding_of_many_pages_is_complete_oldest_first() {
    long now = System.currentTimeMillis();
    for (int i = 250; i >= 1; i--) {
      rig.market().fund(now - i * 3_600_000L, "BTCUSDT", "0.0001");
    }
    List<FundingRate> rates =
        new OkxFundingFeed(rig.link())
            .settled(
                OkxRig.PERP,
                Instant.ofEpochMilli(now - 240 * 3_600_000L),
                Instant.ofEpochMilli(now - 3_600_000L))
            .orThrow();

    assertThat(rates).extracting(FundingRate::settledAt).isSorted().hasSize(239);
  }

  @Test
  void under_maintenance_nothing_is_known_and_an_order_is_of_unknown_fate() {
    InstrumentId perp = OkxRig.PERP;
    Instant now = venue.venueTime().orThrow();
    rig.desk().maintenance(true);

    assertThat(venue.account()).isInstanceOf(Result.Refused.class);
    assertThat(venue.fills(perp, Optional.empty(), now)).isInstanceOf(Result.Refused.class);
    assertThat(venue.lookup(ClientOrderId.of("ekany"), perp)).isInstanceOf(Lookup.Unreadable.class);
    assertThat(
            venue.send(
                new OrderTicket(
                    ClientOrderId.of("ekmaintenance"),
                    perp,
                    Side.BUY,
                    Contracts.of("1"),
                    Price.of("20000.1"),
                    TimeInForce.IOC,
                    false,
                    now,
                    now.plusSeconds(5))))
        .isInstanceOf(SendOutcome.Unknown.class);
  }
}
