package org.evenkeel.cycle;

import java.util.List;
import java.util.function.Function;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.RequestRow;

/**
 * The orders that raise risk and which the bot carries out once two persons have agreed: a trading state that adds again,
 * the early end of an override, the end of a lock by hand.
 *
 * <p>The payload says what both persons saw; if that is not so any more, nothing is done.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class RaisingOrders {

  private static final String STATE = "trading-state";
  private static final String OVERRIDE = "override-end";
  private static final String UNLOCK = "unlock";
  private static final String TO = " to ";

  private RaisingOrders() {}

  /** The request to change the trading state. */
  public static Request state(TradingState from, TradingState to) {
    return new Request(STATE, "trading state " + to, from + TO + to);
  }

  /** The request to end an override. */
  public static Request overrideEnd(OperatorOverride override) {
    return new Request(OVERRIDE, "end of override " + override.id(), text(override));
  }

  /** The request to take a lock by hand back. */
  public static Request unlock(String subject) {
    return new Request(UNLOCK, "unlock " + subject, subject);
  }

  /** What carries them out. */
  static List<RequestHandler> handlers(Journal journal, Clock clock) {
    return List.of(
        new Handler(STATE, request -> state(journal, request)),
        new Handler(OVERRIDE, request -> overrideEnd(journal, clock, request)),
        new Handler(UNLOCK, request -> unlock(journal, clock, request)));
  }

  private record Handler(String kind, Function<RequestRow, Result<RequestHandler.Work>> how)
      implements RequestHandler {
    @Override
    public Result<Work> prepare(RequestRow request) {
      return how.apply(request);
    }
  }

  private static Result<RequestHandler.Work> state(Journal journal, RequestRow request) {
    String payload = request.request().payload();
    TradingState now = journal.tradingState();
    for (TradingState to : TradingState.values()) {
      if (payload.equals(now + TO + to)) {
        return Result.ok(
            () -> {
              journal.approvals().setTradingState(request, to);
              return "the trading state is " + to;
            });
      }
    }
    return Result.refused(
        RefusalReason.APPROVAL, "the trading state is " + now + ", agreed was " + payload);
  }

  private static Result<RequestHandler.Work> overrideEnd(
      Journal journal, Clock clock, RequestRow request) {
    for (OperatorOverride override : journal.overrides(clock.now())) {
      if (text(override).equals(request.request().payload())) {
        return Result.ok(
            () -> {
              if (!journal.approvals().endOverride(request, override.id(), clock.now())) {
                throw new IllegalStateException("override " + override.id() + " is not in force");
              }
              return "override " + override.id() + " has ended";
            });
      }
    }
    return Result.refused(
        RefusalReason.APPROVAL, "not in force any more: " + request.request().payload());
  }

  private static Result<RequestHandler.Work> unlock(
      Journal journal, Clock clock, RequestRow request) {
    String subject = request.request().payload();
    boolean stands =
        journal.locks().open().stream()
            .anyMatch(
                lock ->
                    lock.finding().subject().equals(subject)
                        && lock.finding().cause() == LockCause.OPERATOR);
    return stands
        ? Result.ok(
            () -> {
              journal.approvals().unlock(request, subject, clock.now());
              return subject + " is unlocked";
            })
        : Result.refused(RefusalReason.APPROVAL, subject + " is not locked by hand");
  }

  private static String text(OperatorOverride override) {
    return override.id()
        + " "
        + override.effect()
        + " of "
        + override.scope()
        + " until "
        + override.expiresAt();
  }
}
