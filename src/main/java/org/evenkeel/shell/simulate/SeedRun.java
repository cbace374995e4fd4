package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.cycle.Daemon;
import org.evenkeel.cycle.JournalUnavailable;

/**
 * One run: some hours in which things go wrong, then some in which nothing does.
 *
 * <p>In the first part nothing bad may happen; in the second everything must become well again. The seed decides it all,
 * with a stream of randomness of its own for each part of the world.
 */
final class SeedRun {

  private static final Instant START = Instant.parse("2026-01-31T10:30:00Z");
  private static final String NONCE = "4f7q";
  private static final int CALLS_OF_A_BELL = 160;
  private static final int FLATTEN_EVERY = 3;
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final long seed;
  private final Profile profile;
  private final Wiring wiring;
  private final Coverage coverage = new Coverage();
  private final Trace trace;
  private final Memory memory = new Memory();
  private final Boundaries boundaries = new Boundaries();
  private final RecordingAlerts alerts = new RecordingAlerts();
  private final VirtualClock clock = new VirtualClock(START);
  private final SplittableRandom schedule;
  private final SimFaults faults;
  private final SimVenue venue;
  private final Checker checker;
  private final SimOperator operator;
  private SimBot bot;
  private long processes = 0;
  private boolean hasDied = false;
  private boolean wasRestored = false;
  private Optional<MemorySnapshot> backup = Optional.empty();
  private Optional<Rival> rival = Optional.empty();

  private SeedRun(long seed, Profile profile, Wiring wiring, boolean keepsLines) {
    SplittableRandom root = new SplittableRandom(seed);
    this.seed = seed;
    this.profile = profile;
    this.wiring = wiring;
    this.trace = new Trace(keepsLines);
    this.schedule = root.split();
    this.faults = new SimFaults(profile, memory, coverage, root.split());
    this.venue =
        new SimVenue(clock, boundaries, faults, VenueTerms.drawn(root.split()), root.split());
    this.checker = new Checker(memory, venue, alerts, coverage);
    this.operator = new SimOperator(memory, venue, checker, clock, root.split());
    memory.keepTimeBy(clock::now);
    boundaries.listen(name -> trace.add(clock.now().toEpochMilli() - START.toEpochMilli(), name));
    boundaries.afterEachStep(checker::afterStep);
    memory.isThorough = false;
    this.bot = start();
  }

  static SeedResult run(long seed, Profile profile, Wiring wiring, boolean keepsLines) {
    return new SeedRun(seed, profile, wiring, keepsLines).result();
  }

  private SeedResult result() {
    Optional<Violation> violation = Optional.empty();
    try {
      stormy();
      calm();
    } catch (RuntimeException broken) {
      // Of the simulation itself, since the bot answers for its own; told like the rest, so that
      // the seed is known.
      violation =
          Optional.of(new Violation("simulation", broken + " at " + broken.getStackTrace()[0]));
    } catch (Violation found) {
      violation = Optional.of(found);
      trace.add(
          clock.now().toEpochMilli() - START.toEpochMilli(),
          found.invariant() + " " + found.detail());
    }
    return new SeedResult(
        seed,
        profile,
        trace.hash(),
        boundaries.count(),
        venue.orders().size(),
        violation,
        coverage,
        trace.lines());
  }

  private SimBot start() {
    MemoryLease.expire(memory);
    processes++;
    alerts.restart();
    checker.leadership().speaks(processes);
    return SimBot.start(
        new SimBot.Identity(processes, NONCE),
        memory,
        boundaries,
        venue,
        new HostClock(clock, faults),
        clock,
        alerts,
        wiring.strategy(),
        wiring);
  }

  private void stormy() {
    int slots = Math.min(profile.slots(), 2 + schedule.nextInt(Profile.ALL_SLOTS - 1));
    ring(Daemon::onHeartbeat);
    for (int i = 0; i < slots; i++) {
      clock.advanceTo(nextSlot());
      if (!memory.transactions.isEmpty() && (backup.isEmpty() || schedule.nextBoolean())) {
        backup = Optional.of(memory.snapshot());
      }
      if (!faults.strikes(Fault.MISSED_BELL)) {
        ring(Daemon::onSlot);
      }
      if (faults.strikes(Fault.DOUBLE_BELL)) {
        ring(Daemon::onSlot);
      }
      int pauses = 1 + schedule.nextInt(4);
      for (int k = 0; k < pauses; k++) {
        clock.sleep(Duration.ofSeconds(5 + schedule.nextInt(400)));
        disturb();
        if (faults.strikes(Fault.OUTAGE)) {
          outage();
        }
        if (faults.strikes(Fault.RESTORED)) {
          restore();
        }
        if (faults.strikes(Fault.RIVAL)) {
          rivalry();
        }
        ring(schedule.nextBoolean() ? Daemon::onHeartbeat : Daemon::onReconcile);
      }
    }
  }

  private Instant nextSlot() {
    long period = SimMarket.PERIOD.toMillis();
    long millis = clock.now().toEpochMilli();
    return Instant.ofEpochMilli((millis / period + 1) * period).plusMillis(schedule.nextInt(3000));
  }

  /** What happens between the bells. */
  private void disturb() {
    if (faults.strikes(Fault.OPERATOR)) {
      operator.act();
    }
    if (faults.strikes(Fault.MANUAL_TRADE)) {
      operator.trade();
    }
    if (faults.strikes(Fault.FUNDING)) {
      operator.fund();
    }
    if (faults.strikes(Fault.CASH_FLOW)) {
      operator.moveMoney();
    }
    if (faults.strikes(Fault.PRICE_GAP)) {
      operator.movePrices(new BigDecimal("0.3"));
    } else {
      operator.movePrices(new BigDecimal("0.03"));
    }
    if (faults.strikes(Fault.GHOST_POSITION)) {
      venue.mood().haunt(Duration.ofMinutes(70));
    }
    if (faults.strikes(Fault.FROZEN_FEED)) {
      venue.mood().freeze(Duration.ofMinutes(5 + schedule.nextInt(90)));
    }
    if (faults.strikes(Fault.BAN)) {
      venue.mood().ban(Duration.ofSeconds(20 + schedule.nextInt(600)));
    }
    if (faults.strikes(Fault.MAINTENANCE)) {
      venue.mood().close(Duration.ofMinutes(5 + schedule.nextInt(60)));
    }
    if (faults.strikes(Fault.CLOCK_DRIFT)) {
      faults.drift();
    }
    if (faults.strikes(Fault.CLOCK_JUMP)) {
      faults.jump();
    }
  }

  /** The host is off for hours; what is started then knows only what was written. */
  private void outage() {
    clock.sleep(Duration.ofMinutes(20 + schedule.nextInt(1200)));
    operator.movePrices(new BigDecimal("0.1"));
    bot = start();
  }

  /** The database is put back as it was some time ago, while the venue has gone on. */
  private void restore() {
    backup.ifPresent(MemorySnapshot::restore);
    checker.restored();
    wasRestored = true;
    bot = start();
  }

  /** Somebody runs another deployment for a moment. */
  private void rivalry() {
    Rival other = rival.orElseGet(() -> new Rival(venue, clock, clock));
    rival = Optional.of(other);
    other.act();
  }

  /** Rings a bell, with whatever the profile has in store for it. */
  private void ring(Consumer<Daemon> bell) {
    prepare();
    try {
      checker.leadership().speaks(bot.number());
      bell.accept(bot.daemon());
    } catch (SimCrash death) {
      trace.add(clock.now().toEpochMilli() - START.toEpochMilli(), "died " + death.getMessage());
      clock.sleep(Duration.ofSeconds(1 + schedule.nextInt(90)));
      boundaries.disarm();
      hasDied = true;
      bot = start();
    }
    hasDied = hasDied || alerts.raised().containsKey("journal");
    boundaries.disarm();
    boundaries.setDown(false);
    checker.afterBell();
  }

  private void prepare() {
    int call = 1 + schedule.nextInt(CALLS_OF_A_BELL);
    Boundaries.Moment moment =
        schedule.nextBoolean() ? Boundaries.Moment.BEFORE : Boundaries.Moment.AFTER;
    if (faults.looms(Fault.CRASH)) {
      boundaries.arm(call, moment, where -> happening(Fault.CRASH, new SimCrash(where)));
    } else if (faults.looms(Fault.JOURNAL_FAILS)) {
      boundaries.armJournal(
          call,
          Boundaries.Moment.BEFORE,
          where -> happening(Fault.JOURNAL_FAILS, unavailable(where)));
    } else if (faults.looms(Fault.COMMIT_UNKNOWN)) {
      boundaries.armJournal(
          call,
          Boundaries.Moment.AFTER,
          where -> happening(Fault.COMMIT_UNKNOWN, unavailable(where)));
    } else if (faults.strikes(Fault.JOURNAL_DOWN)) {
      boundaries.setDown(true);
    }
    int later = 1 + schedule.nextInt(CALLS_OF_A_BELL);
    if (faults.looms(Fault.TAKEOVER)) {
      boundaries.interrupt(later, this::overtake);
    } else if (faults.looms(Fault.OPERATOR_IN_CYCLE)) {
      boundaries.interrupt(
          later,
          () -> {
            faults.happened(Fault.OPERATOR_IN_CYCLE);
            operator.act();
          });
    }
  }

  private Throwable happening(Fault fault, Throwable what) {
    faults.happened(fault);
    return what;
  }

  private static JournalUnavailable unavailable(String where) {
    return new JournalUnavailable(where, new IllegalStateException("connection reset"));
  }

  /** The process stands still; another one takes the lease, recovers and works; then the first goes on. */
  private void overtake() {
    faults.happened(Fault.TAKEOVER);
    hasDied = true;
    SimBot paused = bot;
    clock.sleep(LEASE.plusSeconds(schedule.nextInt(120)));
    bot = start();
    for (int i = 0; i < 2; i++) {
      bot.daemon().onHeartbeat();
      clock.sleep(Duration.ofSeconds(10));
    }
    bot.daemon().onSlot();
    checker.leadership().leads(bot.number());
    checker.leadership().speaks(paused.number());
    // The paused one goes on from here, inside the call that it was in; it finds out at its next
    // write.
  }

  /** Faults have ended: everything must become well again, and stay so. */
  private void calm() {
    faults.end();
    venue.mood().recover();
    operator.leave();
    operator.explainMoney();
    for (int i = 0; i < 30 && !isWell(); i++) {
      operator.tidyUp();
      clock.sleep(Duration.ofSeconds(20));
      operator.explainMoney();
      ring(Daemon::onHeartbeat);
      ring(Daemon::onReconcile);
    }
    if (Liveness.isBeyondReading(memory, venue)) {
      Violation.require(
          !memory.locks.isEmpty(),
          "L3",
          () -> "executions are lost to the venue, and nothing is frozen");
    } else {
      nothing("L1", Liveness.complaints(memory, venue, bot));
      if (seed % FLATTEN_EVERY == 0) {
        flatten();
      }
      for (int i = 0; i < 2; i++) {
        clock.advanceTo(nextSlot());
        ring(Daemon::onSlot);
      }
      nothing("L2", Liveness.afterASlot(memory, venue));
    }
    nothing("L3/L4", Liveness.visible(memory, alerts));
    if (!wasRestored) {
      nothing("L5", Liveness.told(memory, alerts, hasDied));
    }
    checker.atTheEnd();
    if (memory.tradingState != TradingState.ACTIVE) {
      throw new IllegalStateException("the operator has left the bot " + memory.tradingState);
    }
  }

  private static void nothing(String invariant, List<String> complaints) {
    Violation.require(complaints.isEmpty(), invariant, () -> String.join("; ", complaints));
  }

  /** I17: without faults one pass closes everything, with no more orders than its bound. */
  private void flatten() {
    int bound = FlattenBound.of(venue.truth(), SimMarket.STRATEGY, SimMarket.SPECS);
    int before = venue.orders().size();
    operator.flatten();
    // Where something had to be canceled first, only another pass proves that nothing works any
    // more.
    for (int pass = 0; pass < 3 && memory.tradingState == TradingState.FLATTENING; pass++) {
      ring(Daemon::onHeartbeat);
    }
    int orders = venue.orders().size() - before;
    List<String> left = FlattenBound.left(venue.truth(), SimMarket.STRATEGY);
    if (!left.isEmpty() || orders > bound) {
      throw new Violation("I17", "left " + left + " after " + orders + " orders of " + bound);
    }
    // An order that a person must decide about keeps a flatten open for ever, flat or not.
    boolean isDecided =
        memory.attempts.values().stream().allMatch(attempt -> attempt.state().isTerminal());
    if (isDecided && memory.tradingState != TradingState.HALTED) {
      throw new Violation("I17", "flat, and still " + memory.tradingState);
    }
    operator.leave();
  }

  private boolean isWell() {
    return Liveness.complaints(memory, venue, bot).isEmpty();
  }
}
