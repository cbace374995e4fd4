package org.evenkeel.shell.cli.print;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.shell.cli.cases.CaseResult;

/** Verdicts on cases, one line each, and how many failed. */
public final class CasesText {

  private CasesText() {}

  public static String of(List<CaseResult> results) {
    TextTable table =
        new TextTable(
            "case",
            "verdict",
            "kind",
            ">weight error",
            ">tolerance",
            ">KKT residual",
            "certificate",
            "detail");
    for (CaseResult result : results) {
      table.row(
          result.name(),
          result.passed() ? "ok" : "FAIL",
          result.expected(),
          figure(result.weightError()),
          figure(result.tolerance()),
          figure(result.kktResidual()),
          result.certificate().isEmpty()
              ? "-"
              : result.certificate().toLowerCase(Locale.ROOT).replace('_', ' '),
          result.detail());
    }
    long failed = results.stream().filter(result -> !result.passed()).count();
    return table
        + "\n"
        + results.size()
        + " cases, "
        + (failed == 0 ? "all hold" : failed + " FAILED")
        + "\n";
  }

  private static String figure(Optional<Double> value) {
    return value.map(number -> String.format(Locale.ROOT, "%.2e", number)).orElse("-");
  }
}
