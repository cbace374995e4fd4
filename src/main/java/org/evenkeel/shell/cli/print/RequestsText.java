package org.evenkeel.shell.cli.print;

import java.util.List;
import org.evenkeel.core.statement.RequestRow;

/** Requests for which two persons are needed. */
public final class RequestsText {

  private RequestsText() {}

  public static String of(List<RequestRow> requests) {
    if (requests.isEmpty()) {
      return "nothing waits for approval\n";
    }
    TextTable table =
        new TextTable(">id", "state", "kind", "subject", "asked by", "at", "reason", "decided by");
    for (RequestRow request : requests) {
      table.row(
          String.valueOf(request.number()),
          request.state().name(),
          request.request().kind(),
          request.request().subject(),
          request.author(),
          Figures.time(request.askedAt()),
          request.reason(),
          request.decidedBy());
    }
    return table.toString();
  }

  /** Everything that somebody who approves must have seen. */
  public static String detail(RequestRow request) {
    StringBuilder text = new StringBuilder();
    text.append("request ").append(request.number()).append(" by ").append(request.author());
    text.append(": ").append(request.request().kind()).append(", ");
    text.append(request.request().subject()).append('\n');
    request
        .request()
        .payload()
        .lines()
        .forEach(line -> text.append("  ").append(line).append('\n'));
    text.append("  because: ").append(request.reason()).append('\n');
    text.append("  content ").append(request.hash()).append('\n');
    return text.toString();
  }

  /** Where a request stands, in a line. */
  public static String line(RequestRow request) {
    String decided =
        request.decidedBy().isEmpty()
            ? ""
            : " by " + request.decidedBy() + ": " + request.decisionReason();
    return "request " + request.number() + " is " + request.state() + decided + "\n";
  }
}
