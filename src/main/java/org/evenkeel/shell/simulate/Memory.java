package org.evenkeel.shell.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.calendar.SlotMove;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.policy.LimitOverride;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.AdoptedOrder;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.Denial;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.FillCorrection;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.settle.LedgerTransaction;
import org.evenkeel.core.settle.TransferEntry;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.VenueReach;
import org.evenkeel.cycle.DecisionInputs;
import org.evenkeel.cycle.Errand;
import org.evenkeel.cycle.Locks;
import org.evenkeel.cycle.RunWish;

/** What survives a crash: the tables of the journal as collections. */
public final class Memory {

  /** The limits that were set. */
  public List<LimitOverride> limits() {
    return List.copyOf(limits);
  }

  final SequencedMap<CycleId, CycleEntry> cycles = new LinkedHashMap<>();
  final Map<IntentId, Intent> intents = new LinkedHashMap<>();
  final SequencedMap<ClientOrderId, Attempt> attempts = new LinkedHashMap<>();
  final List<Denial> denials = new ArrayList<>();
  final Map<String, Fill> fills = new LinkedHashMap<>();
  final MemoryCosts costs = new MemoryCosts();
  final Map<String, LedgerTransaction> transactions = new LinkedHashMap<>();
  final List<LedgerTransaction> balanceTrades = new ArrayList<>();
  final List<Lock> locks = new ArrayList<>();
  final TreeMap<InstrumentId, InstrumentSpec> listings = new TreeMap<>();
  final Map<InstrumentId, Locks.KnownSpec> knownSpecs = new TreeMap<>();
  final List<Lock> acknowledged = new ArrayList<>();
  private long locksMade = 0;
  final List<FlowEntry> flows = new ArrayList<>();
  final List<TransferEntry> transfers = new ArrayList<>();
  final Map<String, List<FillCorrection>> corrections = new TreeMap<>();
  final List<OperatorOverride> overrides = new ArrayList<>();
  final List<LimitOverride> limits = new ArrayList<>();

  /** The age of the newest rehearsal of the kill switch; empty if there was none or it took too long. */
  public Optional<Duration> rehearsalAge = Optional.empty();

  final List<MemoryRequest> requests = new ArrayList<>();
  final List<String> audit = new ArrayList<>();
  final Deque<RunWish> runRequests = new ArrayDeque<>();
  final List<Errand> errands = new ArrayList<>();
  final Map<Long, String> errandEnds = new TreeMap<>();
  final MemoryStarts starts = new MemoryStarts();
  final List<SlotMove> slotMoves = new ArrayList<>();
  final Map<String, AdoptedOrder> adopted = new LinkedHashMap<>();
  final Map<String, String> adoptedEnds = new TreeMap<>();
  final Map<Instant, String> slotsToSkip = new TreeMap<>();
  long runRequestsMade = 0;

  /**
   * Whether a transaction that fails in its middle is undone, which is slow. A simulation needs it not: to fail in the
   * middle is a defect that ends the run.
   */
  boolean isThorough = true;

  TradingState tradingState = TradingState.ACTIVE;
  Optional<String> nonce = Optional.empty();
  Optional<Instant> lastSeen = Optional.empty();
  final TreeMap<VenueId, VenueReach> reach = new TreeMap<>();
  final MemoryVenueOrders venueOrders = new MemoryVenueOrders();
  private final Map<InstrumentId, TradeId> newestTrades = new TreeMap<>();
  private final MemoryLedger ledger = new MemoryLedger();
  private final Map<ClientOrderId, Attempt> open = new LinkedHashMap<>();
  private MemoryWatch watch = MemoryWatch.NOBODY;
  private InstantSource databaseTime = InstantSource.fixed(Instant.EPOCH);
  private Consumer<AccountSnapshot> accounts = account -> {};
  long epoch = 0;
  Optional<String> holder = Optional.empty();

  public Map<CycleId, CycleEntry> cycles() {
    return cycles;
  }

  public Map<ClientOrderId, Attempt> attempts() {
    return attempts;
  }

  public Map<String, Fill> fills() {
    return fills;
  }

  public Map<IntentId, Intent> intents() {
    return intents;
  }

  public List<Denial> denials() {
    return denials;
  }

  public Map<String, LedgerTransaction> transactions() {
    return transactions;
  }

  /** The locks that stand. */
  public List<Lock> locks() {
    return locks;
  }

  /** Opens a lock unless one of the same subject, cause and key stands. */
  boolean lock(LockFinding finding, Instant since) {
    if (locks.stream().anyMatch(lock -> lock.finding().isSame(finding))) {
      return false;
    }
    locksMade++;
    return locks.add(new Lock(locksMade, finding, since));
  }

  public Optional<String> holder() {
    return holder;
  }

  public CycleEntry cycle(CycleId id) {
    CycleEntry entry = cycles.get(id);
    if (entry == null) {
      throw new IllegalStateException("no cycle " + id);
    }
    return entry;
  }

  Result<DecisionInputs> inputs(CycleId id) {
    return cycle(id)
        .inputs()
        .map(Result::ok)
        .orElseGet(() -> Result.refused(RefusalReason.INVALID_INPUT, id + " has no inputs"));
  }

  /** The cycle begun last that has a plan, other than one. */
  Optional<CycleId> lastPlanned(CycleId except) {
    return cycles.reversed().entrySet().stream()
        .filter(entry -> entry.getValue().documents.containsKey("plan"))
        .map(Map.Entry::getKey)
        .filter(id -> !id.equals(except))
        .findFirst();
  }

  /** Enters an execution and what it adds to its order. */
  void enter(String key, Fill fill) {
    fills.put(key, fill);
    newestTrades.put(fill.instrument(), fill.tradeId());
    venueOrders.count(fill, fill.lastQty());
    watch.onBooked(fill);
  }

  /** Books a transaction; false if one of its kind and reference is there. */
  boolean book(LedgerTransaction transaction) {
    if (transactions.containsKey(transaction.name())) {
      return false;
    }
    ledger.add(transaction, transactions);
    transactions.put(transaction.name(), transaction);
    if (transaction.reference().startsWith("balance-trade/")) {
      balanceTrades.add(transaction);
    }
    watch.onBooked(transaction);
    return true;
  }

  /** Stores what was said of a flow, under the rules of the database. */
  boolean classify(long number, FlowEntry.Classification said) {
    for (int i = 0; i < flows.size(); i++) {
      FlowEntry entry = flows.get(i);
      if (entry.number() == number && entry.isOpen()) {
        MemoryOrders.require(
            !entry.raisesRisk() || !said.approver().isEmpty(),
            "money is let in by two: flow " + number + " needs a second person");
        MemoryOrders.require(
            !said.approver().equals(said.author()), "flow " + number + ": approved by its author");
        flows.set(i, new FlowEntry(number, entry.flow(), Optional.of(said)));
        return true;
      }
    }
    return false;
  }

  /** The booked executions of an instrument. */
  Stream<Fill> fillsOf(InstrumentId instrument) {
    return fills.values().stream().filter(fill -> fill.instrument().equals(instrument));
  }

  Optional<TradeId> newestTrade(InstrumentId instrument) {
    return Optional.ofNullable(newestTrades.get(instrument));
  }

  /** The clock of the database; without one its time stands still. */
  public void keepTimeBy(InstantSource clock) {
    databaseTime = clock;
  }

  Instant databaseNow() {
    return databaseTime.instant();
  }

  /** What was done by whom, in words. */
  public List<String> audit() {
    return audit;
  }

  /** Tells somebody of everything that is written. */
  void watchedBy(MemoryWatch watcher) {
    watch = watcher;
  }

  MemoryWatch watch() {
    return watch;
  }

  /** Enters a new attempt, or one with a new state. */
  void put(Attempt attempt) {
    ClientOrderId id = attempt.ticket().clientOrderId();
    attempts.put(id, attempt);
    venueOrders.found(attempt);
    if (attempt.state().isTerminal()) {
      open.remove(id);
    } else {
      open.put(id, attempt);
    }
  }

  /** The attempts that are not terminal, oldest first. */
  Collection<Attempt> open() {
    return open.values();
  }

  /** The attempt to which an order of the venue, as 'instrument/id', belongs. */
  Optional<Attempt> ofVenueOrder(String venueOrder) {
    return venueOrders.attempt(venueOrder).map(attempts::get);
  }

  MemoryLedger ledger() {
    return ledger;
  }

  /** Tells somebody of every account that a decision is made from. */
  void onAccountKept(Consumer<AccountSnapshot> listener) {
    accounts = listener;
  }

  void accountKept(AccountSnapshot account) {
    accounts.accept(account);
  }

  /** What the ledger says is owned. */
  LedgerBalances balances() {
    return ledger.balances(transactions);
  }

  /** What is held now, to be put back by a transaction that fails. */
  public MemorySnapshot snapshot() {
    MemorySnapshot snapshot = new MemorySnapshot();
    cycles.values().forEach(snapshot::keep);
    List.of(
            cycles,
            intents,
            attempts,
            costs.arrivals,
            costs.committedAt,
            costs.forgone,
            fills,
            transactions,
            knownSpecs,
            listings,
            corrections,
            errandEnds,
            starts.texts,
            adopted,
            adoptedEnds,
            venueOrders.booked,
            venueOrders.more,
            newestTrades)
        .forEach(snapshot::keep);
    List.of(
            locks,
            flows,
            transfers,
            denials,
            acknowledged,
            overrides,
            limits,
            starts.accepted,
            requests,
            audit,
            runRequests,
            errands,
            balanceTrades)
        .forEach(snapshot::keep);
    TradingState state = tradingState;
    Optional<String> name = nonce;
    Optional<Instant> seen = lastSeen;
    TreeMap<VenueId, VenueReach> reached = new TreeMap<>(reach);
    snapshot.keep(
        () -> {
          tradingState = state;
          nonce = name;
          lastSeen = seen;
          reach.clear();
          reach.putAll(reached);
          reindex();
        });
    return snapshot;
  }

  private void reindex() {
    open.clear();
    venueOrders.byVenueOrder.clear();
    List.copyOf(attempts.values()).forEach(this::put);
  }

  /** The newest slot of the cadence, if it was interrupted and not taken up again. */
  Optional<Instant> interruptedSlot(String strategy) {
    return cycles.values().stream()
        .filter(entry -> entry.slot.strategy().equals(strategy))
        .filter(entry -> entry.slot.occasion() == Slot.Occasion.CADENCE)
        .max(Comparator.comparing(entry -> entry.slot.dueAt()))
        .filter(entry -> entry.status == CycleStatus.FAILED)
        .map(entry -> entry.slot.dueAt())
        .filter(due -> !cycles.containsKey(Slot.resumed(strategy, due).cycleId()));
  }

  /** The newest documents of a stage, newest first. */
  <T> List<T> newestDocuments(String stage, Class<T> type, int limit) {
    List<T> newest = new ArrayList<>();
    for (CycleEntry entry : cycles.sequencedValues().reversed()) {
      Object document = entry.documents.get(stage);
      if (document != null && newest.size() < limit) {
        newest.add(type.cast(document));
      }
    }
    return newest;
  }

  List<CycleId> unfinishedCycles() {
    return cycles.values().stream()
        .filter(entry -> !entry.status.isEnded())
        .map(entry -> entry.slot.cycleId())
        .toList();
  }
}
