package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.calendar.DueSlots;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.calendar.SlotMoves;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.CycleStatus;

/**
 * The unattended bot: answers the schedule's three bells, recovers by itself, and never does two things at once.
 *
 * <p>Whatever fails in the journal or the lease puts it back to 'not ready'; then nothing is planned or sent until the
 * lease is ours again and start-up has read the truth. The bells may ring late, twice or together: slots are counted
 * here, against the journal.
 *
 * <p>Thread-safe: work is done under one lock, the heartbeat goes on beside it.
 */
public final class Daemon {

  /** What the daemon is made of. */
  public record Parts(
      Strategy strategy,
      RunManifest manifest,
      Ids ids,
      Journal journal,
      CycleLease lease,
      StartUp startUp,
      RebalanceCycle cycle,
      Reconciler reconciler,
      KillSwitch killSwitch,
      RequestDesk requests,
      TransferDesk transfers,
      ErrandDesk errands,
      List<ReachWatch> reach,
      Clock clock,
      Alerts alerts) {}

  private final Parts parts;
  private final Runnable beforeRecovery;
  private final Consumer<CycleId> afterCycle;
  private final ReentrantLock work = new ReentrantLock();
  private final AtomicBoolean isReady = new AtomicBoolean();
  private final AtomicBoolean holdsLease = new AtomicBoolean();
  private final LockAlerts lockAlerts;
  private final AtomicReference<String> nonce = new AtomicReference<>("");
  private final AtomicReference<SlotMoves> moves = new AtomicReference<>(SlotMoves.none());

  /**
   * @param beforeRecovery brings back what the journal needs, such as an embedded server
   * @param afterCycle told of each slot whose decision has ended
   */
  public Daemon(Parts parts, Runnable beforeRecovery, Consumer<CycleId> afterCycle) {
    this.parts = parts;
    this.beforeRecovery = beforeRecovery;
    this.afterCycle = afterCycle;
    this.lockAlerts = new LockAlerts(parts.journal(), parts.alerts());
  }

  /** True if the lease is ours and start-up has succeeded since the last trouble. */
  public boolean isReady() {
    return isReady.get();
  }

  /** When the next decision is due. */
  public Instant nextSlot() {
    return moves.get().over(parts.strategy().cadence()).nextAfter(parts.clock().now());
  }

  /** The bell for decisions. */
  public void onSlot() {
    work.lock();
    try {
      guarded(this::runDueSlots);
    } finally {
      work.unlock();
    }
  }

  /** The bell for reconciliation; passes if something else is under way. */
  public void onReconcile() {
    if (work.tryLock()) {
      try {
        guarded(this::reconcile);
      } finally {
        work.unlock();
      }
    }
  }

  /** The bell for signs of life: keeps the lease, recovers, sees to halts and wishes of the operator. */
  public void onHeartbeat() {
    try {
      // Kept during recovery too, which may take longer than the lease lives.
      if (holdsLease.get()) {
        parts.lease().renew();
      }
      if (isReady.get()) {
        parts.journal().heartbeat(parts.clock().now());
      }
    } catch (RuntimeException trouble) {
      lose(trouble);
    }
    if (work.tryLock()) {
      try {
        guarded(this::attend);
      } finally {
        work.unlock();
      }
    }
  }

  /** Ends the work in order: waits for what is under way and gives the lease back. */
  public void stop() {
    work.lock();
    try {
      if (isReady.getAndSet(false)) {
        // Held, so that a compressed clock does not outrun the request.
        try (Clock.Hold held = parts.clock().hold()) {
          parts.killSwitch().rest();
        }
      }
      if (holdsLease.getAndSet(false)) {
        parts.lease().release();
      }
    } catch (JournalUnavailable trouble) {
      parts.alerts().note("stop", "the lease could not be given back and will expire: " + trouble);
    } finally {
      work.unlock();
    }
  }

  /** The clock is held only by the one that leads: a compressed market must not stand still for those that wait. */
  private void guarded(Runnable duty) {
    try {
      if (isReady.get() && parts.killSwitch().hasMail()) {
        isReady.set(false);
      }
      if (isReady.get() || leads()) {
        try (Clock.Hold held = parts.clock().hold()) {
          if (isReady.get() || recover()) {
            parts.reach().forEach(ReachWatch::tell);
            duty.run();
          }
          parts.reach().forEach(ReachWatch::tell);
          lockAlerts.tell();
        }
      }
    } catch (RuntimeException trouble) {
      lose(trouble);
    }
  }

  /** A defect is treated like a lost journal: the cycle that it struck is closed, and the truth is read again. */
  private void lose(RuntimeException trouble) {
    isReady.set(false);
    switch (trouble) {
      case LeaseLost lost -> {
        holdsLease.set(false);
        parts.alerts().raise("journal", lost.getMessage() + "; nothing is sent until it is back");
      }
      case JournalUnavailable gone ->
          parts.alerts().raise("journal", gone.getMessage() + "; nothing is sent until it is back");
      default -> parts.alerts().raise("defect", trouble + " at " + place(trouble));
    }
  }

  private static String place(RuntimeException defect) {
    StackTraceElement[] trace = defect.getStackTrace();
    return trace.length == 0 ? "an unknown place" : trace[0].toString();
  }

  private boolean leads() {
    beforeRecovery.run();
    if (!parts.lease().tryAcquire()) {
      parts.alerts().raise("lease", "another process leads; waiting for its lease to end");
      return false;
    }
    holdsLease.set(true);
    parts.alerts().clear("lease");
    return true;
  }

  private boolean recover() {
    if (nonce.get().isEmpty()) {
      nonce.set(parts.journal().openRun(parts.manifest(), parts.ids()));
    }
    switch (parts.killSwitch().takeIn().then(taken -> parts.startUp().run(nonce.get()))) {
      case Result.Ok<AccountSnapshot> ok -> {
        isReady.set(true);
        parts.killSwitch().announce();
        parts.alerts().note("ready", "start-up is complete; due slots are decided from here on");
        parts.alerts().clear("start-up");
        parts.alerts().clear("journal");
        parts.journal().heartbeat(parts.clock().now());
      }
      case Result.Refused<AccountSnapshot> refused ->
          parts.alerts().raise("start-up", "not ready to trade: " + refused.refusal());
    }
    return isReady.get();
  }

  private void runDueSlots() {
    Strategy strategy = parts.strategy();
    Journal journal = parts.journal();
    Instant now = parts.clock().now();
    Instant last = journal.lastDecidedSlot(strategy.name()).orElse(parts.manifest().startedAt());
    moves.set(journal.wishes().moves());
    DueSlots due = DueSlots.at(now, last, moves.get().over(strategy.cadence()), strategy.grace());
    for (Instant missed : due.missed()) {
      skip(missed, Refusal.of(RefusalReason.SLOT_TOO_LATE, "noticed at " + now));
    }
    due.toRun()
        .ifPresent(
            slot -> {
              TradingState state = journal.tradingState();
              Optional<String> order = journal.wishes().slotToSkip(slot);
              if (order.isPresent()) {
                skip(slot, Refusal.of(RefusalReason.OVERRIDE, "skipped by " + order.get()));
              } else if (state.runsCycles()) {
                run(Slot.scheduled(strategy.name(), slot));
              } else {
                skip(
                    slot, Refusal.of(RefusalReason.TRADING_STATE, "the trading state is " + state));
              }
            });
    journal
        .interruptedSlot(strategy.name())
        .filter(slot -> !now.isAfter(slot.plus(strategy.grace())))
        .filter(slot -> journal.tradingState().runsCycles())
        .ifPresent(slot -> run(Slot.resumed(strategy.name(), slot)));
  }

  private void skip(Instant dueAt, Refusal refusal) {
    Slot slot = Slot.scheduled(parts.strategy().name(), dueAt);
    if (parts.journal().skipSlot(slot, parts.clock().now(), refusal.toString())) {
      parts.alerts().note("slot-skipped", slot.cycleId() + ": " + refusal);
      afterCycle.accept(slot.cycleId());
    }
  }

  private void run(Slot slot) {
    run(slot, RunWish.none());
  }

  private void run(Slot slot, RunWish wish) {
    parts.killSwitch().keepDeadMan();
    Optional<RebalanceCycle.Ended> ended = parts.cycle().run(slot, nonce.get(), wish);
    if (ended.isEmpty()) {
      parts.alerts().note("slot-repeated", slot.cycleId() + " has its decision already");
    }
    ended.ifPresent(
        end -> {
          tell(slot, end);
          afterCycle.accept(slot.cycleId());
        });
  }

  /** A decision that could not be made is news until one is made again. */
  private void tell(Slot slot, RebalanceCycle.Ended end) {
    if (end.status() == CycleStatus.HELD) {
      parts
          .alerts()
          .raise(
              "decision",
              slot.cycleId()
                  + " traded nothing, what is held stays by the last good targets: "
                  + end.reason());
    } else {
      parts.alerts().clear("decision");
    }
  }

  private Result<AccountSnapshot> reconcile() {
    Result<AccountSnapshot> reconciled =
        parts.reconciler().reconcile(nonce.get(), Reconciler.Depth.FULL);
    switch (reconciled) {
      case Result.Ok<AccountSnapshot> ok -> parts.alerts().clear("reconcile");
      case Result.Refused<AccountSnapshot> refused ->
          parts.alerts().raise("reconcile", "cannot compare with the venue: " + refused.refusal());
    }
    return reconciled;
  }

  private void attend() {
    parts.requests().carryOut();
    TradingState state = parts.journal().tradingState();
    parts.killSwitch().keepDeadMan();
    parts.killSwitch().obey(state, nonce.get());
    parts.errands().attend(this::reconcile);
    parts.transfers().attend();
    if (state != TradingState.HALTED) {
      parts.alerts().clear(RestartBudget.SUBJECT);
    }
    // A slot may have passed while nobody could hear its bell.
    runDueSlots();
    Instant now = parts.clock().now();
    if (state.runsCycles()) {
      parts
          .journal()
          .wishes()
          .take(now)
          .ifPresent(wish -> run(RebalanceCycle.slotNow(parts.strategy().name(), now), wish));
    }
  }
}
