package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.estimate.gate.GatedEstimate;
import org.evenkeel.cycle.Decision;
import org.evenkeel.cycle.DecisionRules;
import org.evenkeel.cycle.Observation;

/**
 * The estimates of observations with the same bars: a pure function needs to be computed only once.
 *
 * <p>All runs live in one market's past, so there are few of them. Quotes do not enter an estimate unless a move of the
 * bars is in doubt; then nothing is remembered.
 */
final class RememberedEstimates {

  private static final int MOST = 4096;

  private record Key(Instant asOf, List<Same> bars) {}

  /** The same object, not only an equal one: to compare all bars would cost what is to be saved. */
  private static final class Same {
    private final BarSeries series;

    Same(BarSeries series) {
      this.series = series;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // that is what this class is for
    public boolean equals(Object other) {
      return other instanceof Same same && same.series == series;
    }

    @Override
    public int hashCode() {
      return series.instrument().hashCode();
    }
  }

  private static final Map<Key, GatedEstimate> KNOWN = new ConcurrentHashMap<>();

  private RememberedEstimates() {}

  /** The estimate, remembered for the one strategy of all simulations. */
  static GatedEstimate of(DecisionRules strategy, Observation seen) {
    if (!isTheOne(strategy)) {
      return Decision.gate(strategy, seen);
    }
    Key key =
        new Key(seen.market().asOf(), seen.market().series().stream().map(Same::new).toList());
    GatedEstimate known = KNOWN.get(key);
    if (known != null) {
      return known;
    }
    GatedEstimate made = Decision.gate(strategy, seen);
    if (made.verdict().outliers().isEmpty() && KNOWN.size() < MOST) {
      KNOWN.put(key, made);
    }
    return made;
  }

  @SuppressWarnings("ReferenceEquality") // to compare all of a strategy would cost too much
  private static boolean isTheOne(DecisionRules rules) {
    return rules.universe() == SimMarket.STRATEGY.universe()
        && rules.estimate() == SimMarket.STRATEGY.estimate()
        && rules.controls() == SimMarket.STRATEGY.controls()
        && rules.cash() == SimMarket.STRATEGY.cash();
  }
}
