package org.evenkeel.shell.cli.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.shell.cli.table.InputProblem;

/** Reads assumptions from words. */
public final class AssumptionReader {

  private static final String OPTION = "--what-if";
  private static final String GRAMMAR =
      "write corr=1, corr.btc.eth=0.9, vol*=2, vol.btc*=3, btc=-40% or all=-40%";

  private static final String SLEEVE = "[a-z][a-z0-9-]{0,31}";
  private static final String NUMBER = "([+-]?[0-9]{1,9}(?:\\.[0-9]{1,12})?%?)";
  private static final Pattern CORRELATION =
      Pattern.compile("corr(?:\\.(" + SLEEVE + ")\\.(" + SLEEVE + "))?=" + NUMBER);
  private static final Pattern VOLATILITY =
      Pattern.compile("vol(?:\\.(" + SLEEVE + "))?\\*=" + NUMBER);
  private static final Pattern PRICE = Pattern.compile("(" + SLEEVE + ")=" + NUMBER);

  private AssumptionReader() {}

  /** The assumptions, in the order in which they act. */
  public static List<Assumption> parse(List<String> words) {
    List<Assumption> found = new ArrayList<>();
    for (String word : words) {
      found.add(parse(word));
    }
    return found;
  }

  private static Assumption parse(String word) {
    Matcher correlation = CORRELATION.matcher(word);
    if (correlation.matches()) {
      double value = number(correlation.group(3)).doubleValue();
      if (Math.abs(value) > 1) {
        throw wrong(word, "a correlation lies in -1..1");
      }
      return new Assumption.Correlation(
          word,
          Optional.ofNullable(correlation.group(1)),
          Optional.ofNullable(correlation.group(2)),
          value);
    }
    Matcher volatility = VOLATILITY.matcher(word);
    if (volatility.matches()) {
      double factor = number(volatility.group(2)).doubleValue();
      if (factor <= 0) {
        throw wrong(word, "a factor of a volatility is above zero");
      }
      return new Assumption.Volatility(word, Optional.ofNullable(volatility.group(1)), factor);
    }
    Matcher price = PRICE.matcher(word);
    if (price.matches() && !price.group(1).equals("vol")) {
      if (!price.group(2).endsWith("%")
          || number(price.group(2)).compareTo(BigDecimal.valueOf(-1)) <= 0) {
        throw wrong(word, "a change of price is a percentage above -100%");
      }
      return new Assumption.PriceJump(word, price.group(1), number(price.group(2)));
    }
    throw wrong(
        word, word.startsWith("vol") ? "volatilities are multiplied with *=" : "not understood");
  }

  private static BigDecimal number(String text) {
    return text.endsWith("%")
        ? new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2)
        : new BigDecimal(text);
  }

  private static InputProblem wrong(String word, String why) {
    return InputProblem.ofOption(OPTION, "found '" + word + "': " + why + "; " + GRAMMAR);
  }
}
