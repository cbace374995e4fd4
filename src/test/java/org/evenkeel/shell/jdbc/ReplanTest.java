package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.perpetual;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.plan.Planner;
import org.evenkeel.core.plan.PositionInterval;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.policy.PlanWithinLimits;
import org.junit.jupiter.api.Test;

/** Invariant 23: a plan is a pure function of what is stored with it. */
class ReplanTest {

  private static final InstrumentId BTC = perpetual("BTC").id();
  private static final Universe UNIVERSE = Samples.universe("BTC", "ETH");

  private static ContentHash planned(
      MarketSnapshot market, AccountSnapshot account, Standing standing) {
    TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    exposures.put(SleeveId.of("btc"), Ratio.of("0.3"));
    exposures.put(SleeveId.of("eth"), Ratio.of("0.9"));
    RebalancePlan plan =
        new Planner(UNIVERSE, PlanSettings.defaults())
            .plan(exposures, market, account, Money.of("100000", "USDT"), standing)
            .orThrow();
    return new PlanWithinLimits(
            UNIVERSE, Limits.defaults(), PlanSettings.defaults(), market, account)
        .cut(plan, new TreeMap<>())
        .hash();
  }

  @Test
  void planning_again_from_the_stored_inputs_gives_the_stored_plan() {
    MarketSnapshot market =
        new MarketSnapshot(
            Books.NOON,
            Books.NOON,
            List.of(Samples.spec(perpetual("BTC")), Samples.spec(perpetual("ETH"))),
            List.of(),
            List.of(
                Books.quote(perpetual("BTC"), "50000.10"), Books.quote(perpetual("ETH"), "2500")));
    AccountSnapshot account =
        Books.account(
            Books.futures("USDT", "100000.00"), Books.position(perpetual("BTC"), "0.70", "0"));
    TreeMap<InstrumentId, PositionInterval> unresolved = new TreeMap<>();
    unresolved.put(BTC, new PositionInterval(BTC, Contracts.of("0.70"), Contracts.of("1.2")));
    Standing standing = new Standing("cafe", unresolved, new TreeSet<>());
    ContentHash stored = planned(market, account, standing);

    ContentHash again =
        planned(
            Documents.read(Documents.text(market), MarketSnapshot.class),
            Documents.read(Documents.text(account), AccountSnapshot.class),
            Documents.read(Documents.text(standing), Standing.class));

    assertThat(again).isEqualTo(stored);
    assertThat(planned(market, account, Standing.settled(new TreeSet<>()))).isNotEqualTo(stored);
  }
}
