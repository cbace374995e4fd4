package org.evenkeel.core.statement;

import java.util.List;
import java.util.SortedMap;

/**
 * Everything stored about one decision.
 *
 * @param row the summary
 * @param inputs kind of input to its content hash
 * @param documents stage (estimate, target, plan, statement) to the stored document as JSON text
 * @param orders the attempts made for it
 * @param stageMillis stage to milliseconds of wall time
 */
public record CycleDetail(
    CycleRow row,
    SortedMap<String, String> inputs,
    SortedMap<String, String> documents,
    List<OrderRow> orders,
    SortedMap<String, Long> stageMillis) {

  public CycleDetail {
    orders = List.copyOf(orders);
  }
}
