package org.evenkeel.shell.cli.print;

import java.util.Locale;
import org.evenkeel.cycle.conform.CheckedClaim;
import org.evenkeel.cycle.conform.ConformanceReport;
import org.evenkeel.cycle.conform.Outcome;

/** A conformance report for people. Stateless. */
public final class ConformanceText {

  private ConformanceText() {}

  /** Each check with the claim that it tried and what was seen. */
  public static String of(ConformanceReport report) {
    StringBuilder text = new StringBuilder();
    text.append("venue        ").append(report.venue()).append(" at ").append(report.environment());
    text.append("\nversion      ").append(report.version());
    text.append("\nclaims       ").append(report.claimsHash());
    text.append("\nstarted      ").append(report.startedAt()).append("\n\n");
    for (CheckedClaim claim : report.checks()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%2d  %-7s  %-22s  %s\n    claim    %s\n    seen     %s\n",
              claim.number(),
              claim.outcome(),
              claim.check(),
              claim.subject(),
              claim.claim(),
              claim.detail()));
    }
    return text.append('\n').append(summary(report)).append('\n').toString();
  }

  /** Such as '23 passed, 0 failed, 3 skipped'. */
  public static String summary(ConformanceReport report) {
    return report.count(Outcome.PASS)
        + " passed, "
        + report.count(Outcome.FAIL)
        + " failed, "
        + report.count(Outcome.SKIPPED)
        + " skipped";
  }
}
