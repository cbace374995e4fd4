package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.plan.ProvenFigure;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.policy.HardLimits;
import org.evenkeel.core.policy.LimitKey;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitValues;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.policy.LimitsInForce;
import org.evenkeel.core.route.OrderPricing;
import org.evenkeel.core.statement.LimitRow;

/**
 * How near the newest decision was to the limits of its prices, its clocks and its proof, what is set or hard, and which
 * controls have no number.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param inputs what the decision was made from
 * @param plan what it decided
 * @param limits what holds now
 * @param inForce the same with what operators have set
 * @param hard the hard limits
 * @param ordersSent orders that the cycle has sent
 */
public record DecidedLimits(
    DecisionInputs inputs,
    RebalancePlan plan,
    Limits limits,
    LimitsInForce inForce,
    HardLimits hard,
    int ordersSent) {

  private static final String PORTFOLIO = "portfolio";

  /** The rows, in the order of the controls. */
  public List<LimitRow> rows() {
    List<LimitRow> rows = new ArrayList<>();
    rows.add(
        LimitRow.of(
            2,
            "max_cycle_turnover",
            PORTFOLIO,
            over(traded()),
            limits.maxCycleTurnover().value(),
            "a plan that trades more of NAV, by the newest plan"));
    rows.add(
        LimitRow.of(
            4,
            "max_orders_per_cycle",
            PORTFOLIO,
            BigDecimal.valueOf(ordersSent),
            BigDecimal.valueOf(limits.maxOrdersPerCycle()),
            (limits.maxOrdersPerCycle() - ordersSent + 1) + " more orders for one decision"));
    rows.add(
        LimitRow.of(
            2,
            "max_first_order_notional",
            "a new future",
            BigDecimal.ZERO,
            limits.maxFirstOrderNotional(),
            "a larger order in a future of which nothing was ever executed"));
    inputs.market().quotes().forEach(quote -> age(rows, quote));
    inputs.market().quotes().forEach(quote -> collar(rows, quote));
    inputs.clocks().byVenue().forEach((venue, off) -> clock(rows, venue.value(), off));
    proof(rows);
    rows.addAll(MarginRows.limits(inputs, plan));
    inForce
        .set()
        .forEach(
            (name, set) ->
                rows.add(
                    LimitRow.none(
                        10,
                        name.toString(),
                        set.text() + " by " + set.author() + ": " + set.reason())));
    if (inForce.set().isEmpty()) {
      rows.add(LimitRow.none(10, "limits set", "none is set: the configuration holds"));
    }
    hardLimits(rows);
    without(rows);
    return rows;
  }

  private BigDecimal traded() {
    return plan.legs().stream()
        .map(leg -> leg.notional().amount().abs())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal over(BigDecimal value) {
    return plan.nav().amount().signum() <= 0
        ? BigDecimal.ZERO
        : Decimals.quotient(value, plan.nav().amount());
  }

  /** The price that an order would be given, against every fair price that is known. */
  private void collar(List<LimitRow> rows, Quote quote) {
    inputs
        .market()
        .spec(quote.instrument())
        .ifPresent(
            spec -> {
              Ratio collar = inputs.rules().execution().collar();
              BigDecimal buy =
                  furthest(OrderPricing.limitPrice(Side.BUY, quote, collar, spec), quote);
              BigDecimal sell =
                  furthest(OrderPricing.limitPrice(Side.SELL, quote, collar, spec), quote);
              rows.add(
                  LimitRow.of(
                      3,
                      "price_collar",
                      quote.instrument().value(),
                      buy.max(sell),
                      limits.priceCollar().value(),
                      "a limit price further from mark, index, mid or last trade"));
            });
  }

  private static BigDecimal furthest(Price price, Quote quote) {
    List<Price> fair = new ArrayList<>(List.of(quote.mark(), quote.index(), quote.mid()));
    quote.last().ifPresent(fair::add);
    return fair.stream()
        .map(each -> Decimals.quotient(price.value().subtract(each.value()).abs(), each.value()))
        .reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  private void age(List<LimitRow> rows, Quote quote) {
    Duration age = Duration.between(quote.receivedAt(), inputs.market().receivedAt());
    rows.add(
        LimitRow.of(
            3,
            "max_quote_age_seconds",
            quote.instrument().value(),
            BigDecimal.valueOf(age.toMillis()).movePointLeft(3),
            BigDecimal.valueOf(limits.maxQuoteAge().toMillis()).movePointLeft(3),
            "an order priced from an older quote"));
  }

  private void clock(List<LimitRow> rows, String venue, Duration offset) {
    rows.add(
        LimitRow.of(
            8,
            "max_clock_offset_ms",
            venue,
            BigDecimal.valueOf(offset.abs().toMillis()),
            BigDecimal.valueOf(limits.maxClockOffset().toMillis()),
            "a clock further away; no order is sent then"));
  }

  /** What was proven of the newest plan, whatever part of it is filled, against the limits of now. */
  private void proof(List<LimitRow> rows) {
    for (ProvenFigure figure : plan.proof().map(proof -> proof.figures()).orElse(List.of())) {
      String hit = "any part of the newest plan comes to this at worst; more of it is cut";
      switch (figure.kind()) {
        case VENUE_EXPOSURE ->
            rows.add(
                LimitRow.of(
                    7,
                    "max_venue_exposure",
                    figure.where(),
                    figure.worst(),
                    limits.sequence().maxVenueExposure().value(),
                    hit));
        case MARGIN_RATIO ->
            rows.add(
                LimitRow.of(
                    8,
                    "max_margin_ratio",
                    figure.where(),
                    figure.worst(),
                    limits.sequence().maxMarginRatio().value(),
                    hit));
        case LIQUIDATION_DISTANCE ->
            rows.add(
                LimitRow.atLeast(
                    8,
                    "min_liquidation_distance",
                    figure.where(),
                    figure.worst(),
                    limits.sequence().minLiquidationDistance().value(),
                    "a move of all prices, or of one, of "
                        + percent(figure.worst())
                        + " would liquidate"));
        case GROSS_LEVERAGE, NET_LEVERAGE, INITIAL_MARGIN -> {
          // The first two are there as they stand now; the third is the venue's own.
        }
      }
    }
  }

  private static String percent(BigDecimal ratio) {
    return String.format(
        Locale.ROOT, "%s %%", ratio.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN));
  }

  /** The soft limit as the value, the bound as the limit. */
  private void hardLimits(List<LimitRow> rows) {
    LimitValues soft = inForce.values();
    hard.bounds()
        .forEach(
            (name, bound) ->
                soft.of(name)
                    .ifPresent(
                        value -> {
                          String hit = "a soft limit beyond it; no command sets one";
                          boolean isMost = name.key().allowsMore(bound.add(BigDecimal.ONE), bound);
                          rows.add(
                              isMost
                                  ? LimitRow.of(11, "hard " + name, PORTFOLIO, value, bound, hit)
                                  : LimitRow.atLeast(
                                      11, "hard " + name, PORTFOLIO, value, bound, hit));
                        }));
    LimitName gross = LimitName.of(LimitKey.MAX_GROSS_LEVERAGE);
    if (!hard.bounds().containsKey(gross)) {
      rows.add(
          LimitRow.none(
              11,
              "hard limits",
              "those that authority.hard_limits does not name are compiled in, such as "
                  + gross
                  + " "
                  + Decimals.text(hard.bound(gross))));
    }
  }

  private static void without(List<LimitRow> rows) {
    rows.add(
        LimitRow.none(
            4, "message rate", "the budgets of calls are in the running bot, see /metrics"));
    rows.add(
        LimitRow.none(
            9, "duplicates", "no number: one client id per decision, leg and attempt is unique"));
    rows.add(LimitRow.none(12, "kill", "no number: 'halt' and 'flatten' work at any time"));
    rows.add(
        LimitRow.none(
            13, "cancel on silence", "no number: the venue's countdown, where it has one"));
    rows.add(
        LimitRow.none(14, "self-match", "no number: every order carries the venue's flag, if any"));
    rows.add(
        LimitRow.none(
            15,
            "outside of the engine",
            "not here: needs a second process with a key of its own; see ops/controls.md"));
  }
}
