package org.evenkeel.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.LockRow;
import org.evenkeel.core.statement.RequestRow;

/**
 * The acknowledgement of locks that only persons clear.
 *
 * <p>The payload has a line for each lock as both persons saw it; a lock that reads differently now is not cleared.
 *
 * <p>Single-threaded.
 */
public final class LocksHandler implements RequestHandler {

  private static final String KIND = "locks-acknowledge";

  private final Journal journal;
  private final SpecBook specs;
  private final Clock clock;

  public LocksHandler(Journal journal, SpecBook specs, Clock clock) {
    this.journal = journal;
    this.specs = specs;
    this.clock = clock;
  }

  /** The request to acknowledge some locks. */
  public static Request request(List<LockRow> locks) {
    List<String> numbers = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (LockRow lock : locks) {
      numbers.add(Long.toString(lock.number()));
      lines.add(line(lock));
    }
    return new Request(KIND, "locks " + String.join(", ", numbers), String.join("\n", lines));
  }

  private static String line(LockRow lock) {
    return lock.number()
        + " "
        + lock.cause()
        + " "
        + lock.subject()
        + (lock.key().isEmpty() ? "" : " " + lock.key())
        + "; here: "
        + lock.ledger()
        + "; venue: "
        + lock.venue();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Result<Work> prepare(RequestRow request) {
    List<Lock> open = journal.locks().open();
    List<Lock> wanted = new ArrayList<>();
    for (String line : request.request().payload().lines().toList()) {
      Optional<Lock> found =
          open.stream().filter(lock -> line(LockRow.of(lock)).equals(line)).findFirst();
      if (found.isEmpty()) {
        return Result.refused(RefusalReason.APPROVAL, "no such lock stands: " + line);
      }
      if (!found.get().finding().cause().needsAcknowledgement()) {
        return Result.refused(
            RefusalReason.APPROVAL,
            found.get() + " is not acknowledged; it " + found.get().remedy());
      }
      wanted.add(found.get());
    }
    return Result.ok(() -> cleared(wanted, request));
  }

  private String cleared(List<Lock> locks, RequestRow request) {
    List<String> numbers = new ArrayList<>();
    for (Lock lock : locks) {
      journal.locks().acknowledge(lock, request, clock.now());
      if (lock.finding().cause() == LockCause.SPEC_CHANGED) {
        remember(lock);
      }
      numbers.add(Long.toString(lock.number()));
    }
    return "cleared " + String.join(", ", numbers);
  }

  /** Remembers the acknowledged specification, if it is still the venue's: it may have changed again, or back. */
  private void remember(Lock lock) {
    InstrumentId instrument = InstrumentId.of(lock.finding().subject());
    ContentHash acknowledged = new ContentHash(lock.finding().key());
    boolean isCurrent =
        specs.spec(instrument).map(spec -> spec.hash().equals(acknowledged)).orElse(true);
    if (isCurrent) {
      journal.locks().know(instrument, new Locks.KnownSpec(acknowledged, lock.finding().venue()));
    }
  }
}
