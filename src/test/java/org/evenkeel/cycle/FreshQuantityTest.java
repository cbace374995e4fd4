package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.route.Denial;
import org.evenkeel.core.route.ExecutionStyle;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.OrderPricing;
import org.evenkeel.core.route.StyleSettings;
import org.evenkeel.core.settle.FlowEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patient work goes on toward the planned weight at fresh prices, not to the planned number of contracts or coins. */
class FreshQuantityTest {

  private static final BigDecimal LOT = new BigDecimal("0.001");
  private static final Instrument FUTURE = Samples.perpetual("ETH");
  private static final Instrument COIN = Samples.spot("ETH");

  private final World world = new World();

  private void begin(Instrument traded) {
    if (traded instanceof Instrument.Spot) {
      world.venue.specs.add(Samples.spec(traded));
      world.venue.truth.prices.put(traded.id(), Price.of("2500"));
    }
    Strategy usual = World.strategy();
    StyleSettings slices =
        new StyleSettings(
            ExecutionStyle.TWAP,
            ExecutionStyle.TWAP,
            ExecutionStyle.TWAP,
            OrderPricing.Reference.TOUCH,
            Duration.ofSeconds(15),
            Duration.ofSeconds(40),
            4,
            Duration.ofSeconds(15),
            Ratio.ONE,
            Ratio.of("0.5"),
            Ratio.ZERO,
            Ratio.of("5"),
            false);
    world.strategy =
        new Strategy(
            usual.name(),
            new Universe(
                Samples.USDT,
                List.of(Samples.sleeve("BTC"), Samples.sleeve("eth", Samples.leg(traded, "1"))),
                List.of()),
            usual.cadence(),
            usual.grace(),
            usual.estimate(),
            usual.parity(),
            usual.plan(),
            usual.limits(),
            usual.execution(),
            usual.cash(),
            usual.score(),
            usual.controls(),
            usual.guards(),
            slices);
    world.isBusy = true;
    world.restart();
    world.daemon.onHeartbeat();
    assertThat(world.daemon.isReady()).as(world.alerts.raised().toString()).isTrue();
    world.clock.advanceTo(World.SLOT);
  }

  /** The price is another one soon after the first slice. */
  private void moves(Instrument traded, String price) {
    world.venue.beforeOrder(
        ticket -> {
          if (ticket.instrument().equals(traded.id()) && world.attempts(traded.id()).size() == 1) {
            world.clock.at(
                world.clock.now().plusSeconds(5),
                () -> world.venue.truth.prices.put(traded.id(), Price.of(price)));
          }
        });
  }

  private Intent intent(Instrument traded) {
    return world.memory.intents().values().stream()
        .filter(intent -> intent.instrument().equals(traded.id()))
        .findFirst()
        .orElseThrow();
  }

  private List<Denial> denials(Instrument traded) {
    return world.memory.denials().stream()
        .filter(denial -> denial.intent().instrument().equals(traded.id()))
        .toList();
  }

  private void assertNotWanted(Instrument traded, Contracts idle) {
    assertThat(denials(traded))
        .extracting(denial -> denial.refusal().reason())
        .containsExactly(RefusalReason.NOT_WANTED);
    assertThat(denials(traded).get(0).refusal().detail())
        .startsWith(idle + " of " + intent(traded).quantity() + " contracts are not wanted");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_has_become_dearer_is_bought_to_the_same_weight_and_the_rest_has_its_row(
      boolean isCoin) {
    Instrument traded = isCoin ? COIN : FUTURE;
    begin(traded);
    moves(traded, "3000");

    world.daemon.onSlot();

    Contracts planned = intent(traded).quantity();
    BigDecimal sameWeight =
        planned
            .value()
            .multiply(new BigDecimal("2500"))
            .divide(new BigDecimal("3000"), MathContext.DECIMAL64);
    assertThat(intent(traded).side()).isEqualTo(Side.BUY);
    assertThat(world.booked(traded.id()).value()).isCloseTo(sameWeight, within(LOT));
    assertNotWanted(traded, planned.minus(world.booked(traded.id())));
    world.assertSound();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_has_become_cheaper_is_bought_as_committed_and_not_more(boolean isCoin) {
    Instrument traded = isCoin ? COIN : FUTURE;
    begin(traded);
    moves(traded, "2400");

    world.daemon.onSlot();

    assertThat(world.booked(traded.id())).isEqualTo(intent(traded).quantity());
    assertThat(denials(traded)).isEmpty();
    world.assertSound();
  }

  @Test
  void coins_that_have_become_cheaper_are_sold_no_further_than_to_their_weight() {
    world.venue.truth.deposit(Wallets.SPOT, "ETH", "100.0004");
    begin(COIN);
    moves(COIN, "2000");

    world.daemon.onSlot();

    Contracts planned = intent(COIN).quantity();
    BigDecimal kept = new BigDecimal("100.0004").subtract(planned.value());
    BigDecimal held = new BigDecimal("100.0004").add(world.booked(COIN.id()).value());
    assertThat(intent(COIN).side()).isEqualTo(Side.SELL);
    assertThat(held)
        .as("more coins than planned, of a portfolio that has lost some of its value")
        .isBetween(kept.multiply(new BigDecimal("1.2")), kept.multiply(new BigDecimal("1.25")));
    assertNotWanted(COIN, planned.plus(world.booked(COIN.id())));
    world.assertSound();
  }

  @Test
  void coins_that_nobody_has_explained_are_not_held_in_the_middle_of_the_work_either() {
    begin(COIN);
    world.venue.truth.flow("d1", Wallets.SPOT, Money.of("3", "ETH"), world.clock.now());
    world.daemon.onHeartbeat();

    world.daemon.onSlot();

    assertThat(FlowEntry.heldOut(world.journal.accounting().flows()).isNothing()).isFalse();
    assertThat(world.booked(COIN.id()).value())
        .as("but for fees, which make the portfolio a little smaller")
        .isCloseTo(intent(COIN).quantity().value(), within(new BigDecimal("0.01")));
  }
}
