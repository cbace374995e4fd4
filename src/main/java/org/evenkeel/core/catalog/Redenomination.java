package org.evenkeel.core.catalog;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.core.basics.Decimals;

/**
 * A change of a specification by which the same name stands for a thousand times as much, or a thousandth.
 *
 * <p>Venues list cheap coins by the thousand under a name of their own, such as 1000PEPE, which is another instrument and
 * no change. This is the other case: the name stays and the unit changes, as when the issuer gives 1,000 new coins for an
 * old one.
 * Then either a contract is worth 1,000 times as many coins, or the grid of prices is 1,000 times as fine and that of
 * quantities 1,000 times as coarse, or the other way around.
 */
public final class Redenomination {

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private static final Pattern SPEC =
      Pattern.compile("tick ([0-9.]+), lot ([0-9.]+), .* multiplier ([0-9.]+)");

  private Redenomination() {}

  /**
   * What a change is called, if it is one by exactly a thousand.
   *
   * @param before a specification as {@link InstrumentSpec#describe} has put it
   * @param after another one of the same instrument
   */
  public static Optional<String> named(String before, String after) {
    Matcher old = SPEC.matcher(before);
    Matcher fresh = SPEC.matcher(after);
    if (!old.matches() || !fresh.matches()) {
      return Optional.empty();
    }
    BigDecimal tick = ratio(old, fresh, 1);
    BigDecimal lot = ratio(old, fresh, 2);
    BigDecimal multiplier = ratio(old, fresh, 3);
    if (isThousand(multiplier)) {
      return Optional.of(words("a contract is worth", multiplier));
    }
    boolean isOpposite = tick.multiply(lot).compareTo(BigDecimal.ONE) == 0;
    return multiplier.compareTo(BigDecimal.ONE) == 0 && isThousand(tick) && isOpposite
        ? Optional.of(words("a coin is priced at", tick))
        : Optional.empty();
  }

  private static BigDecimal ratio(Matcher old, Matcher fresh, int group) {
    return Decimals.quotient(new BigDecimal(fresh.group(group)), new BigDecimal(old.group(group)));
  }

  private static boolean isThousand(BigDecimal ratio) {
    return ratio.compareTo(THOUSAND) == 0
        || ratio.multiply(THOUSAND).compareTo(BigDecimal.ONE) == 0;
  }

  private static String words(String what, BigDecimal ratio) {
    String times = ratio.compareTo(THOUSAND) == 0 ? "1000 times" : "a thousandth of";
    return "redenominated by 1000: " + what + " " + times + " what it was";
  }
}
