package org.evenkeel.shell.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.evenkeel.core.route.Attempt;

/** Draws which faults strike, and remembers in which states of orders they did. */
final class SimFaults {

  /** How often a fault strikes, and the randomness that decides it. */
  private static final class Dice {
    private final SplittableRandom random;
    private double chance;

    Dice(long seed, double chance) {
      this.random = new SplittableRandom(seed);
      this.chance = chance;
    }
  }

  private final Map<Fault, Dice> dice = new EnumMap<>(Fault.class);
  private final SplittableRandom random;
  private final Memory memory;
  private final Coverage coverage;
  private Duration hostClockAhead = Duration.ZERO;

  SimFaults(Profile profile, Memory memory, Coverage coverage, SplittableRandom random) {
    this.memory = memory;
    this.coverage = coverage;
    this.random = random;
    long seed = random.nextLong();
    // Each fault has randomness of its own, by its name: neither to take one away nor to invent a
    // new one changes when
    // the others strike.
    for (Fault fault : Fault.values()) {
      long own = seed ^ ((long) fault.name().hashCode() << 32);
      dice.put(fault, new Dice(own, profile.chance(fault)));
    }
  }

  /** From here on other things go wrong. */
  void become(Profile next) {
    dice.forEach((fault, own) -> own.chance = next.chance(fault));
  }

  /** From here on nothing goes wrong any more. */
  void end() {
    dice.values().forEach(each -> each.chance = 0);
    hostClockAhead = Duration.ZERO;
  }

  /** Whether a fault happens now. */
  boolean strikes(Fault fault) {
    boolean strikes = looms(fault);
    if (strikes) {
      happened(fault);
    }
    return strikes;
  }

  /** Whether a fault will happen at a later moment, which tells of it by {@link #happened}. */
  boolean looms(Fault fault) {
    Dice own = dice.get(fault);
    return own != null && own.chance > 0 && own.random.nextDouble() < own.chance;
  }

  void happened(Fault fault) {
    int states = 0;
    for (Attempt attempt : memory.open()) {
      states |= 1 << Coverage.STATES.indexOf(attempt.state().label());
    }
    coverage.struck(fault, states);
  }

  /** What the host's clock shows at a moment; the venue's is right. */
  Instant hostTime(Instant venueTime) {
    return venueTime.plus(hostClockAhead);
  }

  /** The host's clock is a little further off. */
  void drift() {
    hostClockAhead = hostClockAhead.plusMillis(random.nextInt(-400, 400));
  }

  void jump() {
    hostClockAhead = Duration.ofMillis(random.nextInt(-3000, 3000));
  }
}
