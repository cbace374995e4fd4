package org.evenkeel.cycle.watch;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.policy.watch.Carried;
import org.evenkeel.core.policy.watch.CopyFindings;
import org.evenkeel.core.policy.watch.CopyGrace;
import org.evenkeel.core.policy.watch.EngineClaim;
import org.evenkeel.core.policy.watch.Margin;
import org.evenkeel.core.policy.watch.Sighting;
import org.evenkeel.core.policy.watch.WatchFigures;
import org.evenkeel.core.policy.watch.WatchLimits;
import org.evenkeel.core.policy.watch.WatchMemory;
import org.evenkeel.core.policy.watch.WatchVerdict;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.cycle.Alerts;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.JournalUnavailable;
import org.evenkeel.cycle.MarketData;

/**
 * The independent watcher: looks, judges, and at need cancels every working order and halts the engine.
 *
 * <p>It opens and increases nothing, and closes nothing either. It latches: once it has halted it only looks, until a
 * person has resumed. Without the database it cancels all the same, and tries at every look to record the halt.
 * Single-threaded.
 */
public final class Watcher {

  private static final String SUBJECT = "watch";
  private static final String RECORD = "watch-record";

  /**
   * What the watcher is told.
   *
   * @param limits what it allows
   * @param intervalSeconds how often it looks, on the wall
   * @param copyEverySeconds how often it compares executions with a second source
   * @param copyGrace how long those may differ
   */
  public record Orders(
      Universe universe,
      WatchLimits limits,
      int intervalSeconds,
      int copyEverySeconds,
      CopyGrace copyGrace) {}

  /**
   * What the watcher sees through; opened anew where the last look saw nothing.
   *
   * @param eyes the venues
   * @param market public prices
   * @param copies second sources of executions, of as many venues as have one
   */
  public record Sight(List<Eye> eyes, MarketData market, Clock clock, List<DropCopy> copies) {

    public Sight {
      eyes = List.copyOf(eyes);
      copies = List.copyOf(copies);
    }
  }

  private final Orders orders;
  private final WatchBook book;
  private final Alerts alerts;
  private final Executions executions;
  private WatchMemory memory = WatchMemory.fresh();
  private Optional<String> owedHalt = Optional.empty();
  private boolean isToCancel = false;
  private boolean wasLatched = false;
  private String lastRecorded = "";

  public Watcher(Orders orders, WatchBook book, Alerts alerts) {
    this.orders = orders;
    this.book = book;
    this.alerts = alerts;
    this.executions =
        new Executions(
            orders.universe(),
            orders.copyGrace(),
            Math.max(1, orders.copyEverySeconds() / Math.max(1, orders.intervalSeconds())),
            book);
  }

  /** One look that changes nothing anywhere, not even the record of looks. */
  public WatchLook glance(Result<Sight> sight) {
    Said said = said();
    CopyFindings copy = copy(sight, said, false);
    WatchVerdict verdict = verdict(sight, said).with(copy);
    memory = memory.after(verdict.kind());
    return shown(verdict, said, copy, "");
  }

  /** One look with everything that follows from it. */
  public WatchLook look(Result<Sight> sight) {
    Said said = said();
    forgetIfLifted(said);
    CopyFindings copy = copy(sight, said, true);
    WatchVerdict verdict = verdict(sight, said).with(copy);
    // Of an engine that has gone to rest in order nothing is to be feared: a venue that ends with
    // it is no reason to halt it.
    boolean isIdle =
        verdict.kind() == WatchVerdict.Kind.BLIND && said.isLife(EngineWord.Life.AT_REST);
    memory = isIdle ? WatchMemory.fresh() : memory.after(verdict.kind());
    String action = act(sight, said, verdict);
    tell(verdict, action);
    WatchLook look = shown(verdict, said, copy, action);
    keep(look);
    return look;
  }

  /** Whether the next look should not wait for the interval: something is to be proven, or a halt recorded. */
  public boolean isUrgent() {
    return memory.isToBeProven(orders.limits()) || isToCancel;
  }

  /** What the database says, or why it does not. */
  private record Said(Optional<EngineWord> word, String trouble) {

    boolean isLife(EngineWord.Life life) {
      return word.filter(each -> each.life() == life).isPresent();
    }

    boolean isState(TradingState state) {
      return word.filter(each -> each.state() == state).isPresent();
    }

    Optional<EngineClaim> claim() {
      return word.flatMap(EngineWord::claim);
    }

    String words() {
      return word.map(EngineWord::words).orElse(WatchLook.UNKNOWN + ", " + trouble);
    }
  }

  private Said said() {
    try {
      Said said = new Said(Optional.of(book.word()), "");
      alerts.clear(RECORD);
      return said;
    } catch (JournalUnavailable e) {
      String why = String.valueOf(e.getMessage());
      alerts.raise(RECORD, "the watcher cannot read or write the database: " + why);
      return new Said(Optional.empty(), why);
    }
  }

  /** After a person has resumed everything must be proven anew. */
  private void forgetIfLifted(Said said) {
    boolean isLatched = said.word().map(EngineWord::isLatched).orElse(wasLatched);
    if (wasLatched && !isLatched) {
      memory = WatchMemory.fresh();
      isToCancel = false;
      lastRecorded = "";
    }
    wasLatched = isLatched;
  }

  private WatchVerdict verdict(Result<Sight> sight, Said said) {
    Result<Sighting> seen =
        sight.then(
            open -> {
              try (Clock.Hold held = open.clock().hold()) {
                return lookout(open).look(said.claim());
              }
            });
    return WatchVerdict.of(orders.limits(), orders.universe(), seen, said.claim());
  }

  /** What the second sources of executions have shown; the database that is silent is told elsewhere. */
  private CopyFindings copy(Result<Sight> sight, Said said, boolean isKept) {
    if (said.word().isEmpty()) {
      return CopyFindings.none("not compared, the database does not answer");
    }
    return switch (sight) {
      case Result.Refused<Sight> refused -> CopyFindings.none("not compared, no venue answers");
      case Result.Ok<Sight> ok -> {
        try (Clock.Hold held = ok.value().clock().hold()) {
          yield executions.look(ok.value(), isKept);
        } catch (JournalUnavailable e) {
          alerts.raise(RECORD, "executions cannot be compared: " + e.getMessage());
          yield CopyFindings.none("not compared, the database does not answer");
        }
      }
    };
  }

  private Lookout lookout(Sight sight) {
    return new Lookout(orders.universe(), sight.eyes(), sight.market(), sight.clock());
  }

  private String act(Result<Sight> sight, Said said, WatchVerdict verdict) {
    if (said.isState(TradingState.FLATTENING)) {
      // It cancels and closes by itself, and ends halted; its orders must not be withdrawn.
      isToCancel = false;
      return "";
    }
    if (isToHalt(said, verdict)) {
      owedHalt =
          Optional.of(verdict.kind() + " seen " + memory.looks() + " times: " + verdict.words());
      isToCancel = true;
    }
    if (owedHalt.isEmpty() && !isToCancel) {
      return "";
    }
    // What works is withdrawn before and after the halt: before, because the database may be slow;
    // after, because the engine may have sent more until it knew.
    boolean isNew = isToCancel;
    Optional<Withdrawal.Outcome> before = isNew ? withdrawn(sight) : Optional.empty();
    String halt = halted();
    boolean isHalted = !halt.isEmpty() && owedHalt.isEmpty();
    Optional<Withdrawal.Outcome> all =
        isHalted ? withdrawn(sight).map(after -> before.map(after::after).orElse(after)) : before;
    isToCancel = all.map(outcome -> !outcome.isClear()).orElse(isToCancel);
    String canceled =
        all.map(Withdrawal.Outcome::words)
            .orElse(isNew ? "no venue answers, nothing could be canceled" : "");
    recordCanceled(canceled);
    return halt.isEmpty() || canceled.isEmpty() ? halt + canceled : halt + "; " + canceled;
  }

  private boolean isToHalt(Said said, WatchVerdict verdict) {
    boolean isLatched = said.word().map(EngineWord::isLatched).orElse(wasLatched);
    // Who halted it already has it in hand; only a breach is worse than that.
    boolean isInHand =
        said.isState(TradingState.HALTED) && verdict.kind() != WatchVerdict.Kind.BREACH;
    return memory.isProven(orders.limits()) && !isLatched && !isInHand && owedHalt.isEmpty();
  }

  private Optional<Withdrawal.Outcome> withdrawn(Result<Sight> sight) {
    return switch (sight) {
      case Result.Refused<Sight> refused -> Optional.empty();
      case Result.Ok<Sight> ok -> {
        try (Clock.Hold held = ok.value().clock().hold()) {
          yield Optional.of(new Withdrawal(lookout(ok.value()), ok.value().clock()).all());
        }
      }
    };
  }

  private void recordCanceled(String words) {
    if (words.isEmpty() || words.equals(lastRecorded)) {
      return;
    }
    try {
      book.canceled(words);
      lastRecorded = words;
    } catch (JournalUnavailable e) {
      alerts.raise(RECORD, "a cancellation cannot be recorded: " + e.getMessage());
    }
  }

  /** Records the halt that is owed; it stays owed while the database does not answer. */
  private String halted() {
    if (owedHalt.isEmpty()) {
      return "";
    }
    try {
      book.halt(owedHalt.orElseThrow());
      owedHalt = Optional.empty();
      wasLatched = true;
      return "halted the bot";
    } catch (JournalUnavailable e) {
      alerts.raise(RECORD, "the halt cannot be recorded and is tried again: " + e.getMessage());
      return "the halt waits for the database";
    }
  }

  private void tell(WatchVerdict verdict, String action) {
    if (verdict.kind() == WatchVerdict.Kind.WITHIN && action.isEmpty()) {
      alerts.clear(SUBJECT);
    } else {
      alerts.raise(
          SUBJECT,
          verdict.kind()
              + ": "
              + verdict.words()
              + (action.isEmpty() ? "" : "; " + action + ", see ops/runbook/watch.md"));
    }
  }

  private void keep(WatchLook look) {
    try {
      book.keep(look);
    } catch (JournalUnavailable e) {
      alerts.raise(RECORD, "a look cannot be recorded: " + e.getMessage());
    }
  }

  private WatchLook shown(WatchVerdict verdict, Said said, CopyFindings copy, String action) {
    Optional<WatchFigures> figures = verdict.figures();
    Optional<Carried> largest = figures.flatMap(WatchFigures::largest);
    return new WatchLook(
        verdict.kind().name(),
        verdict.words(),
        memory.looks(),
        action,
        said.words(),
        orders.intervalSeconds(),
        orders.universe().navCurrency().value(),
        figures.map(WatchFigures::nav),
        figures.map(WatchFigures::gross),
        figures.map(WatchFigures::net),
        largest.map(Carried::name),
        largest.map(Carried::worst),
        figures.flatMap(WatchFigures::tightest).flatMap(Margin::ratio).map(Ratio::value),
        copy.words());
  }
}
