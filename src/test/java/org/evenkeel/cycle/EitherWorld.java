package org.evenkeel.cycle;

import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.policy.Guards;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.OperatorOverride.Kind;
import org.evenkeel.core.policy.OverrideScope;
import org.evenkeel.core.policy.OverrideScope.Level;

/**
 * A bot whose bitcoin is held in a perpetual or in coins: the perpetual is all that is left to the first decision, and from
 * the second one on coins cost less, so that it moves there.
 */
final class EitherWorld {

  static final InstrumentId COIN = Samples.spot("BTC").id();
  static final Instant MOVE = SLOT.plus(Duration.ofHours(1));

  private EitherWorld() {}

  static World with(Guards guards) {
    World world = new World();
    world.venue.specs.add(Samples.spec(Samples.spot("BTC"), "0.0001", "0.001", "5"));
    world.venue.truth.prices.put(COIN, Price.of("50000"));
    Strategy usual = world.strategy;
    Leg either = new Leg(BTC, BigDecimal.ONE, List.of(COIN));
    world.strategy =
        new Strategy(
                usual.name(),
                new Universe(
                    Samples.USDT,
                    List.of(Samples.sleeve("btc", either), Samples.sleeve("ETH")),
                    List.of(Samples.share("USDC", "0.4"))),
                usual.cadence(),
                usual.grace(),
                usual.estimate(),
                usual.parity(),
                usual.plan(),
                usual.limits(),
                usual.execution(),
                usual.cash(),
                usual.score(),
                usual.controls())
            .with(guards);
    world.restart();
    world.recover();
    OverrideScope coins = new OverrideScope(Level.INSTRUMENT, COIN.value());
    Ratio none = Ratio.ZERO;
    world
        .controls
        .setOverride(
            new OperatorOverride(
                0, coins, Kind.NO_TRADE, none, "ann", "event", world.clock.now(), MOVE),
            Optional.empty())
        .orThrow();
    return world;
  }
}
