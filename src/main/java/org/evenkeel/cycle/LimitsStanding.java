package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.policy.DrawdownTiers;
import org.evenkeel.core.policy.Exposure;
import org.evenkeel.core.policy.Guards;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.statement.Capital;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.LimitRow;
import org.evenkeel.core.statement.OrderRow;
import org.evenkeel.core.statement.PositionRow;

/**
 * How near the portfolio is to each limit, by what the newest decision has stored and the journal says.
 *
 * <p>Open orders count at the full size that they were sent with. Prices are those of the newest stored observation.
 *
 * <p>This class is immutable and thread-safe as long as nobody changes what it was given.
 *
 * @param limits the limits of the configuration now
 * @param guards those over time
 * @param market the newest stored observation of the markets
 * @param yardstick what values are measured with, by that observation
 * @param statement the newest statement
 * @param capital what the record of performance says
 * @param open the orders that are open
 * @param orders the orders of the last day at least, whatever became of them
 * @param now the bot's time
 */
public record LimitsStanding(
    Limits limits,
    Guards guards,
    MarketSnapshot market,
    Yardstick yardstick,
    CycleStatement statement,
    Capital capital,
    List<OrderRow> open,
    List<OrderRow> orders,
    Instant now) {

  private static final String PORTFOLIO = "portfolio";

  /** A row for each limit, and for each instrument or side where it has one of its own. */
  public List<LimitRow> rows() {
    List<LimitRow> rows = new ArrayList<>();
    quantities(rows);
    exposures(rows);
    flow(rows);
    repeated(rows);
    reserved(rows);
    drawdown(rows);
    return rows;
  }

  private void quantities(List<LimitRow> rows) {
    for (InstrumentSpec spec : futures()) {
      String id = spec.id().value();
      rows.add(
          guards
              .pace()
              .maxOrderQty(spec.id())
              .map(
                  most ->
                      LimitRow.of(
                          1,
                          "max_order_contracts",
                          id,
                          BigDecimal.ZERO,
                          most.value(),
                          "one order of more than " + most + " contracts"))
              .orElseGet(
                  () ->
                      LimitRow.of(
                          1,
                          "venue's largest order",
                          id,
                          BigDecimal.ZERO,
                          spec.maxQty(),
                          "one order of more contracts; there is no limits.max_order_contracts")));
    }
  }

  /** Orders whose end is not known count in full in every row of exposure. */
  private void reserved(List<LimitRow> rows) {
    BigDecimal value = BigDecimal.ZERO;
    for (OrderRow order : open) {
      value = value.add(value(order));
    }
    rows.add(
        new LimitRow(
            5,
            "open orders",
            PORTFOLIO,
            Optional.of(value),
            Optional.empty(),
            Optional.empty(),
            open.size()
                + " orders, counted in full in the rows of exposure until they have ended"));
  }

  private void exposures(List<LimitRow> rows) {
    Exposure exposure = exposure();
    BigDecimal nav = statement.nav();
    BigDecimal gross = exposure.worstGross(market.specs(), market.quotes(), yardstick);
    BigDecimal net = exposure.worstNet(market.specs(), market.quotes(), yardstick);
    rows.add(leverage("max_gross_leverage", gross, limits.maxGrossLeverage().value()));
    rows.add(leverage("max_net_leverage", net, limits.maxNetLeverage().value()));
    for (InstrumentSpec spec : futures()) {
      Quote quote = quote(spec.id());
      BigDecimal held = exposure.worstNotional(spec, quote, yardstick);
      BigDecimal most = limits.maxInstrumentExposure().value();
      rows.add(
          LimitRow.of(
              7,
              "max_instrument_exposure",
              spec.id().value(),
              over(held, nav),
              most,
              "an order away from zero of more than "
                  + lots(nav.multiply(most).subtract(held), spec, quote)));
      rows.add(
          LimitRow.of(
              2,
              "max_order_notional",
              spec.id().value(),
              BigDecimal.ZERO,
              limits.maxOrderNotional(),
              "one order of more than " + lots(limits.maxOrderNotional(), spec, quote)));
    }
  }

  private LimitRow leverage(String name, BigDecimal value, BigDecimal most) {
    BigDecimal left = statement.nav().multiply(most).subtract(value);
    return LimitRow.of(
        7,
        name,
        PORTFOLIO,
        over(value, statement.nav()),
        most,
        "orders that add " + text(left) + " " + yardstick.currency());
  }

  private void flow(List<LimitRow> rows) {
    BigDecimal day = sent(SentOrders.DAY);
    rows.add(sentRow("max_day_notional", day, guards.pace().maxDayNotional(), "24 hours"));
    BigDecimal minute = sent(SentOrders.MINUTE);
    rows.add(sentRow("max_notional_per_minute", minute, limits.maxNotionalPerMinute(), "a minute"));
  }

  private LimitRow sentRow(String name, BigDecimal sent, BigDecimal most, String within) {
    return LimitRow.of(
        2,
        name,
        PORTFOLIO,
        sent,
        most,
        "orders of more than " + text(most.subtract(sent)) + " more within " + within);
  }

  private void repeated(List<LimitRow> rows) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    recent(guards.pace().oneWayWindow())
        .forEach(order -> counts.merge(order.instrument() + " " + order.side(), 1, Integer::sum));
    int most = guards.pace().maxOneWayOrders();
    counts.forEach(
        (subject, count) ->
            rows.add(
                LimitRow.of(
                    6,
                    "max_one_way_orders",
                    subject,
                    BigDecimal.valueOf(count),
                    BigDecimal.valueOf(most),
                    (most - count + 1)
                        + " more orders within "
                        + guards.pace().oneWayWindow().toMinutes()
                        + " minutes")));
  }

  private void drawdown(List<LimitRow> rows) {
    DrawdownTiers tiers = guards.drawdown();
    tier(rows, "drawdown_warn", tiers.warn().value());
    tier(rows, "drawdown_delever", tiers.delever().value());
    tier(rows, "drawdown_reduce_only", tiers.reduceOnly().value());
    tier(rows, "drawdown_flatten", tiers.flatten().value());
  }

  private void tier(List<LimitRow> rows, String name, BigDecimal tier) {
    capital
        .performance()
        .ifPresent(
            at ->
                rows.add(
                    LimitRow.of(
                        8,
                        name,
                        PORTFOLIO,
                        at.drawdown(),
                        tier,
                        "an index of "
                            + Decimals.text(
                                at.peak()
                                    .multiply(BigDecimal.ONE.subtract(tier))
                                    .setScale(4, RoundingMode.HALF_EVEN)))));
  }

  private Exposure exposure() {
    Exposure exposure = new Exposure();
    SortedMap<String, InstrumentSpec> known = new TreeMap<>();
    futures().forEach(spec -> known.put(spec.id().value(), spec));
    for (PositionRow row : statement.positions()) {
      if (known.containsKey(row.subject())) {
        exposure.setPosition(InstrumentId.of(row.subject()), Contracts.of(row.quantity()));
      }
    }
    for (OrderRow order : open) {
      if (known.containsKey(order.instrument())) {
        exposure.addWorking(
            InstrumentId.of(order.instrument()),
            Side.valueOf(order.side()),
            Contracts.of(order.orderQty()));
      }
    }
    return exposure;
  }

  private BigDecimal sent(Duration within) {
    BigDecimal sum = BigDecimal.ZERO;
    for (OrderRow order : recent(within)) {
      sum = sum.add(value(order));
    }
    return sum;
  }

  private BigDecimal value(OrderRow order) {
    return market
        .spec(InstrumentId.of(order.instrument()))
        .map(
            spec ->
                yardstick.value(
                    spec, Contracts.of(order.orderQty()), new Price(order.limitPrice())))
        .map(Money::amount)
        .orElseGet(() -> order.orderQty().multiply(order.limitPrice()));
  }

  private List<OrderRow> recent(Duration within) {
    return orders.stream().filter(order -> order.committedAt().isAfter(now.minus(within))).toList();
  }

  private List<InstrumentSpec> futures() {
    return market.specs().stream()
        .filter(spec -> spec.instrument() instanceof Instrument.Future)
        .toList();
  }

  private Quote quote(InstrumentId id) {
    return market.quotes().stream()
        .filter(quote -> quote.instrument().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private String lots(BigDecimal value, InstrumentSpec spec, Quote quote) {
    Money inQuote =
        yardstick.inQuote(new Money(value.max(BigDecimal.ZERO), yardstick.currency()), spec);
    return spec.lotsTowardZero(inQuote, quote.mark()) + " contracts";
  }

  private static BigDecimal over(BigDecimal value, BigDecimal nav) {
    return nav.signum() <= 0 ? BigDecimal.ZERO : Decimals.quotient(value, nav);
  }

  private static String text(BigDecimal value) {
    return Decimals.text(value.setScale(2, RoundingMode.HALF_EVEN));
  }
}
