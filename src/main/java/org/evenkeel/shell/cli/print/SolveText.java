package org.evenkeel.shell.cli.print;

import java.math.BigDecimal;
import java.util.Locale;
import org.evenkeel.shell.cli.solver.SolveAnswer;

/** Solved weights with their risk contributions and the certificate. */
public final class SolveText {

  private SolveText() {}

  public static String of(SolveAnswer answer) {
    TextTable table =
        new TextTable("asset", ">weight", ">risk contribution", ">risk budget", ">volatility");
    for (SolveAnswer.AssetRow row : answer.assets()) {
      table.row(
          row.asset(),
          row.weight().toPlainString(),
          exact(row.riskContribution()),
          shortly(row.riskBudget()),
          shortly(row.volatility()));
    }
    return answer.principle()
        + " of "
        + answer.assets().size()
        + " assets, volatility "
        + exact(answer.volatility())
        + " in the unit of the matrix\n\n"
        + table
        + "\n"
        + answer.certificate().map(CertificateText::of).orElse(answer.proof() + "\n");
  }

  /** Every digit that distinguishes the number. */
  private static String exact(double value) {
    return BigDecimal.valueOf(value).toPlainString();
  }

  private static String shortly(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
