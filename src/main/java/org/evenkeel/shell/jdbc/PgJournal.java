package org.evenkeel.shell.jdbc;

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
import org.evenkeel.cycle.FlattenRecords;
import org.evenkeel.cycle.Ids;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.LimitBook;
import org.evenkeel.cycle.Listings;
import org.evenkeel.cycle.Locks;
import org.evenkeel.cycle.OrderLog;
import org.evenkeel.cycle.RunManifest;
import org.evenkeel.cycle.TransferRecords;
import org.evenkeel.cycle.Wishes;

/**
 * The journal in PostgreSQL: each writing method is one transaction that begins by locking the lease.
 *
 * <p>A broken rule of the schema, such as a second live attempt, is an {@link IllegalStateException} that names the rule.
 * Times are kept to the microsecond.
 * This class is thread-safe.
 */
public final class PgJournal implements Journal {

  private final Fence fence;
  private final RunStore runs;
  private final CycleStore cycles;
  private final OrderStore orders;
  private final LedgerStore ledger;
  private final LockStore locks;
  private final ApprovalStore approvals;
  private final LimitStore limits;
  private final PgAccounting accounting;

  public PgJournal(Database database, PgLease lease) {
    this(database, lease, ApprovalProof.NOT_ASKED_FOR);
  }

  /** The same with a look at the signatures of what two persons have agreed on. */
  public PgJournal(Database database, PgLease lease, ApprovalProof proof) {
    this.fence = new Fence(database, lease);
    this.runs = new RunStore(fence);
    this.cycles = new CycleStore(fence);
    this.orders = new OrderStore(fence);
    this.ledger = new LedgerStore(fence);
    this.locks = new LockStore(fence);
    this.approvals = new ApprovalStore(fence, proof);
    this.limits = new LimitStore(fence, proof);
    this.accounting = new PgAccounting(fence);
  }

  /** The part that keeps cycles. */
  CycleStore cycles() {
    return cycles;
  }

  /** What a flatten writes, under the same lease and run. */
  public FlattenRecords flattenRecords() {
    return new PgFlattenRecords(fence);
  }

  @Override
  public String openRun(RunManifest manifest, Ids ids) {
    return runs.openRun(manifest, ids);
  }

  @Override
  public Optional<Instant> lastDecidedSlot(String strategy) {
    return cycles.lastDecidedSlot(strategy);
  }

  @Override
  public Optional<Instant> interruptedSlot(String strategy) {
    return cycles.interruptedSlot(strategy);
  }

  @Override
  public boolean beginCycle(Slot slot, Instant startedAt) {
    return cycles.begin(slot, startedAt);
  }

  @Override
  public boolean skipSlot(Slot slot, Instant at, String reason) {
    return cycles.skip(slot, at, reason);
  }

  @Override
  public void keepInputs(CycleId cycle, DecisionInputs inputs) {
    cycles.keepInputs(cycle, InputCodec.parts(inputs));
  }

  @Override
  public Result<DecisionInputs> inputs(CycleId cycle) {
    return fence.read("read the inputs of " + cycle, sql -> StoredInputs.of(sql, cycle).whole());
  }

  @Override
  public Optional<CycleId> lastPlanned(CycleId except) {
    return fence.read("read the last plan", sql -> StoredInputs.lastPlanned(sql, except));
  }

  @Override
  public void keepDocument(CycleId cycle, String stage, Object document) {
    cycles.keepDocument(cycle, stage, document);
  }

  @Override
  public <T> List<T> newestDocuments(String stage, Class<T> type, int limit) {
    return fence.read(
        "read the newest " + stage, sql -> CycleRows.documents(sql, stage, type, limit));
  }

  @Override
  public void endCycle(
      CycleId cycle,
      Instant endedAt,
      CycleStatus status,
      String reason,
      Optional<CycleStatement> statement,
      SortedMap<String, Long> stageMillis) {
    cycles.end(cycle, endedAt, status, reason, statement, stageMillis);
  }

  @Override
  public List<CycleId> unfinishedCycles() {
    return cycles.unfinished();
  }

  @Override
  public void commitIntents(List<Intent> intents) {
    orders.commitIntents(intents);
  }

  @Override
  public void commitAttempt(Attempt attempt, Instant committedAt) {
    orders.commitAttempt(attempt, committedAt);
  }

  @Override
  public void commitAttempt(Attempt attempt, Instant committedAt, Arrival arrival) {
    orders.commitAttempt(attempt, committedAt, arrival);
  }

  @Override
  public void advance(Attempt before, Attempt after, Instant at, String event) {
    orders.advance(before, after, at, event);
  }

  @Override
  public List<Attempt> openAttempts() {
    return orders.open();
  }

  @Override
  public List<Attempt> attempts(IntentId intent) {
    return orders.ofIntent(intent);
  }

  @Override
  public Optional<Attempt> attempt(ClientOrderId id) {
    return orders.byClientOrderId(id);
  }

  @Override
  public Optional<Attempt> attemptByVenueOrder(InstrumentId instrument, String venueOrderId) {
    return orders.byVenueOrder(instrument, venueOrderId);
  }

  @Override
  public boolean bookFill(
      Fill fill, LedgerTransaction transaction, Optional<Attempt> before, Optional<Attempt> after) {
    return ledger.bookFill(fill, transaction, before, after);
  }

  @Override
  public boolean book(LedgerTransaction transaction) {
    return ledger.book(transaction);
  }

  @Override
  public Optional<TradeId> lastTrade(InstrumentId instrument) {
    return ledger.lastTrade(instrument);
  }

  @Override
  public Optional<Instant> lastTradeTime(InstrumentId instrument) {
    return ledger.lastTradeTime(instrument);
  }

  @Override
  public Optional<TradeId> lastTradeUntil(InstrumentId instrument, Instant until) {
    return ledger.lastTradeUntil(instrument, until);
  }

  @Override
  public Optional<Instant> lastIncomeTime(VenueId venue) {
    return ledger.lastIncomeTime(venue);
  }

  @Override
  public LedgerBalances ledger() {
    return ledger.balances();
  }

  @Override
  public Optional<Instant> openingTime(VenueId venue) {
    return ledger.openingTime(venue);
  }

  @Override
  public TradingState tradingState() {
    return fence.read("read the trading state", sql -> OverrideRows.tradingState(sql).state());
  }

  @Override
  public boolean restrict(TradingState to, String author, String reason) {
    return fence.write(
        "restrict trading",
        (sql, stamp) -> {
          // Without the lock an operator's newer state could come between the look and the write.
          OverrideRows.holdTradingState(sql);
          boolean yields = OverrideRows.tradingState(sql).state().yieldsTo(to);
          if (yields) {
            PgControls.setTradingState(sql, to, author, reason);
          }
          return yields;
        });
  }

  @Override
  public List<OperatorOverride> overrides(Instant at) {
    return fence.read("read the overrides", sql -> OverrideRows.inForce(sql, at));
  }

  @Override
  public void heartbeat(Instant now) {
    runs.heartbeat(now);
  }

  @Override
  public Optional<Instant> lastSeen() {
    return runs.lastSeen();
  }

  @Override
  public Wishes wishes() {
    return new WishStore(fence);
  }

  @Override
  public <T> T together(String doing, Supplier<T> work) {
    return fence.together(doing, work);
  }

  @Override
  public Approvals approvals() {
    return approvals;
  }

  @Override
  public LimitBook limits() {
    return limits;
  }

  @Override
  public Locks locks() {
    return locks;
  }

  @Override
  public Listings listings() {
    return new PgListings(fence);
  }

  @Override
  public String nonce() {
    return runs.nonce();
  }

  @Override
  public boolean isBooked(InstrumentId instrument, TradeId trade) {
    return ledger.isBooked(instrument, trade);
  }

  @Override
  public void keepReach(VenueReach reach) {
    fence.write(
        "record which way works at the venue", (sql, stamp) -> ReachRows.insert(sql, stamp, reach));
  }

  @Override
  public List<VenueReach> reach() {
    return fence.read("read which way works at the venue", ReachRows::newest);
  }

  @Override
  public OrderLog orderLog() {
    return new PgOrderLog(fence);
  }

  @Override
  public Accounting accounting() {
    return accounting;
  }

  @Override
  public TransferRecords transferRecords() {
    return new TransferStore(fence);
  }

  @Override
  public Errands errands() {
    return new ErrandStore(fence);
  }

  @Override
  public ConfigBook configs() {
    return new ConfigStore(fence);
  }

  @Override
  public Adoptions adoptions() {
    return new AdoptionStore(fence);
  }
}
