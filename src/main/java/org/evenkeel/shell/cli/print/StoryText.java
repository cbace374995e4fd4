package org.evenkeel.shell.cli.print;

import java.util.List;
import java.util.Locale;
import org.evenkeel.core.estimate.gate.GateVerdict;
import org.evenkeel.core.estimate.gate.Permission;
import org.evenkeel.shell.cli.story.StoryDay;

/** Past days, one block each. */
public final class StoryText {

  private StoryText() {}

  public static String of(List<StoryDay> days) {
    StringBuilder text = new StringBuilder();
    days.forEach(day -> text.append(block(day)).append('\n'));
    return text.toString().replaceAll("(?m)^ +$", "");
  }

  private static String block(StoryDay day) {
    StringBuilder text = new StringBuilder("=== ").append(day.day()).append(" ===\n");
    text.append(
        String.format(
            Locale.ROOT,
            "the day: %d of %d assets have a close; %s%n",
            day.assets().present(),
            day.assets().all(),
            experience(day)));
    text.append("decided at ").append(day.decidedAt()).append('\n');
    text.append(GateLines.of(day.verdict()));
    day.decision().ifPresent(decision -> decision(text, decision));
    text.append(consequence(day)).append('\n');
    day.aside().ifPresent(aside -> aside(text, aside));
    return text.toString();
  }

  private static String experience(StoryDay day) {
    if (day.grossBefore() == 0) {
      return "nothing was held";
    }
    return String.format(
        Locale.ROOT,
        "the book, %.2f times NAV, made %+.2f %% of NAV%s",
        day.grossBefore(),
        100 * day.dayReturn(),
        day.expectedVolatility() > 0
            ? String.format(
                Locale.ROOT,
                ", %+.1f times the forecast daily volatility of %.2f %%",
                day.dayReturn() / day.expectedVolatility(),
                100 * day.expectedVolatility())
            : "");
  }

  private static void decision(StringBuilder text, StoryDay.Sized decision) {
    text.append(OverlayLines.of(decision.overlay()).indent(2));
    text.append(
        String.format(
            Locale.ROOT,
            "targets: gross leverage %.2f before the overlay, %.2f after; forecast volatility %.1f %%"
                + " before, %.1f %% after%n",
            decision.overlay().grossLeverageBefore(),
            decision.grossTarget(),
            100 * decision.volatilityBefore(),
            100 * decision.volatilityAfter()));
  }

  private static String consequence(StoryDay day) {
    GateVerdict verdict = day.verdict();
    String book =
        String.format(
            Locale.ROOT,
            "the book goes from gross leverage %.2f to %.2f",
            day.grossBefore(),
            day.grossAfter());
    if (day.decision().isEmpty()) {
      return String.format(
          Locale.ROOT,
          "consequence: nothing trades, the book stays at gross leverage %.2f. Why: %s",
          day.grossAfter(),
          verdict.reasons());
    }
    return verdict.permission() == Permission.REDUCE_ONLY
        ? "consequence: nothing is bought; " + book + ". Why: " + verdict.reasons()
        : "consequence: " + book;
  }

  private static void aside(StringBuilder text, StoryDay.Aside aside) {
    text.append(
        "for information, not traded: with the failing sleeves set aside (gate.bad_sleeve: set-aside)\n");
    text.append(GateLines.of(aside.verdict()).indent(2));
    aside
        .decision()
        .ifPresent(
            decision -> {
              StringBuilder inner = new StringBuilder();
              decision(inner, decision);
              text.append(inner.toString().indent(2));
            });
  }
}
