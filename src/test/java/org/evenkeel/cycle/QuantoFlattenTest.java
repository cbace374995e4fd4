package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.SpreadWorld.BTC;
import static org.evenkeel.cycle.SpreadWorld.ETH;
import static org.evenkeel.cycle.SpreadWorld.SPLIT;
import static org.evenkeel.cycle.SpreadWorld.UNIFIED;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.RateSource;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.shell.simulate.CycleEntry;
import org.junit.jupiter.api.Test;

/** A position of which no closing order can be made: it is refused and named, and everything else is closed. */
class QuantoFlattenTest {

  private static final Currency USD = Currency.of("USD");
  private static final Instrument QUANTO =
      new Instrument.QuantoPerpetual(
          Currency.of("SOL"), USD, Currency.of("BTC"), SpreadWorld.UNIFIED);

  private final SpreadWorld world = SpreadWorld.ready();
  private final Strategy strategy = strategy();
  private final TreeMap<VenueId, MarketData> markets = new TreeMap<>();
  private final Venues venues = new Venues(List.of(world.unified, world.split));
  private final Flatten flatten;

  QuantoFlattenTest() {
    markets.put(SPLIT, world.split);
    markets.put(UNIFIED, world.unified);
    flatten =
        new Flatten(strategy, new Markets(markets), venues, SpecBook.withoutMemory(), world.clock);
    world.daemon.onSlot();
    world.unified.prices.put(QUANTO.id(), Price.of("150"));
    world.unified.positions.put(QUANTO.id(), Contracts.of("-40"));
    world.controls.setTradingState(TradingState.FLATTENING, "ann", "drill");
    world.clock.sleep(Duration.ofMinutes(1));
  }

  private static Strategy strategy() {
    Strategy usual = SpreadWorld.strategy(true);
    List<Sleeve> sleeves =
        List.of(
            Samples.sleeve("BTC"),
            Samples.sleeve("eth", Samples.leg(SpreadWorld.ETHER, "1")),
            Samples.sleeve("sol", Samples.leg(QUANTO, "1")));
    Instrument dollar = new Instrument.Spot(USD, Samples.USDT, UNIFIED);
    Instrument coin = new Instrument.Spot(Currency.of("BTC"), Samples.USDT, UNIFIED);
    return new Strategy(
        usual.name(),
        new Universe(
            Samples.USDT,
            sleeves,
            usual.universe().stablecoins(),
            usual.universe().rules(),
            List.of(
                new RateSource.SpotMarket(USD, dollar.id()),
                new RateSource.SpotMarket(Currency.of("BTC"), coin.id()))),
        usual.cadence(),
        usual.grace(),
        usual.estimate(),
        usual.parity(),
        usual.plan(),
        usual.limits(),
        usual.execution(),
        usual.cash(),
        usual.score(),
        usual.controls());
  }

  private Flatten.Outcome pass() {
    FillIntake intake =
        new FillIntake(venues, world.journal, new SpecBook(world.journal, world.clock));
    return flatten.run(
        new JournalHand(
            strategy,
            venues,
            world.journal,
            new Resolver(venues, world.journal, intake, world.clock),
            world.clock,
            "4f7q"));
  }

  private CycleEntry flattened() {
    return world.memory.cycles().values().stream()
        .filter(entry -> entry.slot().occasion() == Slot.Occasion.FLATTEN)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_others_are_closed_and_the_refusal_is_in_the_record_with_what_to_do() {
    Flatten.Outcome outcome = pass();

    assertThat(world.split.position(BTC).isZero()).isTrue();
    assertThat(world.unified.position(ETH).isZero()).isTrue();
    assertThat(world.unified.position(QUANTO.id())).isEqualTo(Contracts.of("-40"));
    assertThat(outcome.isFlat()).isFalse();
    assertThat(outcome.text())
        .contains("SOL-USD-QUANTOBTC@okx is refused: ")
        .contains("close it on the venue's page");
    assertThat(flattened().status()).isEqualTo(CycleStatus.HELD);
    assertThat(flattened().reason()).contains("SOL-USD-QUANTOBTC@okx is refused: ");
  }

  @Test
  void
      where_nothing_else_is_held_the_refusal_is_recorded_once_and_it_is_over_when_a_person_has_closed_it() {
    world.split.positions.clear();
    world.unified.positions.keySet().removeIf(id -> !id.equals(QUANTO.id()));
    int before = world.memory.cycles().size();

    assertThat(pass().orders()).isZero();
    world.clock.sleep(Duration.ofMinutes(1));
    assertThat(pass().text()).contains("left: -40 of SOL-USD-QUANTOBTC@okx", "is refused: ");
    assertThat(world.memory.cycles()).hasSize(before + 1);
    world.unified.positions.clear();
    assertThat(pass()).isEqualTo(new Flatten.Outcome(true, 0, 0, "flat"));
  }
}
