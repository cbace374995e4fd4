package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.HeldOut;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.parity.ExposureScale;
import org.evenkeel.core.parity.KnownFactors;
import org.evenkeel.core.parity.SleeveAdjustments;
import org.evenkeel.core.parity.score.ScoreEntry;
import org.evenkeel.core.plan.PegWatch;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.plan.roll.Rolled;

/**
 * Everything that a decision is made from: {@link Decision#from} is a function of this record and of nothing else.
 *
 * <p>It is stored before anything is decided from it, so every decision can be made again.
 * A new component is stored by itself; a decision that reads anything else cannot be written, because it gets nothing
 * else.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param rules what the configuration says
 * @param market what was seen of the markets
 * @param account what was seen of the account, as the venues said it
 * @param heldOut money on it that nobody has explained and that carries no position
 * @param clocks our clock against the venues', by which orders are signed
 * @param adjustments what operators have ordered
 * @param standing what the journal says of the account
 * @param score what the scoreboard says of the forecasts so far
 * @param earlier the principal components as they were named before
 * @param ordered a saved plan that an operator wants carried out instead of the fresh one
 * @param next when the next decision is due, which decides how long what is not traded now will wait
 * @param brake what a drawdown asks for, if it asks for less
 * @param pegs the pegs of stablecoins as the decision before left them, or as they were seen since
 * @param charges fees and funding in all since the first start, by account and unit of the ledger; positive was paid
 */
public record DecisionInputs(
    DecisionRules rules,
    MarketSnapshot market,
    AccountSnapshot account,
    HeldOut heldOut,
    ClockOffsets clocks,
    SleeveAdjustments adjustments,
    Standing standing,
    ScoreEntry score,
    KnownFactors earlier,
    Optional<SavedPlan> ordered,
    Instant next,
    Optional<ExposureScale> brake,
    SortedMap<String, BigDecimal> charges,
    PegWatch pegs) {

  public DecisionInputs {
    charges = Collections.unmodifiableSortedMap(new TreeMap<>(charges));
  }

  /** Which contracts carry the legs that are rolled. */
  Rolled rolls() {
    return Rolled.of(rules.universe(), market, account, standing);
  }

  /** The same with every rolled leg in the contract that carries it; these inputs if that is decided. */
  DecisionInputs rolled() {
    if (rules.universe().rolls().rules().isEmpty()) {
      return this;
    }
    Rolled rolled = rolls();
    return new DecisionInputs(
        rules.with(rolled.universe()),
        rolled.market(),
        account,
        heldOut,
        clocks,
        adjustments,
        rolled.spread(rules.universe(), standing),
        score,
        earlier,
        ordered,
        next,
        brake,
        charges,
        pegs);
  }

  /** What a decision would be made from under other rules and orders of persons, with no saved plan to carry out. */
  DecisionInputs under(DecisionRules otherRules, SleeveAdjustments otherAdjustments) {
    return new DecisionInputs(
        otherRules,
        market,
        account,
        heldOut,
        clocks,
        otherAdjustments,
        standing,
        score,
        earlier,
        Optional.empty(),
        next,
        brake,
        charges,
        pegs);
  }

  /** The same with what was seen of pegs since the decision before. */
  DecisionInputs knowing(PegWatch seen) {
    return new DecisionInputs(
        rules,
        market,
        account,
        heldOut,
        clocks,
        adjustments,
        standing,
        score,
        earlier,
        ordered,
        next,
        brake,
        charges,
        pegs.newest(seen));
  }

  /** The observation as a decision may use it, with spliced prices of what is rolled; refused if the account cannot be valued. */
  public Result<Observation> observation() {
    return Yardstick.of(rules.universe(), market.quotes())
        .then(yardstick -> yardstick.nav(account))
        .map(nav -> new Observation(rolls().market(), account, nav, clocks))
        .then(seen -> seen.without(heldOut, rules.universe()));
  }

  /** The plan as something to be carried out later, if nothing that it follows from has moved by then. */
  public SavedPlan saved(RebalancePlan plan, String database, Duration life, Ratio priceTolerance) {
    TreeMap<InstrumentId, Price> marks = new TreeMap<>();
    market.quotes().forEach(quote -> marks.put(quote.instrument(), quote.mark()));
    Instant now = market.receivedAt();
    return new SavedPlan(
        database,
        now,
        now.plus(life),
        priceTolerance,
        hash(rules),
        ordersHash(),
        hash(standing),
        marks,
        plan);
  }

  /** Why a saved plan may not be carried out now; empty if nothing has moved since. */
  public Optional<Refusal> objection(SavedPlan plan) {
    return plan.objection(market.receivedAt(), hash(rules), ordersHash(), hash(standing), market);
  }

  /** What takes part of the portfolio away: operators and the brake. */
  private String ordersHash() {
    return hash(brake.isEmpty() ? adjustments : adjustments + " " + brake.get().factor());
  }

  private static String hash(Object input) {
    return ContentHash.ofText(input.toString()).value();
  }
}
