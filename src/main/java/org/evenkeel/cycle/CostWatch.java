package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.parity.bands.BandSettings;
import org.evenkeel.core.statement.CostDrift;
import org.evenkeel.core.statement.MeasuredOrder;

/**
 * Measured costs against what the planner reckons with: an alert and a row of each decision, and the planner's own figures
 * if the configuration lets them follow.
 *
 * <p>Single-threaded.
 */
final class CostWatch {

  /** The stage under which the row is kept. */
  static final String COSTS = "costs";

  /** The newest orders that are looked at: enough for a mean, few enough to follow a change of the fee tier. */
  private static final int ORDERS = 100;

  private static final BigDecimal MOST = new BigDecimal("0.05");

  private final Journal journal;
  private final Alerts alerts;

  CostWatch(Journal journal, Alerts alerts) {
    this.journal = journal;
    this.alerts = alerts;
  }

  /** Looks at the newest orders, keeps what they say, and tells if they cost more than is reckoned with. */
  void look(CycleId cycle) {
    CostDrift drift = CostDrift.of(journal.orderLog().measured(ORDERS));
    journal.keepDocument(cycle, COSTS, drift);
    if (drift.isPersistent()) {
      alerts.raise(
          COSTS,
          drift.inWords()
              + ": correct plan.band.futures_fee_fraction and spot_fee_fraction, or let the planner follow with"
              + " execution.planner_uses_measured_costs; 'evenkeel costs' shows where");
    } else {
      alerts.clear(COSTS);
    }
  }

  /** The rules with the fees by which the planner's whole cost is what orders of that class have cost on average. */
  static DecisionRules rules(Strategy strategy, Journal journal) {
    DecisionRules rules = strategy.rules();
    if (!strategy.styles().isPlannerMeasured()) {
      return rules;
    }
    List<MeasuredOrder> orders = journal.orderLog().measured(ORDERS);
    BandSettings bands = rules.plan().bands();
    BandSettings measured =
        new BandSettings(
            bands.method(),
            bands.protocol(),
            bands.destination(),
            bands.riskAversion(),
            bands.width(),
            bands.maxShift(),
            bands.calendar(),
            fee(bands.futuresFee(), of(orders, true)),
            fee(bands.spotFee(), of(orders, false)));
    return new DecisionRules(
        rules.universe(),
        rules.estimate(),
        rules.parity(),
        rules.plan().with(measured),
        rules.limits(),
        rules.execution(),
        rules.cash(),
        rules.controls());
  }

  private static CostDrift of(List<MeasuredOrder> orders, boolean areFutures) {
    return CostDrift.of(
        orders.stream()
            .filter(
                order ->
                    areFutures
                        == (Instrument.parse(InstrumentId.of(order.instrument()))
                            instanceof Instrument.Future))
            .toList());
  }

  /** In tenths of a basis point, so that plans do not go stale over nothing; never below zero. */
  private static Ratio fee(Ratio assumed, CostDrift drift) {
    if (drift.orders() < CostDrift.LEAST) {
      return assumed;
    }
    BigDecimal fee = assumed.plus(drift.excess()).value().setScale(5, RoundingMode.HALF_EVEN);
    return new Ratio(fee.max(BigDecimal.ZERO).min(MOST));
  }
}
