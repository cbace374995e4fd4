package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.plan.Planner;
import org.evenkeel.core.plan.Standing;

/**
 * The contracts that exposures ask for before anything is in their way: by the planner itself, with margin without end
 * and nothing frozen.
 *
 * <p>Rounded to 12 decimals, far below any lot, so that sums of differences stay short numbers.
 *
 * <p>This class is stateless and thread-safe.
 */
final class WantedContracts {

  static final int DECIMALS = 12;

  private WantedContracts() {}

  /**
   * The contracts by instrument.
   *
   * @param planner asks for margin without end already
   */
  static Result<SortedMap<InstrumentId, BigDecimal>> of(
      Planner planner,
      SortedMap<SleeveId, Ratio> exposures,
      MarketSnapshot market,
      AccountSnapshot account,
      Money nav) {
    return planner
        .plan(exposures, market, account, nav, Standing.settled(new TreeSet<>()))
        .map(
            plan -> {
              TreeMap<InstrumentId, BigDecimal> wanted = new TreeMap<>();
              plan.targets()
                  .forEach(
                      target -> wanted.put(target.instrument(), rounded(target.exact().value())));
              return wanted;
            });
  }

  static BigDecimal rounded(BigDecimal contracts) {
    return contracts.setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
