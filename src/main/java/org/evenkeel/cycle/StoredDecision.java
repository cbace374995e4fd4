package org.evenkeel.cycle;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.statement.CycleStatus;

/**
 * A decision as it was kept: what it was made from, what every stage made, and how it ended.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param cycle which
 * @param status how it ended
 * @param reason why, if it did not end well
 * @param inputs what it was made from
 * @param documents by stage the canonical text of what it made
 * @param hashes by stage the hash that was stored with the text
 * @param intents what was committed to be traded, in the plan's sequence
 */
public record StoredDecision(
    CycleId cycle,
    CycleStatus status,
    String reason,
    Inputs inputs,
    SortedMap<String, String> documents,
    SortedMap<String, String> hashes,
    List<Intent> intents) {

  public StoredDecision {
    documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
    intents = List.copyOf(intents);
  }

  /** What is there of the inputs. */
  public sealed interface Inputs {

    /** All of them; refused with the reason if they are not there or cannot be read. */
    default Result<DecisionInputs> whole() {
      return switch (this) {
        case Whole whole -> Result.ok(whole.value());
        case Missing missing -> Result.refused(RefusalReason.INVALID_INPUT, missing.why());
        case Unreadable unreadable -> Result.refused(RefusalReason.INVALID_INPUT, unreadable.why());
      };
    }

    /** All of them. */
    record Whole(DecisionInputs value) implements Inputs {}

    /** Not all of them, because nothing was decided or because the cycle is older than their keeping. */
    record Missing(String why) implements Inputs {}

    /** They are there, but this version cannot read them, or they are not what their hash says. */
    record Unreadable(String why) implements Inputs {}
  }
}
