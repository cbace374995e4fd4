package org.evenkeel.shell.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** Draws which faults strike, and remembers in which states of orders they did. */
final class SimFaults {

  private final SplittableRandom random;
  private final Memory memory;
  private final Coverage coverage;
  private Profile profile;
  private Duration hostClockAhead = Duration.ZERO;

  SimFaults(Profile profile, Memory memory, Coverage coverage, SplittableRandom random) {
    this.profile = profile;
    this.memory = memory;
    this.coverage = coverage;
    this.random = random;
  }

  /** From here on other things go wrong. */
  void become(Profile next) {
    profile = next;
  }

  /** From here on nothing goes wrong any more. */
  void end() {
    profile = Profile.calm();
    hostClockAhead = Duration.ZERO;
  }

  boolean strikes(Fault fault) {
    double chance = profile.chance(fault);
    // Drawn in any case, so that taking one fault away does not change when the others strike.
    boolean strikes = random.nextDouble() < chance;
    if (strikes) {
      happened(fault);
    }
    return strikes;
  }

  private void happened(Fault fault) {
    List<String> states =
        memory.attempts.values().stream()
            .map(attempt -> attempt.state().label())
            .filter(label -> isOpen(label))
            .distinct()
            .toList();
    for (String state : states) {
      coverage.mark(fault + " x " + state);
    }
    if (states.isEmpty()) {
      coverage.mark(fault + " x NONE");
    }
  }

  private static boolean isOpen(String label) {
    return switch (label) {
      case "PENDING_NEW", "UNKNOWN", "NEW", "PARTIALLY_FILLED", "SETTLING", "QUARANTINED" -> true;
      default -> false;
    };
  }

  /** What the host's clock shows at a moment; the venue's is right. */
  Instant hostTime(Instant venueTime) {
    return venueTime.plus(hostClockAhead);
  }

  void jump() {
    hostClockAhead = Duration.ofMillis(random.nextInt(-3000, 3000));
  }

  SplittableRandom random() {
    return random;
  }
}
