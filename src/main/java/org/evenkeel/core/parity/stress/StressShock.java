package org.evenkeel.core.parity.stress;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;

/**
 * A named sudden move of sleeves.
 *
 * <p>A move is looked up by the sleeve's name, else by its class, else under 'default'. The first two are the sleeve's
 * own return. The default is a move of the market, of which a sleeve feels the sum of its legs' ratios: a carry sleeve
 * that is long spot and short the perpetual feels nothing of it.
 *
 * <p>For example {@code {btc: -0.4}} is bitcoin alone at -40 %; {@code {default: -0.4, alts: -0.6}} is a crash.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param name what it is called in reports
 * @param moves returns as fractions, at least -1, by sleeve, class or 'default'; what is not named does not move
 */
public record StressShock(String name, SortedMap<String, Double> moves) {

  /** The name that stands for every sleeve and class without a move of its own. */
  public static final String DEFAULT = "default";

  public StressShock {
    moves = Collections.unmodifiableSortedMap(new TreeMap<>(moves));
    moves.forEach(
        (who, move) -> {
          if (!Double.isFinite(move) || move < -1) {
            throw new IllegalArgumentException(
                "the shock '"
                    + name
                    + "' moves "
                    + who
                    + " by "
                    + move
                    + "; at least -1 is possible");
          }
        });
  }

  /** The same move of the whole market. */
  public static StressShock market(String name, double move) {
    TreeMap<String, Double> moves = new TreeMap<>();
    moves.put(DEFAULT, move);
    return new StressShock(name, moves);
  }

  /** What a sleeve returns in it. */
  public double returnOf(Sleeve sleeve) {
    Double own = moves.get(sleeve.id().value());
    Double ofClass = moves.get(sleeve.sleeveClass().value());
    if (own != null) {
      return own;
    }
    if (ofClass != null) {
      return ofClass;
    }
    double net = 0;
    for (Leg leg : sleeve.legs()) {
      net += leg.ratio().doubleValue();
    }
    return net * moves.getOrDefault(DEFAULT, 0.0);
  }
}
