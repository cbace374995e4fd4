package org.evenkeel.cycle;

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

/**
 * The bot's memory: every method that writes is one transaction that first checks the lease's epoch.
 *
 * <p>Writing methods throw {@link LeaseLost} if the epoch has passed on, and every method throws {@link
 * JournalUnavailable} if the database fails; neither leaves a part behind.
 */
public interface Journal {

  /** Records this start and returns the incarnation nonce, made from {@code ids} at the first start of a database. */
  String openRun(RunManifest manifest, Ids ids);

  /** The newest slot of the cadence that has a row, if any has. */
  Optional<Instant> lastDecidedSlot(String strategy);

  /** The newest slot of the cadence, if its decision was interrupted and has not been taken up again. */
  Optional<Instant> interruptedSlot(String strategy);

  /** Opens the row of a slot; false, and nothing changed, if the slot has one. */
  boolean beginCycle(Slot slot, Instant startedAt);

  /** Records a slot that is not run, with its reason; false if the slot has a row. */
  boolean skipSlot(Slot slot, Instant at, String reason);

  /** Stores everything that a decision is made from, each part under its content hash, bound to the cycle. */
  void keepInputs(CycleId cycle, DecisionInputs inputs);

  /** What a cycle was decided from; refused if it was not kept whole or cannot be read by this version. */
  Result<DecisionInputs> inputs(CycleId cycle);

  /** The cycle begun last that has a plan, other than this one. */
  Optional<CycleId> lastPlanned(CycleId except);

  /** Stores a stage's result as a document: 'estimate', 'target', 'plan', 'scoreboard', 'sizing' or 'forecast', any
   * core record. */
  void keepDocument(CycleId cycle, String stage, Object document);

  /** The documents of a stage, of the cycle begun last first. */
  <T> List<T> newestDocuments(String stage, Class<T> type, int limit);

  /** Commits the intents of a plan. */
  void commitIntents(List<Intent> intents);

  /** Ends a cycle: status, reason, statement if there is one, and wall milliseconds by stage. */
  void endCycle(
      CycleId cycle,
      Instant endedAt,
      CycleStatus status,
      String reason,
      Optional<CycleStatement> statement,
      SortedMap<String, Long> stageMillis);

  /** Cycles that were begun and not ended: what a crash leaves. */
  List<CycleId> unfinishedCycles();

  /** Commits an attempt in PENDING_NEW; a second live attempt of its intent or a used client id is an error. */
  void commitAttempt(Attempt attempt, Instant committedAt);

  /** The same with the market that it meets, in one transaction: what an order costs is measured against it. */
  void commitAttempt(Attempt attempt, Instant committedAt, Arrival arrival);

  /** Moves an attempt from the stored state to its new one and appends the event; throws if the stored one differs. */
  void advance(Attempt before, Attempt after, Instant at, String event);

  /** Every attempt that is not terminal, oldest first. */
  List<Attempt> openAttempts();

  /** The attempts of an intent, oldest first. */
  List<Attempt> attempts(IntentId intent);

  /** The attempt to which a venue order belongs, by our id. */
  Optional<Attempt> attempt(ClientOrderId id);

  /** The attempt to which a venue order of an instrument belongs, by the venue's id. */
  Optional<Attempt> attemptByVenueOrder(InstrumentId instrument, String venueOrderId);

  /** The newest booked execution of an instrument. */
  Optional<TradeId> lastTrade(InstrumentId instrument);

  /**
   * Books one execution with its ledger transaction and, in the same transaction, moves the attempt that it belongs to;
   * false, and nothing changed, if the execution was booked before.
   */
  boolean bookFill(
      Fill fill, LedgerTransaction transaction, Optional<Attempt> before, Optional<Attempt> after);

  /** Books a transaction that is not a fill; false if one of its kind and reference was booked before. */
  boolean book(LedgerTransaction transaction);

  /** The venue time of the newest funding of a venue that is booked. */
  Optional<Instant> lastIncomeTime(VenueId venue);

  /** What the ledger says we own; empty at the first start. */
  LedgerBalances ledger();

  /** The venue time of a venue's opening balances, if they are booked: no execution before it belongs to the ledger. */
  Optional<Instant> openingTime(VenueId venue);

  /** The trading state in force. */
  TradingState tradingState();

  /** Sets HALTED, unless trading is stopped already; false, and nothing changed, if it is. */
  default boolean halt(String author, String reason) {
    return restrict(TradingState.HALTED, author, reason);
  }

  /** Sets a stricter state for a safety rule; false, and nothing changed, if the one in force does not yield to it. */
  boolean restrict(TradingState to, String author, String reason);

  /** The overrides in force at an instant. */
  List<OperatorOverride> overrides(Instant at);

  /** A sign of life: the bot's clock and the wall clock of the database. */
  void heartbeat(Instant now);

  /** The newest time that the bot ever recorded, on its own clock. */
  Optional<Instant> lastSeen();

  /** What operators want of the schedule. */
  Wishes wishes();

  /**
   * Makes one transaction of everything that the work reads and writes through this journal and its ports, on this
   * thread: if it throws, nothing of it stays. The work must not wait for anything outside of the database.
   */
  <T> T together(String doing, Supplier<T> work);

  /** What two persons have agreed on. */
  Approvals approvals();

  /** The limits that operators have set. */
  LimitBook limits();

  /** What is frozen and why. */
  Locks locks();

  /** What venues have published about instruments. */
  Listings listings();

  /** The incarnation nonce of this database, as {@link #openRun} returned it. */
  String nonce();

  /** Whether an execution of an instrument is booked. */
  boolean isBooked(InstrumentId instrument, TradeId trade);

  /** The venue time of the newest booked execution of an instrument, if any is booked. */
  Optional<Instant> lastTradeTime(InstrumentId instrument);

  /** The newest booked execution of an instrument that is not later than a venue time, if there is one. */
  Optional<TradeId> lastTradeUntil(InstrumentId instrument, Instant until);

  /** Writes down that another direction works at the venue than before. */
  void keepReach(VenueReach reach);

  /** What was written down last of which direction works at the venue. */
  List<VenueReach> reach();

  /** The part that counts orders and names those not made. */
  OrderLog orderLog();

  /** Money that comes and goes, and corrections. */
  Accounting accounting();

  /** Transfers between wallets. */
  TransferRecords transferRecords();

  /** What operators send the daemon to do. */
  Errands errands();

  /** The configurations that were accepted. */
  ConfigBook configs();

  /** Orders that somebody else has sent and for which persons answer. */
  Adoptions adoptions();
}
