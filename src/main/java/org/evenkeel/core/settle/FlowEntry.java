package org.evenkeel.core.settle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.data.HeldOut;

/**
 * A flow in the books: its number, and what was said of it.
 *
 * @param number counts the flows of a database in the order in which they were booked
 * @param flow what the venue reported
 * @param classification what a person has said that it is, if one has
 */
public record FlowEntry(long number, CashFlow flow, Optional<Classification> classification) {

  /**
   * A person's statement.
   *
   * @param as what the flow is
   * @param author who said so
   * @param approver the second person, where one is needed; else empty
   * @param reason why
   * @param at when
   */
  public record Classification(
      FlowClass as, String author, String approver, String reason, Instant at) {}

  /** True if a person must still say what it is. */
  public boolean isOpen() {
    return flow.isExternal() && classification.isEmpty();
  }

  /** True if saying what it is lets money into sizing: that raises risk and needs two persons. */
  public boolean raisesRisk() {
    return isOpen() && flow.kind() == CashFlow.Kind.DEPOSIT;
  }

  /** The money that is on the account and carries no position: what came in and was not explained. */
  public static HeldOut heldOut(List<FlowEntry> flows) {
    HeldOut held = HeldOut.none();
    for (FlowEntry entry : flows) {
      if (entry.raisesRisk()) {
        held = held.plus(entry.flow().wallet(), entry.flow().amount());
      }
    }
    return held;
  }
}
