package org.evenkeel.shell.xchange;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The venue's time, told from our clock and the offset last measured.
 *
 * <p>The answer is taken to be true for the middle of the question's round trip.
 *
 * <p>This class is thread-safe.
 */
public final class VenueClock {

  private final Clock clock;
  private final Supplier<Result<Instant>> question;
  private final AtomicReference<@Nullable Duration> offset = new AtomicReference<>();

  public VenueClock(Clock clock, Supplier<Result<Instant>> question) {
    this.clock = clock;
    this.question = question;
  }

  public Instant ours() {
    return clock.now();
  }

  public Result<Instant> read() {
    Instant asked = clock.now();
    Result<Instant> answer = question.get();
    Instant received = clock.now();
    if (answer instanceof Result.Ok<Instant> ok) {
      Instant middle = asked.plus(Duration.between(asked, received).dividedBy(2));
      offset.set(Duration.between(middle, ok.value()));
    }
    return answer;
  }

  /** The venue's time by the offset last measured, which is measured first if it never was. */
  public Instant estimate() {
    if (offset.get() == null) {
      Result<Instant> ignored = read();
    }
    return estimateFromMemory();
  }

  /** The same without the network: inside of a call there is no room for another. */
  public Instant estimateFromMemory() {
    Duration known = offset.get();
    return known == null ? clock.now() : clock.now().plus(known);
  }
}
