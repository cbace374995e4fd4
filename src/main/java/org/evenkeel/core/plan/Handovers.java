package org.evenkeel.core.plan;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Allowance;
import org.evenkeel.core.catalog.EndNotice;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Rolls;
import org.evenkeel.core.data.MarketSnapshot;

/**
 * Which instruments of a plan hand their exposure over to which others, where there is time to do both halves together.
 *
 * <p>What must be closed at once, because it ends or because an operator has ordered it, hands nothing over: it is closed
 * whether or not anything can be opened instead.
 */
public final class Handovers {

  private Handovers() {}

  /**
   * By the instrument that is left the one that takes over.
   *
   * @param rules what operators have ordered
   */
  public static SortedMap<InstrumentId, InstrumentId> of(
      RebalancePlan plan,
      Rolls rolls,
      MarketSnapshot market,
      EndNotice notice,
      Map<InstrumentId, TradeRule> rules) {
    TreeMap<InstrumentId, InstrumentId> moves = new TreeMap<>();
    rolls.beside().forEach((old, carrier) -> moves.put(old, taker(carrier, plan)));
    for (InstrumentChoice choice : plan.choices()) {
      for (CandidateCost candidate : choice.candidates()) {
        if (!candidate.instrument().equals(choice.chosen())) {
          moves.put(candidate.instrument(), choice.chosen());
        }
      }
    }
    moves
        .keySet()
        .removeIf(
            old ->
                rules.getOrDefault(old, TradeRule.FREE) == TradeRule.CLOSE
                    || isEnding(old, market, notice));
    return Collections.unmodifiableSortedMap(moves);
  }

  /** A contract that carries a leg may have lost the choice against an alternative of it. */
  static InstrumentId taker(InstrumentId carrier, RebalancePlan plan) {
    return plan.choices().stream()
        .filter(
            choice ->
                choice.candidates().stream().anyMatch(one -> one.instrument().equals(carrier)))
        .findFirst()
        .map(InstrumentChoice::chosen)
        .orElse(carrier);
  }

  private static boolean isEnding(InstrumentId id, MarketSnapshot market, EndNotice notice) {
    return market
            .spec(id)
            .map(InstrumentSpec::listing)
            .map(listing -> listing.allowance(market.receivedAt(), notice))
            .orElse(Allowance.NONE)
            .compareTo(Allowance.EXIT)
        >= 0;
  }
}
