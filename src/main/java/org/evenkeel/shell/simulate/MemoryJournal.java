package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.Arrival;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.settle.LedgerTransaction;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.VenueReach;
import org.evenkeel.cycle.Accounting;
import org.evenkeel.cycle.Adoptions;
import org.evenkeel.cycle.Approvals;
import org.evenkeel.cycle.ConfigBook;
import org.evenkeel.cycle.DecisionInputs;
import org.evenkeel.cycle.Errands;
import org.evenkeel.cycle.Ids;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.LimitBook;
import org.evenkeel.cycle.Listings;
import org.evenkeel.cycle.Locks;
import org.evenkeel.cycle.OrderLog;
import org.evenkeel.cycle.RunManifest;
import org.evenkeel.cycle.TransferRecords;
import org.evenkeel.cycle.Wishes;

/** A journal in memory with the constraints of the real one; every call is a numbered boundary. */
public final class MemoryJournal implements Journal {

  private final Memory memory;
  private final MemoryTransactions transactions;
  private final MemoryOrders orders;
  private final Accounting accounting;

  public MemoryJournal(Memory memory, MemoryLease lease, Boundaries boundaries) {
    this.memory = memory;
    this.transactions = new MemoryTransactions(memory, lease, boundaries);
    this.orders = new MemoryOrders(memory);
    this.accounting = new MemoryAccounting(memory, transactions);
  }

  @Override
  public String openRun(RunManifest manifest, Ids ids) {
    return transactions.write(
        "openRun",
        () -> {
          memory.starts.began(manifest);
          memory.nonce = Optional.of(memory.nonce.orElseGet(ids::incarnationNonce));
          return memory.nonce.orElseThrow();
        });
  }

  @Override
  public Optional<Instant> lastDecidedSlot(String strategy) {
    return transactions.read(
        "lastDecidedSlot", () -> MemoryCycles.lastDecidedSlot(memory, strategy));
  }

  @Override
  public Optional<Instant> interruptedSlot(String strategy) {
    return transactions.read("interruptedSlot", () -> memory.interruptedSlot(strategy));
  }

  @Override
  public boolean beginCycle(Slot slot, Instant startedAt) {
    return transactions.write("beginCycle", () -> MemoryCycles.enter(memory, new CycleEntry(slot)));
  }

  @Override
  public boolean skipSlot(Slot slot, Instant at, String reason) {
    return transactions.write(
        "skipSlot", () -> MemoryCycles.enter(memory, CycleEntry.skipped(slot, reason)));
  }

  @Override
  public void keepInputs(CycleId cycle, DecisionInputs inputs) {
    transactions.change("keepInputs", () -> MemoryCycles.keepInputs(memory.cycle(cycle), inputs));
    inputs
        .observation()
        .map(
            seen -> {
              memory.accountKept(seen.account());
              return seen;
            });
  }

  @Override
  public Result<DecisionInputs> inputs(CycleId cycle) {
    return transactions.read("inputs", () -> memory.inputs(cycle));
  }

  @Override
  public Optional<CycleId> lastPlanned(CycleId except) {
    return transactions.read("lastPlanned", () -> memory.lastPlanned(except));
  }

  @Override
  public void keepDocument(CycleId cycle, String stage, Object document) {
    transactions.change("keepDocument", () -> memory.cycle(cycle).documents.put(stage, document));
  }

  @Override
  public <T> List<T> newestDocuments(String stage, Class<T> type, int limit) {
    return transactions.read("newestDocuments", () -> memory.newestDocuments(stage, type, limit));
  }

  @Override
  public void commitIntents(List<Intent> intents) {
    transactions.change(
        "commitIntents",
        () -> {
          for (Intent intent : intents) {
            MemoryOrders.require(
                !memory.intents.containsKey(intent.id()), "intent twice: " + intent.id());
          }
          intents.forEach(intent -> memory.intents.put(intent.id(), intent));
        });
  }

  @Override
  public void endCycle(
      CycleId cycle,
      Instant endedAt,
      CycleStatus status,
      String reason,
      Optional<CycleStatement> statement,
      SortedMap<String, Long> stageMillis) {
    transactions.change(
        "endCycle", () -> MemoryCycles.end(memory, cycle, status, reason, statement));
  }

  @Override
  public List<CycleId> unfinishedCycles() {
    return transactions.read("unfinishedCycles", memory::unfinishedCycles);
  }

  @Override
  public void commitAttempt(Attempt attempt, Instant committedAt) {
    commit(attempt, () -> {});
  }

  @Override
  public void commitAttempt(Attempt attempt, Instant committedAt, Arrival arrival) {
    commit(
        attempt,
        () -> memory.costs.arrived(attempt.ticket().clientOrderId(), committedAt, arrival));
  }

  private void commit(Attempt attempt, Runnable beside) {
    transactions.change(
        "commitAttempt",
        () -> {
          orders.requireNew(attempt);
          memory.put(attempt);
          beside.run();
          memory.watch().onCommitted(attempt);
        });
  }

  @Override
  public void advance(Attempt before, Attempt after, Instant at, String event) {
    transactions.change(
        "advance",
        () -> {
          orders.requireStep(before, after);
          orders.store(before, after);
        });
  }

  @Override
  public List<Attempt> openAttempts() {
    return transactions.read(
        "openAttempts", () -> memory.open().stream().map(orders::whole).toList());
  }

  @Override
  public List<Attempt> attempts(IntentId intent) {
    return transactions.read(
        "attempts",
        () ->
            memory.attempts.values().stream()
                .filter(attempt -> attempt.intent().equals(intent))
                .map(orders::whole)
                .toList());
  }

  @Override
  public Optional<Attempt> attempt(ClientOrderId id) {
    return transactions.read(
        "attempt", () -> Optional.ofNullable(memory.attempts.get(id)).map(orders::whole));
  }

  @Override
  public Optional<Attempt> attemptByVenueOrder(InstrumentId instrument, String venueOrderId) {
    return transactions.read(
        "attemptByVenueOrder",
        () -> memory.ofVenueOrder(instrument.value() + "/" + venueOrderId).map(orders::whole));
  }

  @Override
  public Optional<TradeId> lastTrade(InstrumentId instrument) {
    return transactions.read("lastTrade", () -> memory.newestTrade(instrument));
  }

  @Override
  public boolean bookFill(
      Fill fill, LedgerTransaction transaction, Optional<Attempt> before, Optional<Attempt> after) {
    return transactions.write(
        "bookFill",
        () -> {
          String key = fill.instrument() + "/" + fill.tradeId();
          if (memory.fills.containsKey(key)) {
            return false;
          }
          before.ifPresent(attempt -> orders.requireStep(attempt, after.orElseThrow()));
          MemoryOrders.require(memory.book(transaction), "ledger has " + key + " already");
          before.ifPresent(
              attempt -> memory.venueOrders.own(attempt.ticket().clientOrderId(), fill));
          memory.enter(key, fill);
          before.ifPresent(attempt -> orders.store(attempt, after.orElseThrow()));
          return true;
        });
  }

  @Override
  public boolean book(LedgerTransaction transaction) {
    return transactions.write("book", () -> memory.book(transaction));
  }

  @Override
  public Optional<Instant> lastIncomeTime(VenueId venue) {
    return transactions.read(
        "lastIncomeTime", () -> memory.ledger().lastIncome(venue, memory.transactions));
  }

  @Override
  public LedgerBalances ledger() {
    return transactions.read("ledger", memory::balances);
  }

  @Override
  public Optional<Instant> openingTime(VenueId venue) {
    return transactions.read(
        "openingTime", () -> memory.ledger().opening(venue, memory.transactions));
  }

  @Override
  public TradingState tradingState() {
    return transactions.read("tradingState", () -> memory.tradingState);
  }

  @Override
  public boolean restrict(TradingState to, String author, String reason) {
    return transactions.write(
        "restrict",
        () -> {
          boolean yields = memory.tradingState.yieldsTo(to);
          memory.tradingState = yields ? to : memory.tradingState;
          return yields;
        });
  }

  @Override
  public List<OperatorOverride> overrides(Instant at) {
    return transactions.read(
        "overrides", () -> memory.overrides.stream().filter(o -> o.isInForce(at)).toList());
  }

  @Override
  public void heartbeat(Instant now) {
    transactions.change(
        "heartbeat",
        () ->
            memory.lastSeen =
                Optional.of(memory.lastSeen.filter(seen -> seen.isAfter(now)).orElse(now)));
  }

  @Override
  public Optional<Instant> lastSeen() {
    return transactions.read("lastSeen", () -> memory.lastSeen);
  }

  @Override
  public Wishes wishes() {
    return new MemoryWishes(memory, transactions);
  }

  @Override
  public <T> T together(String doing, Supplier<T> work) {
    return transactions.together(work);
  }

  @Override
  public void keepReach(VenueReach reach) {
    transactions.change("keepReach", () -> memory.reach.put(reach.venue(), reach));
  }

  @Override
  public List<VenueReach> reach() {
    return transactions.read("reach", () -> List.copyOf(memory.reach.values()));
  }

  @Override
  public Approvals approvals() {
    return new MemoryApprovals(memory, transactions);
  }

  @Override
  public Listings listings() {
    return new MemoryListings(memory, transactions);
  }

  @Override
  public ConfigBook configs() {
    return new MemoryConfigs(memory);
  }

  @Override
  public LimitBook limits() {
    return new MemoryLimits(memory);
  }

  @Override
  public Locks locks() {
    return new MemoryLocks(memory, transactions);
  }

  @Override
  public String nonce() {
    return transactions.read("nonce", () -> memory.nonce.orElseThrow());
  }

  @Override
  public boolean isBooked(InstrumentId instrument, TradeId trade) {
    return transactions.read("isBooked", () -> memory.fills.containsKey(instrument + "/" + trade));
  }

  @Override
  public Optional<Instant> lastTradeTime(InstrumentId instrument) {
    return transactions.read(
        "lastTradeTime",
        () -> memory.fillsOf(instrument).map(Fill::venueTime).max(Instant::compareTo));
  }

  @Override
  public Optional<TradeId> lastTradeUntil(InstrumentId instrument, Instant until) {
    return transactions.read(
        "lastTradeUntil", () -> MemoryOrders.newest(memory.fillsOf(instrument), until));
  }

  @Override
  public OrderLog orderLog() {
    return new MemoryOrderLog(memory, transactions);
  }

  @Override
  public Accounting accounting() {
    return accounting;
  }

  @Override
  public TransferRecords transferRecords() {
    return new MemoryTransfers(memory, transactions);
  }

  @Override
  public Errands errands() {
    return new MemoryErrands(memory, transactions);
  }

  @Override
  public Adoptions adoptions() {
    return new MemoryAdoptions(memory, transactions);
  }
}
