package org.evenkeel.cycle;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.statement.Explanation;

/**
 * Past decisions with everything that they were made from; read without the lease, whether the bot runs or not.
 *
 * <p>Throws {@link JournalUnavailable} if the database does not answer.
 */
public interface Decisions {

  /** The newest cycles that have ended, in the order in which they were begun; skipped slots decided nothing. */
  List<CycleId> newest(int limit);

  /** A cycle as it was kept, if there is one. */
  Optional<StoredDecision> of(CycleId cycle);

  /** Why a cycle's orders are as large as they are, if it made a plan and kept that. */
  Optional<Explanation> explanation(CycleId cycle);

  /** The intent for which an order was sent. */
  Optional<IntentId> intentOf(String clientOrderId);

  /** The canonical text of anything that a stage makes, as it would be kept. */
  String text(Object document);

  /** A saved plan from its canonical text. */
  SavedPlan readPlan(String text);

  /** The first places, by name, at which two canonical texts differ. */
  List<Difference> differences(String stored, String again, int most);

  /** The first place, by name, at which two canonical texts differ; empty if they do not. */
  Optional<Difference> difference(String stored, String again);

  /**
   * A place at which two documents differ.
   *
   * @param field its path, such as 'legs[2].quantity'
   * @param stored what stands there in the one
   * @param again what stands there in the other
   */
  record Difference(String field, String stored, String again) {}
}
