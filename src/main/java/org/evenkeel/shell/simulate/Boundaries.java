package org.evenkeel.shell.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenkeel.cycle.JournalUnavailable;

/** The numbered calls of a port; at one of them, before or after it takes effect, something may be thrown. */
public final class Boundaries {

  private static final Set<String> VENUE_CALLS =
      new TreeSet<>(
          List.of(
              "account",
              "bars",
              "cancel",
              "clientIdOf",
              "fills",
              "income",
              "lookup",
              "openOrders",
              "quotes",
              "send",
              "specs",
              "venueTime"));

  /** When the call fails: before it has an effect, or after it and before its answer arrives. */
  public enum Moment {
    BEFORE,
    AFTER
  }

  private final List<String> calls = new ArrayList<>();
  private int armedCall = -1;
  private Moment armedMoment = Moment.BEFORE;
  private Function<String, Throwable> thrown = SimCrash::new;
  private boolean isDown = false;
  private boolean isJournalOnly = false;
  private int interruptedCall = -1;
  private Runnable interruption = () -> {};
  private Consumer<String> listener = name -> {};
  private Runnable afterStep = () -> {};

  /** True if a call goes to the venue, not to the journal or the lease. */
  static boolean isOfTheVenue(String call) {
    return VENUE_CALLS.contains(call);
  }

  /** Throws once, at the nth call from now, counted from 1. */
  public void arm(int nth, Moment moment, Function<String, Throwable> what) {
    armedCall = calls.size() + nth;
    armedMoment = moment;
    thrown = what;
  }

  /** The same, but only a call of the journal or the lease fails: the first from the nth call on. */
  public void armJournal(int nth, Moment moment, Function<String, Throwable> what) {
    arm(nth, moment, what);
    isJournalOnly = true;
  }

  public void disarm() {
    armedCall = -1;
    isJournalOnly = false;
    interruptedCall = -1;
  }

  /** Runs something once, before the nth call from now, counted from 1: the caller stands still meanwhile. */
  public void interrupt(int nth, Runnable what) {
    interruptedCall = calls.size() + nth;
    interruption = what;
  }

  /** Tells somebody the name of every call. */
  public void listen(Consumer<String> to) {
    listener = to;
  }

  /** Looks at the world after the effect of every call. */
  void afterEachStep(Runnable look) {
    afterStep = look;
  }

  /** As long as it is down, every call fails before it has an effect. */
  public void setDown(boolean down) {
    isDown = down;
  }

  public List<String> calls() {
    return List.copyOf(calls);
  }

  public int count() {
    return calls.size();
  }

  public <T> T cross(String name, Supplier<T> call) {
    calls.add(name);
    listener.accept(name);
    if (isJournalOnly && calls.size() == armedCall && VENUE_CALLS.contains(name)) {
      armedCall++;
    }
    boolean isArmed = calls.size() == armedCall;
    if (calls.size() == interruptedCall) {
      interruption.run();
    }
    if (isDown && !VENUE_CALLS.contains(name)) {
      throw new JournalUnavailable(name + ": the database is down", new IllegalStateException());
    }
    if (isArmed && armedMoment == Moment.BEFORE) {
      throw sneaky(thrown.apply("before " + name));
    }
    T result = call.get();
    afterStep.run();
    if (isArmed && armedMoment == Moment.AFTER) {
      throw sneaky(thrown.apply("after " + name));
    }
    return result;
  }

  private static RuntimeException sneaky(Throwable throwable) {
    if (throwable instanceof Error error) {
      throw error;
    }
    return (RuntimeException) throwable;
  }
}
