package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.Approvals;

/** What two persons have agreed on, with the constraints of the real table. */
final class MemoryApprovals implements Approvals {

  private final Memory memory;
  private final MemoryTransactions transactions;

  MemoryApprovals(Memory memory, MemoryTransactions transactions) {
    this.memory = memory;
    this.transactions = transactions;
  }

  @Override
  public List<RequestRow> approved() {
    return transactions.read(
        "approved",
        () ->
            memory.requests.stream()
                .map(request -> request.at(memory.databaseNow()))
                .filter(row -> row.state() == RequestRow.State.APPROVED)
                .toList());
  }

  @Override
  public void conclude(RequestRow request, boolean isDone, String outcome) {
    transactions.change("conclude", () -> concluded(request, isDone, outcome));
  }

  @Override
  public void setTradingState(RequestRow request, TradingState state) {
    transactions.change("setTradingState", () -> memory.tradingState = state);
  }

  @Override
  public boolean endOverride(RequestRow request, long id, Instant at) {
    return isDone(
        "endOverride",
        () ->
            new MemoryControls(memory).expireOverride(id, request.author(), request.reason(), at));
  }

  @Override
  public boolean unlock(RequestRow request, String subject, Instant at) {
    return isDone(
        "unlock",
        () ->
            new MemoryLockControls(memory).unlock(subject, request.author(), request.reason(), at));
  }

  private boolean isDone(String name, BooleanSupplier change) {
    AtomicBoolean isDone = new AtomicBoolean();
    transactions.change(name, () -> isDone.set(change.getAsBoolean()));
    return isDone.get();
  }

  private void concluded(RequestRow request, boolean isDone, String outcome) {
    int index = (int) request.number() - 1;
    MemoryRequest stored = memory.requests.get(index);
    RequestRow row = stored.at(memory.databaseNow());
    MemoryOrders.require(
        row.state() == RequestRow.State.APPROVED
            || (row.state() == RequestRow.State.EXPIRED
                && !isDone
                && stored.isApproved().isPresent()),
        "request " + request.number() + " is " + row.state());
    RequestRow ended =
        new RequestRow(
            row.number(),
            row.request(),
            row.hash(),
            row.author(),
            row.reason(),
            row.askedAt(),
            row.state(),
            row.decidedBy(),
            row.decisionReason(),
            outcome);
    memory.requests.set(
        index,
        new MemoryRequest(ended, stored.isApproved(), stored.decidedAt(), Optional.of(isDone)));
    memory.audit.add(
        request.request().kind()
            + " #"
            + request.number()
            + " by "
            + request.author()
            + " and "
            + request.decidedBy());
  }
}
