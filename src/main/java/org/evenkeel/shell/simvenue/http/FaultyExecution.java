package org.evenkeel.shell.simvenue.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenkeel.shell.simvenue.exchange.EventCodec;
import org.evenkeel.shell.simvenue.exchange.SimExchange;

/**
 * Carries requests out as a fault wants it: late, by a wrong clock, in the past, or with an answer that was tampered with.
 *
 * <p>No dialect knows of it. Thread-safe.
 */
final class FaultyExecution {

  private static final long MOST_PIECES = 10_000;

  private final Front.Parts parts;

  FaultyExecution(Front.Parts parts) {
    this.parts = parts;
  }

  Answer answer(Request request, Fault fault) {
    Supplier<Answer> plain = () -> parts.dialect().answer(request);
    return switch (fault.kind()) {
      case DELAY -> {
        Delivery.pause(fault.number(1000));
        yield plain.get();
      }
      case ASYNC_REJECT -> rejectedLater(fault.number(500), plain);
      case PIECES -> inPieces((int) Math.min(fault.number(100), MOST_PIECES), plain);
      case LAG -> past(parts.clock().nowMs() - fault.number(1000)).answer(request);
      case CLOCK_OFFSET -> ClockShift.during(fault.number(5000), plain);
      case WRONG_ECHO -> {
        Answer answer = plain.get();
        parts.dialect().wrongEcho(answer.body(), fault.value());
        yield answer;
      }
      case MUTATED -> changed(plain.get(), new AnswerChanges(fault.number(0)));
      case PAGE_HOLE -> {
        Answer answer = plain.get();
        AnswerChanges.punchHole(answer.body());
        yield answer;
      }
      case HIDDEN -> {
        Answer answer = plain.get();
        AnswerChanges.hide(answer.body(), fault.value());
        yield answer;
      }
      default -> plain.get();
    };
  }

  private static Answer changed(Answer answer, AnswerChanges changes) {
    return new Answer(answer.status(), changes.changed(answer.body()), answer.headers());
  }

  private Answer rejectedLater(long afterMs, Supplier<Answer> plain) {
    parts.exchange().rejectNextAfter(Optional.of(afterMs));
    try {
      return plain.get();
    } finally {
      parts.exchange().rejectNextAfter(Optional.empty());
    }
  }

  private Answer inPieces(int count, Supplier<Answer> plain) {
    parts.exchange().splitNextInto(count);
    try {
      return plain.get();
    } finally {
      parts.exchange().splitNextInto(1);
    }
  }

  /** The dialect over the exchange as it was; the account's opening is always in it. */
  private Dialect past(long untilMs) {
    Front.Past past =
        parts
            .past()
            .orElseThrow(() -> new IllegalStateException("this front cannot show its past"));
    List<String> all = parts.log().get();
    List<String> known =
        all.stream()
            .filter(line -> line.equals(all.getFirst()) || EventCodec.event(line).atMs() <= untilMs)
            .toList();
    return past.dialect().apply(SimExchange.replay(past.setup(), known));
  }
}
