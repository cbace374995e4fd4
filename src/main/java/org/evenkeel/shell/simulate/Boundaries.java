package org.evenkeel.shell.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenkeel.cycle.JournalUnavailable;

/** The numbered calls of a port; at one of them, before or after it takes effect, something may be thrown. */
public final class Boundaries {

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

  /** Throws once, at the nth call from now, counted from 1. */
  public void arm(int nth, Moment moment, Function<String, Throwable> what) {
    armedCall = calls.size() + nth;
    armedMoment = moment;
    thrown = what;
  }

  public void disarm() {
    armedCall = -1;
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
    boolean isArmed = calls.size() == armedCall;
    if (isDown) {
      throw new JournalUnavailable(name + ": the database is down", new IllegalStateException());
    }
    if (isArmed && armedMoment == Moment.BEFORE) {
      throw sneaky(thrown.apply("before " + name));
    }
    T result = call.get();
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
