package org.evenkeel.core.plan.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.RollRule;
import org.evenkeel.core.catalog.Rolls;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.plan.TradeRule;

/**
 * A universe in which it is decided what contract carries each leg that is rolled, and the market as its risk is measured.
 *
 * <p>Which contract is held is read from the account, not remembered: a leg of which the next contract is held is never
 * moved back.
 *
 * @param universe with the carrying contracts as legs and those to be left beside them
 * @param market with the spliced prices of the carrying contracts
 * @param choices why, by the name of the contract that is left or kept
 */
public record Rolled(Universe universe, MarketSnapshot market, List<RollChoice> choices) {

  public Rolled {
    choices = List.copyOf(choices);
  }

  /** The decision about every rolled leg; nothing changes where none is or where it is made already. */
  public static Rolled of(
      Universe universe, MarketSnapshot market, AccountSnapshot account, Standing standing) {
    if (universe.rolls().rules().isEmpty()) {
      return new Rolled(universe, market, List.of());
    }
    TreeMap<InstrumentId, InstrumentId> carriers = new TreeMap<>();
    TreeMap<InstrumentId, InstrumentId> left = new TreeMap<>();
    TreeMap<InstrumentId, String> reasons = new TreeMap<>();
    List<RollChoice> choices = new ArrayList<>();
    TreeMap<InstrumentId, BarSeries> spliced = new TreeMap<>();
    for (RollRule rule : universe.rolls().rules()) {
      RollContracts contracts = RollContracts.of(rule, market, account);
      RollChoice choice = contracts.choice(strictest(rule, standing), isOpen(rule, standing));
      carriers.put(rule.first(), choice.to());
      choices.add(choice);
      for (InstrumentId id : contracts.heldBeside(choice.to())) {
        left.put(id, choice.to());
        reasons.put(id, choice.why());
      }
      contracts.spliced(choice.to()).ifPresent(series -> spliced.put(choice.to(), series));
    }
    return new Rolled(
        universe.carriedBy(carriers, new Rolls(List.of(), left, reasons)),
        with(market, spliced),
        choices);
  }

  private static TradeRule strictest(RollRule rule, Standing standing) {
    TradeRule strictest = TradeRule.FREE;
    for (Map.Entry<InstrumentId, TradeRule> entry : standing.rules().entrySet()) {
      strictest = rule.has(entry.getKey()) ? strictest.and(entry.getValue()) : strictest;
    }
    return strictest;
  }

  /** Whether the fate of an order in one of the contracts is open, or ledger and venue disagree about one. */
  private static boolean isOpen(RollRule rule, Standing standing) {
    return standing.unresolved().keySet().stream().anyMatch(rule::has)
        || standing.disputed().stream().anyMatch(rule::has);
  }

  private static MarketSnapshot with(
      MarketSnapshot market, SortedMap<InstrumentId, BarSeries> spliced) {
    return new MarketSnapshot(
        market.asOf(),
        market.receivedAt(),
        market.specs(),
        market.series().stream()
            .map(series -> spliced.getOrDefault(series.instrument(), series))
            .toList(),
        market.quotes(),
        market.funding(),
        market.margins());
  }

  /** What operators have ordered, for the contracts that carry the legs and those beside them as well. */
  public Standing spread(Universe before, Standing standing) {
    TreeMap<InstrumentId, TradeRule> rules = new TreeMap<>(standing.rules());
    for (RollRule rule : before.rolls().rules()) {
      TradeRule strictest = strictest(rule, standing);
      if (strictest != TradeRule.FREE) {
        universe.riskInstruments().stream()
            .filter(rule::has)
            .forEach(id -> rules.merge(id, strictest, TradeRule::and));
      }
    }
    return standing.under(rules);
  }
}
