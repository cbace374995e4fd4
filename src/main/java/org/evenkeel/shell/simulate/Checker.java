package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.List;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.LedgerTransaction;

/**
 * The judge of a run: sees every request, every execution and everything that is written, and compares them at every
 * step.
 *
 * <p>Each judge remembers what it needs, so that a step costs what it changes and not what there is.
 */
final class Checker implements VenueWatch, MemoryWatch {

  private final Coverage coverage;
  private final RecordingAlerts alerts;
  private final Leadership leadership = new Leadership();
  private final RequestJudge requests;
  private final BookJudge books;
  private final BeliefJudge beliefs;
  private final DecisionJudge decisions;
  private final MoneyJudge money;

  Checker(Memory memory, SimVenue venue, RecordingAlerts alerts, Coverage coverage) {
    this.alerts = alerts;
    this.coverage = coverage;
    this.requests = new RequestJudge(memory, venue, leadership);
    this.books = new BookJudge(memory, venue);
    this.beliefs = new BeliefJudge(memory, venue);
    this.decisions = new DecisionJudge(memory);
    this.money = new MoneyJudge(memory, venue);
    venue.watchedBy(this);
    memory.watchedBy(this);
  }

  /** Who speaks and who leads, as the simulation knows it. */
  Leadership leadership() {
    return leadership;
  }

  /** The operator has changed the trading state; what was committed before may still go out. */
  void tradingStateChanged(Instant at) {
    requests.tradingStateChanged(at);
  }

  @Override
  public void onSend(OrderTicket ticket) {
    requests.onSend(ticket);
    beliefs.onSend(ticket);
  }

  @Override
  public void onAccepted(SimOrder order) {
    requests.onAccepted(order);
    beliefs.onAccepted(order);
  }

  @Override
  public void onExecuted(SimOrder order, Fill fill) {
    books.onExecuted(order, fill);
    beliefs.onExecuted(order, fill);
    requests.onExecuted(order, fill);
  }

  @Override
  public void onForeign(Fill fill) {
    books.onForeign(fill);
    beliefs.onForeign(fill);
  }

  /** I9: once another process has planned, an older one writes nothing. */
  @Override
  public void onWrite(String name) {
    Violation.require(
        !leadership.isOvertaken(),
        "I9",
        () ->
            "process "
                + leadership.speaker()
                + " was overtaken by process "
                + leadership.leader()
                + ", and its "
                + name
                + " was let in");
  }

  @Override
  public void onCommitted(Attempt attempt) {
    books.onCommitted(attempt);
    beliefs.touched(attempt.ticket().instrument());
  }

  @Override
  public void onAdvanced(Attempt before, Attempt after) {
    if (!before.state().equals(after.state())) {
      coverage.stepped(before.state().label(), after.state().label());
    }
    books.onAdvanced(before, after);
    beliefs.touched(after.ticket().instrument());
  }

  @Override
  public void onBooked(Fill fill) {
    books.onBooked(fill);
    beliefs.onBooked(fill);
  }

  @Override
  public void onBooked(LedgerTransaction transaction) {
    books.onBooked(transaction);
  }

  @Override
  public void onCycle(CycleEntry entry) {
    decisions.onCycle(entry);
  }

  /** The database holds an older state: whatever it has lost was, for it, somebody else's. */
  void restored() {
    requests.restored();
    books.restored();
    beliefs.restored();
    decisions.restored();
  }

  /** What must hold after every call of the bot, crashed or not. */
  void afterStep() {
    beliefs.afterStep();
    books.afterStep();
  }

  /** What must hold whenever nothing is under way. */
  void afterBell() {
    String defect = alerts.raised().get("defect");
    Violation.require(
        defect == null, "defect", () -> "the bot met a state that it holds impossible: " + defect);
  }

  /** What must hold at the end: nothing that was written has changed since. */
  void atTheEnd() {
    books.atTheEnd();
    money.atTheEnd();
  }

  /** The instruments' true positions as the bot may know them. */
  List<String> positions() {
    return beliefs.positions();
  }
}
