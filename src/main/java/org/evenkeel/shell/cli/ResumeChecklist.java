package org.evenkeel.shell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.statement.Status;
import org.evenkeel.shell.cli.print.OverridesText;

/**
 * What should be in order before the bot may act again: all that 'doctor' looks at, and what the records leave open.
 *
 * <p>What the bot can settle by itself, such as a price that is late, is not here; it decides that anew each time.
 */
final class ResumeChecklist {

  private final Session session;
  private final List<Finding> lines;

  private ResumeChecklist(Session session, List<Finding> doctor) {
    this.session = session;
    this.lines = new ArrayList<>(doctor);
  }

  static List<Finding> of(Session session, List<Finding> doctor) {
    ResumeChecklist list = new ResumeChecklist(session, doctor);
    list.write();
    return List.copyOf(list.lines);
  }

  private void write() {
    Status status = session.records().status();
    // Without a process that leads nothing is reconciled: what the records say of the venue may be
    // old.
    none("orders", status.openAttempts(), "orders whose fate is open", "see 'orders --open'");
    none("quarantine", status.quarantined(), "orders in quarantine", "see 'orders resolve'");
    none(
        "flows",
        status.capital().unexplained().size(),
        "flows that nobody has explained",
        "see 'flows classify'");
    none("locks", status.locks(), "locks", "see 'locks'; each says what ends it");
    if (!status.capital().doubt().isEmpty()) {
      lines.add(
          Finding.fail(
              "capital",
              ExitCode.REFUSED,
              status.capital().doubt(),
              "the drawdown brake is blind until both methods agree"));
    }
    cause(status);
    overrides();
  }

  /** Why it was stopped, so that nobody resumes without having read it. */
  private void cause(Status status) {
    lines.add(
        Finding.warn(
            "cause",
            status.tradingState() + ", " + status.tradingStateReason(),
            "resume only if that is over"));
  }

  private void overrides() {
    List<OperatorOverride> inForce = session.records().overrides(false);
    lines.add(
        inForce.isEmpty()
            ? Finding.ok("overrides", "none in force")
            : Finding.warn(
                "overrides",
                inForce.stream()
                    .map(each -> OverridesText.effect(each) + " of " + each.scope())
                    .collect(Collectors.joining(", ")),
                "they stay in force"));
  }

  private void none(String check, long count, String what, String advice) {
    lines.add(
        count == 0
            ? Finding.ok(check, "no " + what)
            : Finding.fail(check, ExitCode.REFUSED, count + " " + what, advice));
  }
}
