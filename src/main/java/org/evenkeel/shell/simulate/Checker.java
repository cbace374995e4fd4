package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.HeldOut;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.settle.AccountSums;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.LedgerEvent;

/**
 * The judge of a run: compares what the bot remembers with what the venue knows to be true.
 *
 * <p>Sees every request leave and every order taken, and looks at everything after each bell.
 */
final class Checker implements VenueWatch {

  private final Memory memory;
  private final SimVenue venue;
  private final RecordingAlerts alerts;
  private final Map<InstrumentId, InstrumentSpec> specs = new TreeMap<>();
  private final Map<ClientOrderId, ContentHash> sent = new LinkedHashMap<>();
  private final Map<ClientOrderId, Long> senders = new LinkedHashMap<>();
  private final Map<ClientOrderId, AttemptState> ended = new LinkedHashMap<>();
  private final TreeSet<String> external = new TreeSet<>();
  private long speaker = 0;
  private long leader = 0;
  private Instant stateChangedAt = Instant.EPOCH;

  Checker(Memory memory, SimVenue venue, RecordingAlerts alerts) {
    this.alerts = alerts;
    this.memory = memory;
    this.venue = venue;
    SimMarket.specs().forEach(spec -> specs.put(spec.id(), spec));
    venue.watchedBy(this);
    memory.onAccountKept(this::onAccountKept);
  }

  private static void require(boolean holds, String invariant, String detail) {
    if (!holds) {
      throw new Violation(invariant, detail);
    }
  }

  /** Which process runs now. */
  void speaks(long process) {
    speaker = process;
  }

  long speaker() {
    return speaker;
  }

  /** A process has planned since: whatever an older one sends must not be taken any more. */
  void leads(long process) {
    leader = Math.max(leader, process);
  }

  /** The operator has changed the trading state; what was committed before may still go out. */
  void tradingStateChanged(Instant at) {
    stateChangedAt = at;
  }

  /** An execution that is not the bot's. */
  void external(Fill fill) {
    external.add(fill.tradeId().value());
  }

  @Override
  public void onSend(OrderTicket ticket) {
    ClientOrderId id = ticket.clientOrderId();
    Attempt attempt = memory.attempts.get(id);
    require(attempt != null, "I4", "sent without a committed attempt: " + ticket);
    require(!sent.containsKey(id), "I8", "sent twice: " + ticket);
    if (attempt != null) {
      require(
          attempt.ticket().requestHash().equals(ticket.requestHash()),
          "I8",
          "committed as " + attempt.ticket() + ", sent as " + ticket);
    }
    sent.put(id, ticket.requestHash());
    senders.put(id, speaker);
    checkShape(ticket);
    checkPermission(ticket);
  }

  private void checkShape(OrderTicket ticket) {
    InstrumentSpec spec = specs.get(ticket.instrument());
    require(spec != null, "I12", "an instrument that is not traded: " + ticket);
    if (spec != null) {
      require(
          ticket.orderQty().value().remainder(spec.lotSize()).signum() == 0
              && ticket.limitPrice().value().remainder(spec.tickSize()).signum() == 0,
          "I12",
          "not a multiple of lot and tick: " + ticket);
    }
  }

  private void checkPermission(OrderTicket ticket) {
    boolean mayAdd = memory.tradingState == TradingState.ACTIVE;
    boolean isOld = !ticket.signedAt().isAfter(stateChangedAt.plusMillis(100));
    require(
        mayAdd
            || isOld
            || ticket.reduceOnly()
            || ticket.instrument().equals(SimMarket.STABLECOIN.id()),
        "I10",
        "adds while " + memory.tradingState + ": " + ticket);
    Lock.objection(memory.locks, ticket.instrument(), ticket.reduceOnly())
        .ifPresent(lock -> require(false, "I10", "sends " + ticket + " in spite of " + lock));
  }

  @Override
  public void onAccepted(OrderTicket ticket) {
    Long sender = senders.get(ticket.clientOrderId());
    require(
        sender != null && sender >= leader,
        "I9",
        "process " + sender + " was overtaken by " + leader + ", and the venue took " + ticket);
  }

  /** What must hold whenever nothing is under way, crashed or not. */
  void afterBell() {
    checkFills();
    checkExternal();
    checkBelief();
    checkEnds();
    String defect = alerts.raised().get("defect");
    require(defect == null, "defect", "the bot met a state that it holds impossible: " + defect);
  }

  /** I26: money that came in carries no position until a person has said what it is. */
  private void onAccountKept(AccountSnapshot used) {
    HeldOut unexplained = HeldOut.none();
    for (CashFlow flow : venue.truth().flows) {
      boolean isExplained =
          memory.flows.stream()
              .anyMatch(entry -> entry.flow().equals(flow) && entry.classification().isPresent());
      if (flow.kind() == CashFlow.Kind.DEPOSIT && !isExplained) {
        unexplained = unexplained.plus(flow.wallet(), flow.amount());
      }
    }
    BigDecimal most = total(unexplained.without(venue.truth().account(used.venueTime())));
    require(
        total(used).compareTo(most) <= 0,
        "I26",
        "sized on " + total(used) + " USDT, only " + most + " are explained");
  }

  private static BigDecimal total(AccountSnapshot account) {
    return account
        .total(Wallet.SPOT, SimMarket.USDT)
        .add(account.total(Wallet.FUTURES, SimMarket.USDT));
  }

  /** I15: the ledger made anew from its facts is the ledger. */
  void checkReplay() {
    AccountSums stored = AccountSums.of(List.copyOf(memory.transactions.values()));
    AccountSums anew =
        LedgerEvent.replay(
            MemoryAccounting.events(memory), id -> Optional.ofNullable(specs.get(id)));
    require(
        anew.hash().equals(stored.hash()), "I15", "the facts make " + anew + ", stored " + stored);
  }

  /** I2: nothing is booked that the venue did not execute. */
  private void checkFills() {
    Map<String, Fill> executed = new TreeMap<>();
    for (Fill fill : venue.truth().fills) {
      executed.put(fill.instrument() + "/" + fill.tradeId(), fill);
    }
    memory.fills.forEach(
        (key, fill) ->
            require(fill.equals(executed.get(key)), "I2", "booked but not executed: " + fill));
  }

  /** I16: what somebody else traded belongs to nobody here, and was locked with its booking until acknowledged. */
  private void checkExternal() {
    List<Lock> locks = new ArrayList<>(memory.locks);
    locks.addAll(memory.acknowledged);
    for (Fill fill : memory.fills.values()) {
      if (external.contains(fill.tradeId().value())) {
        require(
            memory.attempts.values().stream()
                .noneMatch(
                    attempt ->
                        attempt.ticket().instrument().equals(fill.instrument())
                            && attempt.venueOrderId().equals(Optional.of(fill.venueOrderId()))),
            "I16",
            "taken for an own one: " + fill);
        require(
            locks.stream()
                .map(Lock::finding)
                .anyMatch(
                    found ->
                        found.cause() == LockCause.EXTERNAL_FILL
                            && found.subject().equals(fill.instrument().value())
                            && found.key().equals(fill.venueOrderId().value())),
            "I16",
            "booked without a lock: " + fill);
      }
    }
  }

  /** I6: what is true lies between the ends of what the bot believes. */
  private void checkBelief() {
    for (InstrumentId instrument : specs.keySet()) {
      BigDecimal low = BigDecimal.ZERO;
      BigDecimal trueSum = BigDecimal.ZERO;
      for (Fill fill : memory.fills.values()) {
        if (fill.instrument().equals(instrument)) {
          low = low.add(fill.side().signed(fill.lastQty()).value());
        }
      }
      BigDecimal high = low;
      for (Fill fill : venue.truth().fills) {
        String key = fill.instrument() + "/" + fill.tradeId();
        boolean isUnbookedExternal =
            external.contains(fill.tradeId().value()) && !memory.fills.containsKey(key);
        if (fill.instrument().equals(instrument) && !isUnbookedExternal) {
          trueSum = trueSum.add(fill.side().signed(fill.lastQty()).value());
        }
      }
      for (Attempt attempt : memory.attempts.values()) {
        if (attempt.ticket().instrument().equals(instrument) && !attempt.state().isTerminal()) {
          Contracts booked =
              attempt
                  .venueOrderId()
                  .map(id -> memory.booked(instrument.value() + "/" + id.value()))
                  .orElse(Contracts.ZERO);
          BigDecimal leaves = attempt.booked(booked).worstCaseLeaves().value();
          if (attempt.ticket().side() == Side.BUY) {
            high = high.add(leaves);
          } else {
            low = low.subtract(leaves);
          }
        }
      }
      require(
          trueSum.compareTo(low) >= 0 && trueSum.compareTo(high) <= 0,
          "I6",
          instrument + " is " + trueSum + " at the venue, believed " + low + " to " + high);
    }
  }

  /** I3 and I7: one live attempt per intent, and what has ended stays as it ended, with its fills. */
  private void checkEnds() {
    TreeSet<String> live = new TreeSet<>();
    for (Attempt attempt : memory.attempts.values()) {
      ClientOrderId id = attempt.ticket().clientOrderId();
      if (!attempt.state().isTerminal()) {
        require(
            live.add(attempt.intent().toString()), "I3", "two live orders of " + attempt.intent());
        continue;
      }
      AttemptState before = ended.putIfAbsent(id, attempt.state());
      require(
          before == null || before.equals(attempt.state()),
          "I7",
          id + " had ended as " + before + ", is " + attempt.state());
      if (before == null) {
        Contracts booked =
            attempt
                .venueOrderId()
                .map(v -> memory.booked(attempt.ticket().instrument().value() + "/" + v.value()))
                .orElse(Contracts.ZERO);
        require(
            booked.equals(attempt.state().cumQty()),
            "I7",
            id + " ended as " + attempt.state() + " with " + booked + " booked");
        SimOrder order = venue.orders().get(id);
        Contracts filled = order == null ? Contracts.ZERO : order.filled();
        require(
            filled.equals(attempt.state().cumQty()) && (order == null || order.isClosed()),
            "I7",
            id + " ended as " + attempt.state() + ", the venue filled " + filled);
      }
    }
  }
}
