package org.evenkeel.core.policy.watch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Ratio;

/** Figures held against limits; every limit that is broken is named with its numbers. */
final class LimitChecks {

  private final WatchLimits limits;
  private final WatchFigures figures;
  private final List<String> broken = new ArrayList<>();

  private LimitChecks(WatchLimits limits, WatchFigures figures) {
    this.limits = limits;
    this.figures = figures;
  }

  static List<String> broken(WatchLimits limits, WatchFigures figures) {
    LimitChecks checks = new LimitChecks(limits, figures);
    checks.all();
    return List.copyOf(checks.broken);
  }

  private void all() {
    if (figures.nav().signum() <= 0) {
      // Ratios to nothing say nothing, and whoever owns nothing may hold nothing.
      if (figures.gross().signum() > 0) {
        broken.add(
            "the account is worth "
                + WatchVerdict.money(figures.nav())
                + " and carries "
                + WatchVerdict.money(figures.gross()));
      }
      return;
    }
    ratio("gross exposure", figures.gross(), limits.maxGross());
    limits.maxGrossAmount().ifPresent(this::amount);
    ratio("net exposure", figures.net(), limits.maxNet());
    figures
        .carried()
        .forEach(each -> ratio("exposure to " + each.name(), each.worst(), limits.maxInstrument()));
    figures
        .venues()
        .forEach((venue, gross) -> ratio("exposure at " + venue, gross, limits.maxVenue()));
    figures.margins().forEach(this::margin);
  }

  private void ratio(String what, BigDecimal value, Ratio limit) {
    if (value.compareTo(limit.value().multiply(figures.nav())) > 0) {
      broken.add(
          what
              + " is "
              + fraction(Decimals.quotient(value, figures.nav()))
              + " of the account's value, the limit "
              + limit);
    }
  }

  private void amount(BigDecimal most) {
    if (figures.gross().compareTo(most) > 0) {
      broken.add(
          "gross exposure is "
              + WatchVerdict.money(figures.gross())
              + " "
              + figures.currency()
              + ", the limit "
              + WatchVerdict.money(most));
    }
  }

  private void margin(Margin margin) {
    if (margin.isOver(limits.maxMarginRatio())) {
      String found =
          margin
              .ratio()
              .map(ratio -> fraction(ratio.value()))
              .orElse("without bound, because nothing carries it");
      broken.add(
          "margin ratio of "
              + margin.pot()
              + " is "
              + found
              + ", the limit "
              + limits.maxMarginRatio());
    }
  }

  private static String fraction(BigDecimal value) {
    return Decimals.text(value.setScale(4, RoundingMode.HALF_EVEN));
  }
}
