package org.evenkeel.core.plan.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Every book that may come about of a few whole numbers, one by one, and the figures of each: what the prover claims to
 * know at once. In millionths, so that nothing is rounded.
 */
final class EnumeratedBooks {

  static final long ONE = 1_000_000;

  /** A position with what trading it has lost, in millionths, and what was paid for it out of the margin. */
  record Point(long x, long lost, long spent) {}

  /** An instrument of value one: its venue and pot by number, a pot below zero is none; costs in percent. */
  record Thing(boolean isFuture, boolean isRisk, int venue, int pot, int low, int high, int cost) {}

  /** A leg by the number of its thing. */
  record Step(int thing, int change, boolean reduceOnly, boolean waits) {}

  /** Ratios in tenths, the maintenance rate in percent, the move in thousandths. */
  record Limits(int gross, int net, int venue, int margin, int move, int leverage, int rate) {}

  private final List<Thing> things;
  private final Limits limits;
  private final List<List<Point>> points = new ArrayList<>();
  private final List<List<Point>> last = new ArrayList<>();

  EnumeratedBooks(List<Thing> things, Limits limits) {
    this.things = things;
    this.limits = limits;
    for (Thing thing : things) {
      long lost = (long) (thing.high - thing.low) * thing.cost * ONE / 100;
      List<Point> ends = List.of(new Point(thing.low, lost, 0), new Point(thing.high, lost, 0));
      points.add(new ArrayList<>(ends));
      last.add(ends);
    }
  }

  /** The same books, to be tried with a leg. */
  EnumeratedBooks copy() {
    EnumeratedBooks copy = new EnumeratedBooks(things, limits);
    for (int i = 0; i < things.size(); i++) {
      copy.points.set(i, new ArrayList<>(points.get(i)));
      copy.last.set(i, last.get(i));
    }
    return copy;
  }

  /** All futures so far are filled; of coins nothing is sure. */
  void await() {
    for (int i = 0; i < things.size(); i++) {
      if (things.get(i).isFuture) {
        points.set(i, new ArrayList<>(last.get(i)));
      }
    }
  }

  void add(Step step) {
    Thing thing = things.get(step.thing);
    List<Point> after = new ArrayList<>();
    for (Point end : last.get(step.thing)) {
      after.add(
          new Point(
              end.x + step.change,
              end.lost + (long) Math.abs(step.change) * thing.cost * ONE / 100,
              thing.isFuture ? 0 : end.spent + step.change));
    }
    last.set(step.thing, after);
    points.get(step.thing).addAll(after);
  }

  /** The largest figure over all books, each built whole. */
  private long worst(ToLongFunction<Point[]> figure) {
    return worst(figure, new Point[things.size()], 0);
  }

  private long worst(ToLongFunction<Point[]> figure, Point[] book, int from) {
    if (from == book.length) {
      return figure.applyAsLong(book);
    }
    long worst = Long.MIN_VALUE;
    for (Point point : points.get(from)) {
      book[from] = point;
      worst = Math.max(worst, worst(figure, book, from + 1));
    }
    return worst;
  }

  long gross() {
    return worst(book -> lostOf(book, limits.gross) + sum(book, true, false));
  }

  long longs() {
    return worst(book -> lostOf(book, limits.net) + sum(book, false, false));
  }

  long shorts() {
    return worst(book -> lostOf(book, limits.net) + sum(book, false, true));
  }

  private long lostOf(Point[] book, int tenths) {
    long lost = 0;
    for (Point point : book) {
      lost += point.lost * tenths / 10;
    }
    return lost;
  }

  private long sum(Point[] book, boolean isSize, boolean isShort) {
    long sum = 0;
    for (int i = 0; i < book.length; i++) {
      long x = things.get(i).isFuture ? book[i].x * ONE : 0;
      sum += isSize ? Math.abs(x) : isShort ? -x : x;
    }
    return sum;
  }

  long venue(int venue) {
    return worst(
        book -> {
          long sum = 0;
          for (int i = 0; i < book.length; i++) {
            Thing thing = things.get(i);
            if (thing.venue == venue) {
              boolean counts = thing.isFuture || thing.isRisk;
              sum += (counts ? Math.abs(book[i].x) * ONE : 0) + book[i].lost * limits.venue / 10;
            }
          }
          return sum;
        });
  }

  /** What one thing takes of its pot: a fraction of its size, or what was paid, and what is lost. */
  private long taken(int i, Point point, long ofSize) {
    return things.get(i).isFuture ? ofSize + point.lost : point.spent * ONE + point.lost;
  }

  long initial(int pot) {
    return worst(
        book -> {
          long sum = 0;
          for (int i = 0; i < book.length; i++) {
            if (things.get(i).pot == pot) {
              sum += taken(i, book[i], Math.abs(book[i].x) * ONE / limits.leverage);
            }
          }
          return sum;
        });
  }

  long maintenance(int pot) {
    return worst(
        book -> {
          long sum = 0;
          for (int i = 0; i < book.length; i++) {
            if (things.get(i).pot == pot) {
              Point point = book[i];
              long kept = Math.abs(point.x) * limits.rate * ONE / 100;
              sum +=
                  things.get(i).isFuture
                      ? kept + point.lost * limits.margin / 10
                      : (point.spent * ONE + point.lost) * limits.margin / 10;
            }
          }
          return sum;
        });
  }

  /** What a pot needs if all its prices move by so many thousandths. */
  long allMove(int pot, int thousandths) {
    return worst(
        book -> {
          long sum = 0;
          for (int i = 0; i < book.length; i++) {
            sum += things.get(i).pot == pot ? needs(i, book[i], thousandths) : 0;
          }
          return sum;
        });
  }

  /** What it needs if any single price moves so far in either direction, or none. */
  long oneMoves(int pot, int thousandths) {
    return worst(
        book -> {
          long still = 0;
          for (int i = 0; i < book.length; i++) {
            still += things.get(i).pot == pot ? needs(i, book[i], 0) : 0;
          }
          long worst = still;
          for (int i = 0; i < book.length; i++) {
            if (things.get(i).pot == pot) {
              long others = still - needs(i, book[i], 0);
              long up = needs(i, book[i], thousandths);
              long down = needs(i, book[i], -thousandths);
              worst = Math.max(worst, others + Math.max(up, down));
            }
          }
          return worst;
        });
  }

  /** Margin at the moved price, and what the move has lost. */
  private long needs(int i, Point point, int thousandths) {
    long kept = Math.abs(point.x) * limits.rate * (1000 + thousandths) * (ONE / 100_000);
    return taken(i, point, kept - point.x * thousandths * (ONE / 1000));
  }
}
