package org.evenkeel.shell.simulate;

import static org.evenkeel.shell.simulate.Violation.require;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.LedgerEntry;
import org.evenkeel.core.settle.LedgerTransaction;

/** What may be written: I2, I3, I7, I15, I16 and I21. */
final class BookJudge {

  private final Memory memory;
  private final SimVenue venue;
  private final Map<String, Fill> executed = new TreeMap<>();
  private final TreeSet<String> foreign = new TreeSet<>();
  private final List<Fill> unlocked = new ArrayList<>();
  private final Map<ClientOrderId, AttemptState> ended = new LinkedHashMap<>();
  private int most = 0;
  private MemoryLedger replayed = new MemoryLedger();
  private final Map<String, LedgerTransaction> written = new LinkedHashMap<>();

  BookJudge(Memory memory, SimVenue venue) {
    this.memory = memory;
    this.venue = venue;
  }

  private static String key(Fill fill) {
    return fill.instrument().value() + "/" + fill.tradeId().value();
  }

  void onForeign(Fill fill) {
    executed.put(key(fill), fill);
    foreign.add(key(fill));
  }

  /** I16: what somebody else traded belongs to nobody here; that it locks is looked at after the transaction. */
  private void checkForeign(Fill fill) {
    require(
        memory
            .ofVenueOrder(fill.instrument().value() + "/" + fill.venueOrderId().value())
            .isEmpty(),
        "I16",
        () -> "taken for an own one: " + fill);
    unlocked.add(fill);
  }

  /** I21: what was written as a fact stays. */
  private void checkGrowth() {
    int facts =
        memory.fills.size()
            + memory.transactions.size()
            + memory.intents.size()
            + memory.attempts.size()
            + memory.cycles.size()
            + memory.denials.size()
            + memory.audit.size();
    int before = most;
    require(facts >= before, "I21", () -> facts + " rows of facts, there were " + before);
    most = facts;
  }

  /** I16: what somebody else traded is locked together with its booking, until somebody acknowledges it. */
  void afterStep() {
    checkGrowth();
    for (Fill fill : unlocked) {
      require(
          Stream.concat(memory.locks.stream(), memory.acknowledged.stream())
              .map(Lock::finding)
              .anyMatch(
                  found ->
                      found.cause() == LockCause.EXTERNAL_FILL
                          && found.subject().equals(fill.instrument().value())
                          && found.key().equals(fill.venueOrderId().value())),
          "I16",
          () -> "booked without a lock: " + fill);
    }
    unlocked.clear();
  }

  /** I7, from the other side: what has ended for the bot is not executed any more. */
  void onExecuted(SimOrder order, Fill fill) {
    executed.put(key(fill), fill);
    ClientOrderId id = order.ticket().clientOrderId();
    AttemptState end = ended.get(id);
    require(
        end == null, "I7", () -> id + " had ended as " + end + ", and the venue executed " + fill);
  }

  /** I2: nothing is booked that the venue did not execute, and nothing twice. */
  void onBooked(Fill fill) {
    require(fill.equals(executed.get(key(fill))), "I2", () -> "booked but not executed: " + fill);
    if (foreign.contains(key(fill))) {
      checkForeign(fill);
    }
  }

  /** I15: every booking balances, and none is written twice. */
  void onBooked(LedgerTransaction transaction) {
    TreeMap<String, BigDecimal> sums = new TreeMap<>();
    for (LedgerEntry entry : transaction.entries()) {
      sums.merge(entry.unit(), entry.amount(), BigDecimal::add);
    }
    require(
        sums.values().stream().allMatch(sum -> sum.signum() == 0),
        "I15",
        () -> "does not balance: " + transaction);
    replayed.add(transaction, written);
    String key = transaction.kind() + " " + transaction.reference();
    require(
        written.putIfAbsent(key, transaction) == null, "I15", () -> "booked twice: " + transaction);
  }

  /** I3: at most one attempt of an intent is open. */
  void onCommitted(Attempt attempt) {
    int open = 0;
    for (Attempt other : memory.open()) {
      open += other.intent().equals(attempt.intent()) ? 1 : 0;
    }
    require(open == 1, "I3", () -> "more than one live order of " + attempt.intent());
  }

  /** I7: what has ended stays as it ended, with all its fills, and has ended at the venue too. */
  void onAdvanced(Attempt before, Attempt after) {
    ClientOrderId id = after.ticket().clientOrderId();
    AttemptState end = ended.get(id);
    require(
        end == null || end.equals(after.state()),
        "I7",
        () -> id + " had ended as " + end + ", is " + after.state());
    if (end == null && after.state().isTerminal()) {
      ended.put(id, after.state());
      require(
          after.bookedQty().equals(after.state().cumQty()),
          "I7",
          () -> id + " ended as " + after.state() + " with " + after.bookedQty() + " booked");
      requireEndedAtTheVenue(id, after.state());
    }
  }

  private void requireEndedAtTheVenue(ClientOrderId id, AttemptState end) {
    Optional<SimOrder> order = Optional.ofNullable(venue.orders().get(id));
    Contracts filled = order.map(SimOrder::filled).orElse(Contracts.ZERO);
    // No reading can show an order that works and is hidden for longer than the venue is trusted to
    // hide one; it must be canceled as soon as it shows, which the end of the run sees to.
    boolean isHidden =
        end instanceof AttemptState.Absent
            && order.map(SimOrder::isHiddenBeyondTrust).orElse(false)
            && filled.isZero();
    require(
        isHidden || (filled.equals(end.cumQty()) && order.map(SimOrder::isClosed).orElse(true)),
        "I7",
        () ->
            id
                + " ended as "
                + end
                + ", the venue filled "
                + filled
                + order.map(o -> o.isClosed() ? "" : " and still works it").orElse(""));
  }

  /** Takes the memory as it stands for what was written. */
  void restored() {
    most = 0;
    written.clear();
    replayed = new MemoryLedger();
    memory.transactions.forEach(
        (key, transaction) -> {
          replayed.add(transaction, written);
          written.put(key, transaction);
        });
    ended.keySet().removeIf(id -> !isEnded(id));
    unlocked.clear();
    foreign.addAll(lost());
  }

  private boolean isEnded(ClientOrderId id) {
    Attempt attempt = memory.attempts.get(id);
    return attempt != null && attempt.state().isTerminal();
  }

  /** The executions of orders that the memory does not know any more. */
  private List<String> lost() {
    List<String> lost = new ArrayList<>();
    for (SimOrder order : venue.orders().values()) {
      if (!memory.attempts.containsKey(order.ticket().clientOrderId())) {
        executed.values().stream()
            .filter(fill -> order.isOrder(fill.venueOrderId()))
            .map(BookJudge::key)
            .forEach(lost::add);
      }
    }
    return lost;
  }

  /** I15: the sums of the ledger are those of its bookings, added up anew. */
  void atTheEnd() {
    require(
        replayed.balances(written).equals(memory.balances()),
        "I15",
        () ->
            "the bookings add up to "
                + replayed.balances(written)
                + ", the ledger says "
                + memory.balances());
  }
}
