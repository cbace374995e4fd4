package org.evenkeel.core.plan.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.plan.ProvenFigure;
import org.evenkeel.core.plan.sequence.EnumeratedBooks.Limits;
import org.evenkeel.core.plan.sequence.EnumeratedBooks.Step;
import org.evenkeel.core.plan.sequence.EnumeratedBooks.Thing;
import org.junit.jupiter.api.Test;

/**
 * The prover's claim, 'not a bound but the maximum itself', against all books built one by one: the same verdict and the
 * same figures to the last digit, for random legs, waits, unknown orders, costs and limits.
 */
class EnumeratedBooksTest {

  private static final int[] EQUITY = {100, 60};
  private static final List<String> VENUES = List.of("binance", "okx");

  /** Legs with their limits, at random. */
  private static final class Case {
    final List<Thing> things = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();
    final Limits limits;

    Case(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      // Of a hedged book the move of one price alone is the worst, and other limits are wide.
      boolean isHedged = random.nextBoolean();
      int hedge = random.nextInt(80, 160);
      for (int i = 0; i < 3; i++) {
        int low = random.nextInt(-80, 81);
        low = isHedged && i < 2 ? (i == 0 ? hedge : -hedge) + low / 8 : low;
        int high = random.nextInt(3) == 0 ? low + random.nextInt(60) : low;
        int at = i == 2 ? 1 : 0;
        things.add(new Thing(true, true, at, at, low, high, random.nextInt(3)));
      }
      boolean isPaid = random.nextBoolean();
      int coins = random.nextInt(0, 60);
      things.add(
          new Thing(
              false, random.nextBoolean(), 0, isPaid ? 0 : -1, coins, coins, random.nextInt(3)));
      int[] sides = new int[things.size()];
      for (int i = 0; i < sides.length; i++) {
        sides[i] = random.nextBoolean() ? 1 : -1;
      }
      for (int i = 0; i < 5; i++) {
        int thing = random.nextInt(things.size());
        steps.add(
            new Step(
                thing,
                sides[thing] * random.nextInt(1, 50),
                things.get(thing).isFuture() && random.nextInt(3) == 0,
                i > 0 && random.nextInt(3) == 0));
      }
      limits =
          isHedged
              ? new Limits(90, 80, 90, 10, random.nextInt(200, 600), 10, random.nextInt(0, 12))
              : new Limits(
                  random.nextInt(10, 60),
                  random.nextInt(5, 40),
                  random.nextInt(10, 50),
                  random.nextInt(1, 11),
                  100 * random.nextInt(6),
                  new int[] {1, 2, 5, 10}[random.nextInt(4)],
                  random.nextInt(0, 12));
    }

    InstrumentId id(int thing) {
      String kind = things.get(thing).isFuture() ? "PERP" : "SPOT";
      return InstrumentId.of("C" + thing + "-USDT-" + kind + "@" + VENUES.get(venue(thing)));
    }

    int venue(int thing) {
      return things.get(thing).venue();
    }

    Result<List<ProvenFigure>> proven(List<Step> steps) {
      Steps situation = new Steps();
      situation.gross = tenths(limits.gross());
      situation.net = tenths(limits.net());
      situation.venue = tenths(limits.venue());
      situation.margin = tenths(limits.margin());
      situation.distance = BigDecimal.valueOf(limits.move(), 3).toPlainString();
      situation.leverage = limits.leverage();
      situation.table = MaintenanceTable.flat(new Ratio(BigDecimal.valueOf(limits.rate(), 2)));
      for (int i = 0; i < 2; i++) {
        situation.funds.put(Steps.pot(VENUES.get(i)), BigDecimal.valueOf(EQUITY[i]));
      }
      for (int i = 0; i < things.size(); i++) {
        Thing thing = things.get(i);
        Stake.Kind coin = thing.isRisk() ? Stake.Kind.COIN : Stake.Kind.CASH;
        situation.hold(
            id(i),
            thing.isFuture() ? Stake.Kind.FUTURE : coin,
            thing.pot() < 0 ? Optional.empty() : Optional.of(Steps.pot(VENUES.get(thing.pot()))),
            thing.low(),
            thing.high(),
            BigDecimal.valueOf(thing.cost(), 2).toPlainString());
      }
      TreeSet<Integer> waits = new TreeSet<>();
      for (int i = 0; i < steps.size(); i++) {
        Step step = steps.get(i);
        Side side = step.change() > 0 ? Side.BUY : Side.SELL;
        situation.leg(id(step.thing()), side, Math.abs(step.change()), step.reduceOnly());
        if (step.waits()) {
          waits.add(i);
        }
      }
      return situation.prover().prove(situation.legs, waits);
    }

    private static String tenths(int number) {
      return BigDecimal.valueOf(number, 1).toPlainString();
    }
  }

  /** The rows of the proof by name, with what they may be: a leg that only reduces is asked for those with a direction. */
  private static Map<String, Long> rows(EnumeratedBooks books, Case of, boolean isDirected) {
    TreeMap<String, Long> rows = new TreeMap<>();
    rows.put("long", books.longs() - of.limits.net() * 10L * EnumeratedBooks.ONE);
    rows.put("short", books.shorts() - of.limits.net() * 10L * EnumeratedBooks.ONE);
    for (int pot = 0; pot < 2; pot++) {
      long equity = EQUITY[pot] * EnumeratedBooks.ONE;
      rows.put("rise" + pot, books.allMove(pot, of.limits.move()) - equity);
      rows.put("fall" + pot, books.allMove(pot, -of.limits.move()) - equity);
      if (!isDirected) {
        rows.put("initial" + pot, books.initial(pot) - equity);
        rows.put("kept" + pot, books.maintenance(pot) - equity * of.limits.margin() / 10);
        rows.put("one" + pot, books.oneMoves(pot, of.limits.move()) - equity);
        long most = of.limits.venue() * 10L * EnumeratedBooks.ONE;
        rows.put("venue" + pot, books.venue(pot) - most);
      }
    }
    if (!isDirected) {
      rows.put("gross", books.gross() - of.limits.gross() * 10L * EnumeratedBooks.ONE);
    }
    return rows;
  }

  /** The books once a leg is sent; empty if it would break a bound or make a broken one worse. */
  private static Optional<EnumeratedBooks> after(EnumeratedBooks books, Case of, Step step) {
    EnumeratedBooks tried = books.copy();
    if (step.waits()) {
      tried.await();
    }
    Map<String, Long> before = rows(tried, of, step.reduceOnly());
    tried.add(step);
    for (var row : rows(tried, of, step.reduceOnly()).entrySet()) {
      if (row.getValue() > 0 && row.getValue() > before.getOrDefault(row.getKey(), 0L)) {
        return Optional.empty();
      }
    }
    return Optional.of(tried);
  }

  private static Map<String, Long> figures(EnumeratedBooks books) {
    TreeMap<String, Long> figures = new TreeMap<>();
    figures.put("GROSS_LEVERAGE portfolio", books.gross());
    figures.put("NET_LEVERAGE portfolio", Math.max(books.longs(), books.shorts()));
    for (int i = 0; i < 2; i++) {
      String pot = Steps.pot(VENUES.get(i)).toString();
      figures.put("VENUE_EXPOSURE " + VENUES.get(i), books.venue(i));
      figures.put("INITIAL_MARGIN " + pot, books.initial(i));
      figures.put("MARGIN_RATIO " + pot, books.maintenance(i));
      figures.put("LIQUIDATION_DISTANCE " + pot, (long) distance(books, i));
    }
    return figures;
  }

  /** The largest move in thousandths that every book survives. */
  private static int distance(EnumeratedBooks books, int pot) {
    int survives = 0;
    int breaks = 1000;
    while (breaks - survives > 1) {
      int middle = (survives + breaks) / 2;
      long need =
          Math.max(
              Math.max(books.allMove(pot, middle), books.allMove(pot, -middle)),
              books.oneMoves(pot, middle));
      if (need <= EQUITY[pot] * EnumeratedBooks.ONE) {
        survives = middle;
      } else {
        breaks = middle;
      }
    }
    return survives;
  }

  /** The worst of a figure over all prefixes, and the leg after which it came about first. */
  private static String worst(List<Map<String, Long>> seen, ProvenFigure of) {
    String name = of.kind() + " " + of.where();
    boolean isDistance = of.kind() == ProvenFigure.Kind.LIQUIDATION_DISTANCE;
    int at = 0;
    for (int i = 1; i < seen.size(); i++) {
      long now = seen.get(i).getOrDefault(name, 0L);
      long worst = seen.get(at).getOrDefault(name, 0L);
      at = isDistance ? (now < worst ? i : at) : (now > worst ? i : at);
    }
    long worst = seen.get(at).getOrDefault(name, 0L);
    if (isDistance) {
      return name + " " + BigDecimal.valueOf(worst, 3).stripTrailingZeros().toPlainString();
    }
    int whole = name.contains("MARGIN") ? EQUITY[of.where().contains("okx") ? 1 : 0] : 100;
    BigDecimal share =
        BigDecimal.valueOf(Math.max(0, worst), 6)
            .divide(BigDecimal.valueOf(whole), 6, RoundingMode.CEILING);
    return name + " " + share.stripTrailingZeros().toPlainString() + " after " + (at - 1);
  }

  private static String told(ProvenFigure figure) {
    String worst = figure.worst().stripTrailingZeros().toPlainString();
    return figure.kind()
        + " "
        + figure.where()
        + " "
        + worst
        + (figure.kind() == ProvenFigure.Kind.LIQUIDATION_DISTANCE
            ? ""
            : " after " + figure.after());
  }

  @Test
  void the_worst_that_is_proven_is_the_worst_of_all_books_built_one_by_one() {
    int safe = 0;
    int unsafe = 0;
    for (long seed = 0; seed < 100; seed++) {
      Case each = new Case(seed);
      EnumeratedBooks books = new EnumeratedBooks(each.things, each.limits);
      List<Map<String, Long>> seen = new ArrayList<>(List.of(figures(books)));
      List<Step> sent = new ArrayList<>();
      for (Step step : each.steps) {
        Optional<EnumeratedBooks> next = after(books, each, step);
        sent.add(step);
        boolean isProven = each.proven(sent) instanceof Result.Ok;
        assertThat(isProven).as("seed " + seed + ", " + sent).isEqualTo(next.isPresent());
        if (next.isPresent()) {
          books = next.get();
          seen.add(figures(books));
          safe++;
        } else {
          sent.removeLast();
          unsafe++;
        }
      }
      for (ProvenFigure figure : each.proven(sent).orThrow()) {
        assertThat(told(figure)).as("seed " + seed).isEqualTo(worst(seen, figure));
      }
    }
    assertThat(safe).isGreaterThan(200);
    assertThat(unsafe).isGreaterThan(60);
  }

  /** A tenth is kept of every position and a price may move by half: alone 150 need 15 and 67.5, beside 14 of the others. */
  @Test
  void the_move_of_one_price_is_asked_of_the_book_that_a_leg_waits_for() {
    Steps steps = new Steps();
    steps.table = MaintenanceTable.flat(Ratio.of("0.1"));
    steps.distance = "0.5";
    steps.hold("BTC", 100, 100).hold("ETH", -100, -100).hold("SOL", 0, 0);
    steps.reduce("BTC", -60).buy("SOL", 150);
    assertThat(steps.isProven()).as("20 of the others").isFalse();
    assertThat(steps.isProven(1)).isTrue();
    steps.buy("SOL", 10);
    assertThat(steps.isProven(1)).as("14, and 88 of 160").isFalse();
  }

  /** Before the sale a fall of the first alone would need 92 of 80; once it is filled, nothing of that is left. */
  @Test
  void what_a_move_of_the_past_would_have_needed_holds_back_nothing_that_waits() {
    Steps steps = new Steps();
    steps.funds.put(Steps.pot(Steps.HERE), BigDecimal.valueOf(80));
    steps.table = MaintenanceTable.flat(Ratio.of("0.1"));
    steps.distance = "0.5";
    steps.hold("BTC", 160, 160).hold("ETH", -40, -40).hold("SOL", 0, 0);
    steps.reduce("BTC", -140).buy("SOL", 120);
    assertThat(steps.isProven()).isFalse();
    assertThat(steps.isProven(1)).isTrue();
  }
}
