package org.evenkeel.shell.simulate;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Which faults a run has, and how often: a different selection for every seed finds more than all of them at once.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param name what to call it
 * @param chances per fault, above 0 and up to 1; a fault that is not listed does not happen
 * @param slots the most slots in which things go wrong
 */
public record Profile(String name, SortedMap<Fault, Double> chances, int slots) {

  /** As many slots as a run draws. */
  static final int ALL_SLOTS = 4;

  private static final double STORM = 0.35;

  public Profile {
    chances = Collections.unmodifiableSortedMap(new TreeMap<>(chances));
  }

  Profile(String name, SortedMap<Fault, Double> chances) {
    this(name, chances, ALL_SLOTS);
  }

  /** Each fault is off with a chance of one half, otherwise up to its strongest. */
  public static Profile swarm(SplittableRandom random) {
    TreeMap<Fault, Double> chances = new TreeMap<>();
    for (Fault fault : Fault.values()) {
      double share = random.nextDouble();
      if (random.nextBoolean()) {
        chances.put(fault, share * fault.strongest());
      }
    }
    return new Profile("swarm", chances);
  }

  /** Nothing goes wrong. */
  public static Profile calm() {
    return new Profile("calm", new TreeMap<>());
  }

  /** Every fault at a part of its strongest: at all of it hardly an order would leave. */
  public static Profile storm() {
    TreeMap<Fault, Double> chances = new TreeMap<>();
    for (Fault fault : Fault.values()) {
      chances.put(fault, STORM * fault.strongest());
    }
    return new Profile("storm", chances);
  }

  /** The profile of a name, which 'swarm' draws from the randomness. */
  public static Profile of(String name, SplittableRandom random) {
    return switch (name) {
      case "swarm" -> swarm(random);
      case "calm" -> calm();
      case "storm" -> storm();
      default ->
          throw new IllegalArgumentException(
              "there is no profile '" + name + "'; there are swarm, calm and storm");
    };
  }

  /** The same without one fault. */
  Profile without(Fault fault) {
    TreeMap<Fault, Double> fewer = new TreeMap<>(chances);
    fewer.remove(fault);
    return new Profile(name, fewer, slots);
  }

  /** The same with at most so many slots in which things go wrong. */
  Profile within(int most) {
    return new Profile(name, chances, most);
  }

  double chance(Fault fault) {
    return chances.getOrDefault(fault, 0.0);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name);
    text.append(slots < ALL_SLOTS ? " in " + slots + " slots:" : ":");
    chances.forEach(
        (fault, chance) -> text.append(String.format(Locale.ROOT, " %s %.3f", fault, chance)));
    return text.toString();
  }
}
