package org.evenkeel.shell.boot;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.evenkeel.cycle.CallGate;
import org.evenkeel.shell.telemetry.Metrics;

/** A gate that counts what goes through it. Thread-safe. */
record MeteredGate(CallGate gate, Metrics metrics) implements CallGate {

  @Override
  public <T> Outcome<T> pass(Call call, Callable<T> request) {
    long start = System.nanoTime();
    Outcome<T> outcome = gate.pass(call, request);
    String word =
        switch (outcome) {
          case Outcome.Answered<T> answered -> "answered";
          case Outcome.Failed<T> failed -> "failed";
          case Outcome.NotSent<T> notSent -> "not_sent";
        };
    metrics.venueCall(
        call.kind().name().toLowerCase(Locale.ROOT),
        word,
        Duration.ofNanos(System.nanoTime() - start));
    return outcome;
  }

  @Override
  public void used(String budget, int weight) {
    gate.used(budget, weight);
  }

  @Override
  public void pause(String budget, Duration howLong) {
    gate.pause(budget, howLong);
  }
}
