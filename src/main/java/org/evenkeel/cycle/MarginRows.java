package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.MaintenanceTiers;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.sequence.MaintenanceTable;
import org.evenkeel.core.policy.MarginCurves;
import org.evenkeel.core.statement.LimitRow;
import org.evenkeel.core.statement.MarginRow;

/**
 * What maintenance margin the proof of a plan has reckoned with, for people.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class MarginRows {

  /** The number of the control in ops/controls.md. */
  private static final int ITEM = 8;

  private static final int SCALE = 6;

  private MarginRows() {}

  /** A row for each contract of which the venue tells something or should; none if the universe cannot be valued. */
  public static List<MarginRow> of(DecisionRules rules, MarketSnapshot market, RebalancePlan plan) {
    return switch (Yardstick.of(rules.universe(), market.quotes())) {
      case Result.Ok<Yardstick> ok -> rows(rules, market, plan, ok.value());
      case Result.Refused<Yardstick> refused -> List.of();
    };
  }

  private static List<MarginRow> rows(
      DecisionRules rules, MarketSnapshot market, RebalancePlan plan, Yardstick yardstick) {
    Ratio least = rules.limits().sequence().maintenanceRate();
    MaintenanceTable table =
        MarginCurves.of(least, rules.plan().venueLeverage(), market, yardstick);
    TreeSet<InstrumentId> named = new TreeSet<>(market.margins().untold().keySet());
    market.margins().tiers().forEach(tiers -> named.add(tiers.instrument()));
    List<MarginRow> rows = new ArrayList<>();
    for (InstrumentId id : named) {
      Optional<InstrumentSpec> spec = market.spec(id);
      Optional<Quote> quote = market.quote(id);
      if (spec.isPresent() && quote.isPresent()) {
        BigDecimal value =
            yardstick.value(spec.get(), largest(plan, id), quote.get().mark()).amount();
        BigDecimal rate =
            value.signum() == 0
                ? least.value()
                : table.margin(id, value).divide(value, SCALE, RoundingMode.CEILING);
        rows.add(
            new MarginRow(
                id.value(),
                value.setScale(2, RoundingMode.HALF_EVEN),
                Decimals.normal(rate),
                least.value(),
                table.most(id),
                market.margins().untold().containsKey(id),
                source(market, id)));
      }
    }
    return rows;
  }

  private static Contracts largest(RebalancePlan plan, InstrumentId id) {
    BigDecimal before = plan.interval(id).worst().value().abs();
    return Contracts.of(before.max(PlanStages.after(plan, id).abs()));
  }

  private static String source(MarketSnapshot market, InstrumentId id) {
    return market
        .margins()
        .of(id)
        .map(MaintenanceTiers::readAt)
        .map(at -> "told by the venue at " + at)
        .orElseGet(() -> String.valueOf(market.margins().untold().get(id)));
  }

  /** The same beside the other limits. */
  static List<LimitRow> limits(DecisionInputs inputs, RebalancePlan plan) {
    List<LimitRow> rows = new ArrayList<>();
    for (MarginRow row : of(inputs.rules(), inputs.market(), plan)) {
      if (row.isDearer() || row.isUntold()) {
        rows.add(
            new LimitRow(
                ITEM,
                "maintenance_margin",
                row.instrument(),
                Optional.of(row.rate()),
                Optional.empty(),
                Optional.empty(),
                (row.isDearer()
                        ? "reckoned with, as the venue asks for " + Decimals.text(row.value())
                        : "as configured")
                    + "; "
                    + row.source()));
      }
      row.most()
          .ifPresent(
              most ->
                  rows.add(
                      LimitRow.of(
                          ITEM,
                          "venue_leverage_ratio",
                          row.instrument(),
                          row.value(),
                          most,
                          "a larger position: the venue grants it less leverage than is set")));
    }
    return rows;
  }
}
