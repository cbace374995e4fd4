package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.plan.PlanSettings;
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

  private static final BigDecimal WITHOUT_END = new BigDecimal("1E+15");

  private WantedContracts() {}

  static Result<SortedMap<InstrumentId, BigDecimal>> of(
      Universe universe,
      PlanSettings settings,
      SortedMap<SleeveId, Ratio> exposures,
      MarketSnapshot market,
      AccountSnapshot account,
      Money nav) {
    return new Planner(universe, settings)
        .plan(
            exposures,
            market,
            withMargin(account, universe, nav.currency()),
            nav,
            Standing.settled(new TreeSet<>()))
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

  private static AccountSnapshot withMargin(
      AccountSnapshot account, Universe universe, Currency currency) {
    TreeSet<VenueId> venues = new TreeSet<>();
    universe.instruments().forEach(id -> venues.add(Instrument.parse(id).venue()));
    List<Balance> balances = new ArrayList<>(account.balances());
    venues.forEach(
        venue ->
            balances.add(new Balance(Wallet.futures(venue), currency, WITHOUT_END, WITHOUT_END)));
    return new AccountSnapshot(
        account.venue(), account.venueTime(), account.receivedAt(), balances, account.positions());
  }
}
