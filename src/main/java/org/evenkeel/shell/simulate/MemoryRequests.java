package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.core.statement.RuleOfTwo;
import org.evenkeel.cycle.Requests;

/** The rule of two on a memory. */
public final class MemoryRequests implements Requests {

  private final Memory memory;

  public MemoryRequests(Memory memory) {
    this.memory = memory;
  }

  @Override
  public RequestRow ask(Request request, String author, String reason) {
    Instant now = memory.databaseNow();
    RequestRow row =
        new RequestRow(
            memory.requests.size() + 1L,
            request,
            request.hash(),
            author,
            reason,
            now,
            RequestRow.State.WAITING,
            "",
            "",
            "");
    memory.requests.add(new MemoryRequest(row, Optional.empty(), now, Optional.empty()));
    memory.audit.add("request #" + row.number() + " " + request.subject() + " by " + author);
    return row;
  }

  @Override
  public Result<RequestRow> approve(long number, ContentHash seen, String author, String reason) {
    return decide(
        number, true, author, reason, RuleOfTwo.approval(find(number), number, seen, author));
  }

  @Override
  public Result<RequestRow> reject(long number, String author, String reason) {
    return decide(number, false, author, reason, RuleOfTwo.rejection(find(number), number));
  }

  private Optional<RequestRow> find(long number) {
    return requests(true).stream().filter(row -> row.number() == number).findFirst();
  }

  private Result<RequestRow> decide(
      long number, boolean isApproved, String author, String reason, Optional<Refusal> objection) {
    if (objection.isPresent()) {
      return Result.refused(objection.get());
    }
    RequestRow asked = find(number).orElseThrow();
    RequestRow row =
        new RequestRow(
            number,
            asked.request(),
            asked.hash(),
            asked.author(),
            asked.reason(),
            asked.askedAt(),
            asked.state(),
            author,
            reason,
            "");
    memory.requests.set(
        (int) number - 1,
        new MemoryRequest(row, Optional.of(isApproved), memory.databaseNow(), Optional.empty()));
    memory.audit.add((isApproved ? "approve #" : "reject #") + number + " by " + author);
    return Result.ok(find(number).orElseThrow());
  }

  @Override
  public List<RequestRow> requests(boolean all) {
    List<RequestRow> rows = new ArrayList<>();
    for (MemoryRequest request : memory.requests) {
      RequestRow row = request.at(memory.databaseNow());
      boolean waits =
          row.state() == RequestRow.State.WAITING || row.state() == RequestRow.State.APPROVED;
      if (all || waits) {
        rows.add(row);
      }
    }
    Collections.reverse(rows);
    return rows;
  }
}
