package org.evenkeel.cycle;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.CycleId;

/**
 * What came of making a decision again.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param cycle which
 * @param state whether it is the same
 * @param detail why it is not, or why it could not be made again; empty if it is the same
 * @param difference the first place at which it differs
 * @param stages every stage with both hashes
 */
public record Replayed(
    CycleId cycle,
    State state,
    String detail,
    Optional<Decisions.Difference> difference,
    List<Stage> stages) {

  public Replayed {
    stages = List.copyOf(stages);
  }

  /** Whether a decision is the same when it is made again. */
  public enum State {
    /** To the last bit. */
    SAME,
    /** It is another one, or this version cannot read what it was made from. */
    DIFFERENT,
    /** It was kept without all that it was made from. */
    NOT_REPLAYABLE,
    /** The cycle ended before anything was decided. */
    NOTHING_DECIDED
  }

  /**
   * One stage.
   *
   * @param name such as 'plan'
   * @param stored the hash that was kept; empty if nothing was
   * @param again the hash of what was made now; empty if nothing was
   */
  public record Stage(String name, String stored, String again) {}
}
