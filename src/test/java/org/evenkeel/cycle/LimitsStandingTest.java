package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.ETH;
import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.policy.Guards;
import org.evenkeel.core.statement.Capital;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.LimitRow;
import org.evenkeel.core.statement.OrderRow;
import org.evenkeel.core.statement.PerformanceEntry;
import org.junit.jupiter.api.Test;

/** What is left of each limit, against figures that are added up here from positions and prices. */
class LimitsStandingTest {

  private final World world = decided();

  private static World decided() {
    World world = World.ready();
    world.daemon.onSlot();
    return world;
  }

  private List<LimitRow> rows(List<OrderRow> open, List<OrderRow> orders) {
    DecisionInputs inputs =
        world.journal.inputs(Slot.scheduled("default", SLOT).cycleId()).orThrow();
    return new LimitsStanding(
            world.strategy.limits(),
            Guards.defaults(),
            inputs.market(),
            Yardstick.of(world.strategy.universe(), inputs.market().quotes()).orThrow(),
            statement(),
            Capital.of(
                List.of(),
                world.journal.newestDocuments(TrackRecord.STAGE, PerformanceEntry.class, 1).stream()
                    .findFirst()),
            open,
            orders,
            world.clock.now())
        .rows();
  }

  private CycleStatement statement() {
    return world.cycle(SLOT).statement().orElseThrow();
  }

  private static LimitRow row(List<LimitRow> rows, String limit, String subject) {
    return rows.stream()
        .filter(row -> row.limit().equals(limit) && row.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private double notional(InstrumentId id, double price) {
    return world.booked(id).value().abs().doubleValue() * price;
  }

  private OrderRow order(String side, String quantity, int minutesAgo) {
    return new OrderRow(
        "c" + minutesAgo,
        "default",
        BTC.value(),
        side,
        new BigDecimal(quantity),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        new BigDecimal("50000"),
        false,
        "UNKNOWN",
        "",
        world.clock.now().minusSeconds(60L * minutesAgo));
  }

  @Test
  void exposures_and_what_is_left_of_them_are_those_of_positions_and_prices() {
    List<LimitRow> rows = rows(List.of(), List.of());
    double nav = statement().nav().doubleValue();
    double gross = notional(BTC, 50000) + notional(ETH, 2500);
    LimitRow leverage = row(rows, "max_gross_leverage", "portfolio");
    assertThat(leverage.value().orElseThrow().doubleValue()).isCloseTo(gross / nav, within());
    assertThat(leverage.distance().orElseThrow().doubleValue())
        .isCloseTo(3 - gross / nav, within());
    LimitRow btc = row(rows, "max_instrument_exposure", BTC.value());
    double left = 1.5 * nav - notional(BTC, 50000);
    double lots = Math.floor(left / 50000 / 0.001) * 0.001;
    assertThat(Double.parseDouble(btc.hit().replaceAll("[^0-9.]", ""))).isCloseTo(lots, within());
    assertThat(row(rows, "drawdown_flatten", "portfolio").most().orElseThrow())
        .isEqualByComparingTo("0.35");
  }

  @Test
  void an_open_order_counts_at_its_full_size() {
    double before =
        row(rows(List.of(), List.of()), "max_gross_leverage", "portfolio")
            .value()
            .orElseThrow()
            .doubleValue();
    List<OrderRow> open = List.of(order("BUY", "1", 1));
    double after =
        row(rows(open, open), "max_gross_leverage", "portfolio")
            .value()
            .orElseThrow()
            .doubleValue();
    assertThat(after - before).isCloseTo(50000 / statement().nav().doubleValue(), within());
  }

  @Test
  void what_was_sent_counts_within_its_day_minute_and_window_only() {
    List<OrderRow> sent = new ArrayList<>();
    sent.add(order("BUY", "1", 0));
    sent.add(order("BUY", "2", 30));
    sent.add(order("BUY", "4", 120));
    sent.add(order("SELL", "8", 60 * 25));
    List<LimitRow> rows = rows(List.of(), sent);
    assertThat(row(rows, "max_notional_per_minute", "portfolio").value().orElseThrow())
        .isEqualByComparingTo("50000");
    assertThat(row(rows, "max_day_notional", "portfolio").value().orElseThrow())
        .isEqualByComparingTo("350000");
    LimitRow oneWay = row(rows, "max_one_way_orders", BTC + " BUY");
    assertThat(oneWay.value().orElseThrow()).isEqualByComparingTo("2");
    assertThat(oneWay.hit()).startsWith("59 more orders");
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-6);
  }
}
