package org.evenkeel.property.sequence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.MaintenanceTiers;
import org.evenkeel.core.plan.sequence.MaintenanceCurve;
import org.evenkeel.core.plan.sequence.MaintenanceTable;
import org.evenkeel.shell.simvenue.exchange.MarginTiers;

/** What a prover is told of the brackets at the simulated venues, or too little of it. */
final class VenueTiers {

  /** What the prover sees of them. */
  enum Sight {
    /** Everything. */
    ALL,
    /** The rates, and not to what size the leverage is granted. */
    RATES,
    /** Rates as if each part of a position had that of its own tier at both venues. */
    PARTS,
    /** The rate of the smallest positions only. */
    NONE
  }

  private VenueTiers() {}

  static MaintenanceTable of(RandomPlan plan, Sight sight) {
    Ratio least = new Ratio(VenueAccounts.RULES.maintenanceRate());
    TreeMap<InstrumentId, MaintenanceCurve> curves = new TreeMap<>();
    for (RandomPlan.Line line : plan.lines) {
      // The venue counts in the coin of settlement, the prover in USDT.
      BigDecimal coin = RandomPlan.price(line.pot().currency());
      List<MaintenanceTable.Tier> tiers = new ArrayList<>();
      told(line, sight)
          .steps(least)
          .forEach(
              step ->
                  tiers.add(new MaintenanceTable.Tier(step.from().multiply(coin), step.rate())));
      curves.put(
          line.id(),
          new MaintenanceCurve(
              tiers,
              MaintenanceCurve.Motion.VALUE,
              plan.isBounded && sight != Sight.RATES
                  ? told(line, sight).mostAt(RandomPlan.GRANTED).map(coin::multiply)
                  : Optional.empty()));
    }
    return sight == Sight.NONE ? MaintenanceTable.flat(least) : new MaintenanceTable(least, curves);
  }

  private static MaintenanceTiers told(RandomPlan.Line line, Sight sight) {
    List<MaintenanceTiers.Tier> tiers = new ArrayList<>();
    for (MarginTiers.Tier tier : VenueAccounts.tiers(line).tiers()) {
      tiers.add(
          new MaintenanceTiers.Tier(
              tier.floor(), new Ratio(tier.rate()), BigDecimal.valueOf(tier.maxLeverage())));
    }
    boolean isWhole = VenueAccounts.rules(line.venue()).wholeTier() && sight != Sight.PARTS;
    return new MaintenanceTiers(
        line.id(),
        MaintenanceTiers.Unit.QUOTE,
        isWhole ? MaintenanceTiers.Charge.WHOLE : MaintenanceTiers.Charge.PART,
        "",
        tiers,
        Optional.empty(),
        Instant.EPOCH);
  }
}
