package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.calendar.FixedCadence;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.cycle.Strategy;

/**
 * The time to flat: a book of many positions is flattened at a venue of which every fifth answer is wrong or missing.
 *
 * <p>A fifth of the readings is not answered; of the orders a twenty-fifth each is lost before the venue, arrives late,
 * loses its answer, gets a code that says nothing, or is refused; a tenth of those that arrive is filled in part and a
 * tenth not at all; a fifth of the executions and of the orders becomes visible late.
 */
public final class FlattenDrill {

  private static final Instant START = Instant.parse("2026-01-31T10:30:00Z");
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final int MOST_BEATS = 200;
  private static final double FAULTS = 0.2;
  private static final double SLICES_OF_A_POSITION = 2.5;

  private FlattenDrill() {}

  /**
   * How one flatten went.
   *
   * @param flatAfter from the order to flatten until the venue held nothing
   * @param provedAfter until no order's fate was open and the venue read flat after that
   * @param callsToFlat calls of the venue until it held nothing
   * @param callsToProof calls of the venue in all
   * @param orders orders sent
   * @param bound the most that one pass may send
   */
  public record Run(
      Duration flatAfter,
      Duration provedAfter,
      int callsToFlat,
      int callsToProof,
      int orders,
      int bound,
      List<DrillBook.Taken> taken) {}

  /** Flattens a book of so many instruments, decided by the seed alone. */
  public static Run run(long seed, int instruments, boolean withFaults) {
    List<InstrumentSpec> specs = specs(instruments);
    return new Drill(seed, specs, SimMarket.STRATEGY.limits(), Optional.empty(), withFaults).run();
  }

  /** Flattens a book that is given, decided by the seed alone. */
  public static Run run(long seed, DrillBook book, boolean withFaults) {
    return new Drill(seed, book.specs(), book.limits(), Optional.of(book), withFaults).run();
  }

  private static Profile faults() {
    TreeMap<Fault, Double> chances = new TreeMap<>();
    for (Fault ofAnOrder :
        List.of(
            Fault.NEVER_ARRIVES,
            Fault.LATE_ARRIVAL,
            Fault.LOST_ACK,
            Fault.AMBIGUOUS_CODE,
            Fault.DEFINITIVE_REJECT)) {
      chances.put(ofAnOrder, FAULTS / 5);
    }
    chances.put(Fault.MISSED_FILL, FAULTS / 2);
    chances.put(Fault.PARTIAL_FILL, FAULTS / 2);
    for (Fault ofAView :
        List.of(Fault.READ_FAILS, Fault.ORDER_LAG, Fault.STATUS_LAG, Fault.FILL_LAG)) {
      chances.put(ofAView, FAULTS);
    }
    return new Profile("every fifth", chances);
  }

  private static final class Drill {
    private final List<InstrumentSpec> specs;
    private final Optional<DrillBook> book;
    private final Strategy strategy;
    private final Memory memory = new Memory();
    private final Boundaries boundaries = new Boundaries();
    private final VirtualClock clock = new VirtualClock(START);
    private final RecordingAlerts alerts = new RecordingAlerts();
    private final SplittableRandom random;
    private final SimFaults faults;
    private final Profile during;
    private final SimVenue venue;
    private final SimBot bot;
    private int calls = 0;
    private Optional<Instant> flatAt = Optional.empty();
    private int callsToFlat = 0;

    Drill(
        long seed,
        List<InstrumentSpec> specs,
        Limits limits,
        Optional<DrillBook> book,
        boolean withFaults) {
      SplittableRandom root = new SplittableRandom(seed);
      this.specs = specs;
      this.book = book;
      this.strategy = strategy(specs, limits);
      this.faults = new SimFaults(Profile.calm(), memory, new Coverage(), root.split());
      this.during = withFaults ? faults() : Profile.calm();
      this.venue =
          new SimVenue(
              clock,
              boundaries,
              faults,
              VenueTerms.USUAL,
              root.split(),
              specs,
              book.map(DrillBook::prices).orElseGet(() -> specs.stream().map(s -> "100").toList()));
      // Before the books open: money that came later would have to be explained first.
      book.ifPresent(
          each -> venue.truth().deposit(SimMarket.FUTURES, "USDT", each.gross().toPlainString()));
      this.random = root.split();
      this.bot =
          SimBot.start(
              new SimBot.Identity(1, "4f7q"),
              memory,
              boundaries,
              venue,
              clock,
              clock,
              alerts,
              strategy,
              Wiring.DIRECT);
    }

    /** Long and short positions of several slices each, which the bot knows as somebody else's trades. */
    private void invest() {
      if (book.isPresent()) {
        for (DrillBook.Entry entry : book.get().entries()) {
          hold(
              entry.spec(),
              entry.quantity().value().signum() > 0 ? Side.BUY : Side.SELL,
              entry.quantity().abs());
        }
        return;
      }
      BigDecimal most = strategy.limits().maxOrderNotional();
      for (InstrumentSpec spec : specs) {
        BigDecimal worth =
            most.multiply(BigDecimal.valueOf(random.nextDouble() * SLICES_OF_A_POSITION));
        Contracts quantity = new Contracts(worth.movePointLeft(2).setScale(3, RoundingMode.UP));
        hold(spec, random.nextBoolean() ? Side.BUY : Side.SELL, quantity);
      }
    }

    private void hold(InstrumentSpec spec, Side side, Contracts quantity) {
      venue.truth().execute(spec.id(), venue.truth().nextOrderId(), side, quantity, clock.now());
    }

    Run run() {
      beatUntil(() -> bot.daemon().isReady());
      invest();
      bot.daemon().onReconcile();
      int bound = FlattenBound.of(venue.truth(), strategy, specs);
      new MemoryControls(memory).setTradingState(TradingState.FLATTENING, "drill", "drill");
      faults.become(during);
      Instant ordered = clock.now();
      int before = venue.orders().size();
      int filled = venue.truth().fills.size();
      boundaries.listen(this::heard);
      beatUntil(() -> memory.tradingState == TradingState.HALTED);
      return new Run(
          Duration.between(ordered, flatAt.orElseThrow()),
          Duration.between(ordered, clock.now()),
          callsToFlat,
          calls,
          venue.orders().size() - before,
          bound,
          book.map(each -> each.taken(sent(before), fills(filled))).orElse(List.of()));
    }

    private List<SimOrder> sent(int before) {
      return venue.orders().values().stream().skip(before).toList();
    }

    private List<Fill> fills(int before) {
      return venue.truth().fills.stream().skip(before).toList();
    }

    private void heard(String call) {
      if (Boundaries.isOfTheVenue(call)) {
        if (!FlattenBound.left(venue.truth(), strategy).isEmpty()) {
          flatAt = Optional.empty();
        } else if (flatAt.isEmpty()) {
          flatAt = Optional.of(clock.now());
          callsToFlat = calls;
        }
        calls++;
      }
    }

    private void beatUntil(BooleanSupplier isDone) {
      for (int i = 0; !isDone.getAsBoolean(); i++) {
        if (i > MOST_BEATS) {
          throw new IllegalStateException(
              "not within "
                  + MOST_BEATS
                  + " heartbeats: flatten="
                  + memory.attempts.values().stream().filter(a -> !a.state().isTerminal()).toList()
                  + alerts.raised());
        }
        bot.daemon().onHeartbeat();
        if (!isDone.getAsBoolean()) {
          clock.sleep(HEARTBEAT);
        }
      }
    }
  }

  private static List<InstrumentSpec> specs(int count) {
    List<InstrumentSpec> specs = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      Currency coin = Currency.of(String.format(Locale.ROOT, "C%02d", i));
      specs.add(
          new InstrumentSpec(
              new Instrument.LinearPerpetual(coin, SimMarket.USDT, SimMarket.VENUE),
              new BigDecimal("0.01"),
              new BigDecimal("0.001"),
              new BigDecimal("0.001"),
              new BigDecimal("100000000"),
              new BigDecimal("5"),
              BigDecimal.ONE,
              true));
    }
    return List.copyOf(specs);
  }

  private static Strategy strategy(List<InstrumentSpec> specs, Limits limits) {
    Strategy usual = SimMarket.STRATEGY;
    List<Sleeve> sleeves =
        specs.stream()
            .map(
                spec ->
                    new Sleeve(
                        SleeveId.of(spec.instrument().base().value().toLowerCase(Locale.ROOT)),
                        SleeveClass.of("coins"),
                        BigDecimal.ONE,
                        List.of(new Leg(spec.id(), BigDecimal.ONE))))
            .toList();
    return new Strategy(
        usual.name(),
        new Universe(SimMarket.USDT, sleeves, List.of()),
        new FixedCadence(SimMarket.PERIOD),
        usual.grace(),
        usual.estimate(),
        usual.parity(),
        usual.plan(),
        limits,
        usual.execution(),
        usual.cash(),
        usual.score(),
        usual.controls());
  }
}
