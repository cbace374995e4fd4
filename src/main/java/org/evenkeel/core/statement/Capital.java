package org.evenkeel.core.statement;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.settle.FlowEntry;

/**
 * What there is to say of the portfolio's money: how it has done, and what came or left without an explanation.
 *
 * @param unexplained flows that wait for a person; what came in carries no position
 * @param performance by the newest valuation whose two methods agree
 * @param doubt why the newest valuation gives no figure, empty if it does
 */
public record Capital(
    List<FlowEntry> unexplained, Optional<Performance> performance, String doubt) {

  public Capital {
    unexplained = List.copyOf(unexplained);
  }

  /** Nothing came, nothing left, nothing was valued. */
  public static Capital none() {
    return new Capital(List.of(), Optional.empty(), "");
  }

  /** By all flows and the newest valuation. */
  public static Capital of(List<FlowEntry> flows, Optional<PerformanceEntry> newest) {
    List<FlowEntry> open = flows.stream().filter(FlowEntry::isOpen).toList();
    return newest
        .map(
            entry ->
                switch (entry.checked()) {
                  case Result.Ok<Performance> ok -> new Capital(open, Optional.of(ok.value()), "");
                  case Result.Refused<Performance> refused ->
                      new Capital(open, Optional.empty(), refused.refusal().detail());
                })
        .orElse(new Capital(open, Optional.empty(), ""));
  }
}
