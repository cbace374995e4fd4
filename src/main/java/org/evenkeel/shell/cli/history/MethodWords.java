package org.evenkeel.shell.cli.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.estimate.CorrelationModel;
import org.evenkeel.core.estimate.EstimatorChoice;
import org.evenkeel.core.estimate.MissingRule;
import org.evenkeel.core.estimate.Shrinkage;
import org.evenkeel.core.estimate.VolatilityModel;
import org.evenkeel.shell.cli.table.InputProblem;

/** The choice of estimators in words, such as 'newey-west,constant-correlation,pairwise'; the rest by default. */
public final class MethodWords {

  /** Days or bars that the models with a span look at, and factors kept, where words say no number. */
  private static final int USUAL_SPAN = 2;

  private static final int USUAL_FACTORS = 1;
  private static final int USUAL_OVERLAP = 60;

  private MethodWords() {}

  /** The choice that words, separated by commas, make. */
  public static EstimatorChoice parse(String text) {
    EstimatorChoice choice = EstimatorChoice.defaults();
    for (String part : text.split(",", -1)) {
      choice = with(choice, part.strip());
    }
    return choice;
  }

  private static EstimatorChoice with(EstimatorChoice choice, String word) {
    for (CorrelationModel model : CorrelationModel.values()) {
      if (word.equals(inWords(model))) {
        return choice.withCorrelation(model, USUAL_SPAN);
      }
    }
    for (Shrinkage shrinkage : Shrinkage.values()) {
      if (word.equals(shrinkage == Shrinkage.NONE ? "no-shrinkage" : inWords(shrinkage))) {
        return choice.withShrinkage(shrinkage, USUAL_FACTORS);
      }
    }
    for (MissingRule rule : MissingRule.values()) {
      if (word.equals(inWords(rule))) {
        return choice.withMissing(rule, USUAL_OVERLAP);
      }
    }
    throw InputProblem.ofOption("--method", "found '" + word + "'; write some of " + words());
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>();
    for (CorrelationModel model : CorrelationModel.values()) {
      words.add(inWords(model));
    }
    for (Shrinkage shrinkage : Shrinkage.values()) {
      words.add(shrinkage == Shrinkage.NONE ? "no-shrinkage" : inWords(shrinkage));
    }
    for (MissingRule rule : MissingRule.values()) {
      words.add(inWords(rule));
    }
    return words;
  }

  /** A constant as people write it: NEWEY_WEST is 'newey-west'. */
  static String inWords(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The whole choice, for answers. */
  static String inWords(EstimatorChoice choice) {
    return "volatility "
        + inWords((Enum<VolatilityModel>) choice.volatility())
        + ", correlation "
        + inWords((Enum<CorrelationModel>) choice.correlation())
        + ", shrinkage "
        + inWords((Enum<Shrinkage>) choice.shrinkage())
        + ", "
        + inWords((Enum<MissingRule>) choice.missing());
  }
}
