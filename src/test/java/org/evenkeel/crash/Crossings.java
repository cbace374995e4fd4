package org.evenkeel.crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The numbered calls of the order path: everything that writes to the journal, and what goes out to the venue.
 *
 * <p>At one of them, before it takes effect or after it and before its answer is used, something can be made to happen.
 * Once that something was a {@link Halted}, no call goes through any more, as if the process were gone.
 * Thread-safe.
 */
public final class Crossings {

  /** Reads that change nothing anywhere; stopping between two of them is stopping before the next write. */
  private static final SortedSet<String> READS =
      new TreeSet<>(
          List.of(
              "lastDecidedSlot",
              "interruptedSlot",
              "unfinishedCycles",
              "openAttempts",
              "attempts",
              "attempt",
              "attemptByVenueOrder",
              "lastTrade",
              "lastTradeTime",
              "lastTradeUntil",
              "lastIncomeTime",
              "ledger",
              "newestDocuments",
              "openingTime",
              "locks",
              "approvals",
              "nonce",
              "isBooked",
              "orderLog",
              "accounting",
              "listings",
              "transferRecords",
              "errands",
              "adoptions",
              "limits",
              "inputs",
              "lastPlanned",
              "wishes",
              "tradingState",
              "overrides",
              "lastSeen",
              "reach",
              "capabilities",
              "venueTime",
              "account",
              "lookup",
              "openOrders",
              "fills",
              "income",
              "clientIdOf"));

  /** Whether a point lies before or after its call's effect. */
  public enum Moment {
    BEFORE,
    AFTER
  }

  /**
   * A moment between two steps of the bot.
   *
   * @param call for example 'journal.commitAttempt'
   * @param number 1 for the first call of this name
   * @param moment before or after its effect
   */
  public record Point(String call, int number, Moment moment) {

    /** Reads for example 'venue.send#2:AFTER'. */
    public static Point parse(String text) {
      String[] parts = text.split("[#:]", 3);
      return new Point(parts[0], Integer.parseInt(parts[1]), Moment.valueOf(parts[2]));
    }

    @Override
    public String toString() {
      return call + "#" + number + ":" + moment;
    }
  }

  /** The process is gone: nothing of it may catch this. */
  public static final class Halted extends Error {
    private static final long serialVersionUID = 1L;

    Halted(String where) {
      super(where);
    }
  }

  private final Optional<Point> target;
  private final Consumer<Point> event;
  private final Consumer<Point> teller;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<Point> passed = new ArrayList<>();
  private volatile boolean isHalted = false;

  private Crossings(Optional<Point> target, Consumer<Point> event, Consumer<Point> teller) {
    this.target = target;
    this.event = event;
    this.teller = teller;
  }

  /** Counts and does nothing. */
  public static Crossings counting() {
    return telling(point -> {});
  }

  /** Tells each point as it is passed. */
  public static Crossings telling(Consumer<Point> teller) {
    return new Crossings(Optional.empty(), point -> {}, teller);
  }

  /** Makes something happen at a point; it may block or throw. */
  public static Crossings at(Point point, Consumer<Point> event) {
    return new Crossings(Optional.of(point), event, passed -> {});
  }

  /** Ends the bot at a point without ending this JVM. */
  public static Crossings halting(Point point) {
    return at(
        point,
        reached -> {
          throw new Halted(reached.toString());
        });
  }

  /** Every point that was passed, in order. */
  public synchronized List<Point> passed() {
    return List.copyOf(passed);
  }

  /** Returns the port with this between. */
  public <T> T tap(Class<T> port, T real) {
    String prefix = port.getSimpleName().toLowerCase(java.util.Locale.ROOT) + ".";
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) ->
                READS.contains(method.getName())
                    ? call(real, method, arguments)
                    : cross(prefix + method.getName(), real, method, arguments)));
  }

  private Object cross(String name, Object real, Method method, Object[] arguments)
      throws Throwable {
    int number = count(name);
    pass(new Point(name, number, Moment.BEFORE));
    Object result = call(real, method, arguments);
    pass(new Point(name, number, Moment.AFTER));
    return result;
  }

  private synchronized int count(String name) {
    return counts.merge(name, 1, Integer::sum);
  }

  private void pass(Point point) {
    synchronized (this) {
      passed.add(point);
    }
    teller.accept(point);
    if (target.isPresent() && target.get().equals(point)) {
      try {
        event.accept(point);
      } catch (Halted halted) {
        isHalted = true;
        throw halted;
      }
    }
  }

  private Object call(Object real, Method method, Object[] arguments) throws Throwable {
    if (isHalted) {
      throw new Halted("after the end");
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
