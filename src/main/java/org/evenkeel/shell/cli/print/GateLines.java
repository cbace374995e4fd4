package org.evenkeel.shell.cli.print;

import java.util.List;
import java.util.Locale;
import org.evenkeel.core.estimate.gate.CriterionResult;
import org.evenkeel.core.estimate.gate.GateText;
import org.evenkeel.core.estimate.gate.GateVerdict;
import org.evenkeel.core.estimate.gate.OutlierFinding;

/** The verdict of the quality gate with every criterion, its value and its limits. */
public final class GateLines {

  private static final int MOST_OUTLIERS = 10;

  private GateLines() {}

  public static String of(GateVerdict verdict) {
    StringBuilder text = new StringBuilder("gate: ").append(verdict.permission().words());
    if (!verdict.failures().isEmpty()) {
      text.append(" (").append(verdict.failures().size()).append(" criteria fail)");
    }
    text.append('\n').append(table(verdict.criteria()).indent(2));
    outliers(text, verdict.outliers());
    verdict
        .setAside()
        .forEach(
            (sleeve, reason) ->
                text.append("  set aside: ")
                    .append(sleeve)
                    .append(", ")
                    .append(reason)
                    .append('\n'));
    return text.toString();
  }

  private static String table(List<CriterionResult> criteria) {
    TextTable table = new TextTable("criterion", "of", ">value", "unit", "limits", "allows", "");
    for (CriterionResult result : criteria) {
      table.row(
          result.criterion().label(),
          result.subject().isEmpty() ? "all" : result.subject(),
          GateText.number(result.value()),
          result.criterion().unit().isEmpty() ? "-" : result.criterion().unit(),
          GateText.limits(result),
          result.isDecisive() ? result.permission().words() : "set aside",
          result.detail());
    }
    return table.toString();
  }

  private static void outliers(StringBuilder text, List<OutlierFinding> outliers) {
    outliers.stream().limit(MOST_OUTLIERS).forEach(finding -> text.append(line(finding)));
    if (outliers.size() > MOST_OUTLIERS) {
      text.append("  and ").append(outliers.size() - MOST_OUTLIERS).append(" more outliers\n");
    }
  }

  private static String line(OutlierFinding finding) {
    return String.format(
        Locale.ROOT,
        "  outlier: %s %+.1f %% in the bar to %s (%s robust sigmas), %s: %s%n",
        finding.instrument(),
        100 * finding.barReturn(),
        finding.barClose(),
        GateText.number(finding.robustSigmas()),
        finding.isConfirmed()
            ? "confirmed by " + finding.source().name().toLowerCase(Locale.ROOT).replace('_', ' ')
            : "unconfirmed",
        finding.evidence());
  }
}
