package org.evenkeel.contract;

import static org.evenkeel.contract.JournalExamples.BTC;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.CashTerms;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.MaintenanceTiers;
import org.evenkeel.core.catalog.RateSource;
import org.evenkeel.core.catalog.RollCadence;
import org.evenkeel.core.catalog.RollRule;
import org.evenkeel.core.catalog.RollTerms;
import org.evenkeel.core.catalog.Rolls;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.StablecoinShare;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.catalog.WeightRules;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.core.data.FundingView;
import org.evenkeel.core.data.HeldOut;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.estimate.EstimateSettings;
import org.evenkeel.core.parity.ExposureScale;
import org.evenkeel.core.parity.KnownFactors;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.SleeveAdjustments;
import org.evenkeel.core.parity.factor.NamedFactor;
import org.evenkeel.core.parity.stress.RiskControls;
import org.evenkeel.core.plan.ChoiceSettings;
import org.evenkeel.core.plan.PegState;
import org.evenkeel.core.plan.PegWatch;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.PositionInterval;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.plan.Skip;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.plan.TargetPosition;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.route.ExecutionSettings;
import org.evenkeel.cycle.ClockOffsets;
import org.evenkeel.cycle.DecisionInputs;
import org.evenkeel.cycle.DecisionRules;

/** Inputs of a decision in which no component is empty, with numbers that are hard to write down. */
public final class InputExamples {

  private InputExamples() {}

  /** Inputs with a close of the last bar and a balance. */
  public static DecisionInputs inputs(String close, String total) {
    return of(
        JournalExamples.market(close).with(funding()).with(margins()),
        JournalExamples.account(total));
  }

  private static DecisionInputs of(MarketSnapshot market, AccountSnapshot account) {
    TreeMap<VenueId, Duration> clocks = new TreeMap<>();
    clocks.put(VenueId.of("binance"), Duration.ofNanos(-1234567));
    TreeMap<String, BigDecimal> charges = new TreeMap<>();
    charges.put("FEE USDT@binance", new BigDecimal("12.340"));
    return new DecisionInputs(
        rules(),
        market,
        account,
        HeldOut.none().plus(Wallets.FUTURES, Money.of("0.50", "USDT")),
        new ClockOffsets(clocks),
        adjustments(),
        standing(),
        StoredDocuments.entry(3),
        factors(),
        Optional.of(plan()),
        Instant.parse("2026-03-15T00:00:00Z"),
        Optional.of(ExposureScale.of("drawdown", 0.5, "drawdown 16.00 % from the peak")),
        charges,
        pegs());
  }

  private static PegWatch pegs() {
    TreeMap<Currency, PegState> coins = new TreeMap<>();
    Currency usdc = Currency.of("USDC");
    coins.put(
        usdc,
        new PegState(
            usdc,
            JournalExamples.NOON,
            3,
            Optional.of(JournalExamples.NOON),
            Optional.empty(),
            "0.88 by the book"));
    return new PegWatch(coins);
  }

  private static FundingView funding() {
    TreeMap<InstrumentId, String> missing = new TreeMap<>();
    missing.put(InstrumentId.of("BTC-USDT-SPOT@binance"), "no price: it is silent");
    return new FundingView(
        List.of(
            new FundingOutlook(
                BTC, new BigDecimal("0.00010"), JournalExamples.NOON, Duration.ofHours(8))),
        List.of(new FundingRate(BTC, JournalExamples.NOON, new BigDecimal("-0.000125"))),
        missing);
  }

  private static MarginView margins() {
    TreeMap<InstrumentId, String> untold = new TreeMap<>();
    untold.put(InstrumentId.of("ETH-USDT-PERP@binance"), "no key 1");
    return new MarginView(
        List.of(
            new MaintenanceTiers(
                BTC,
                MaintenanceTiers.Unit.CONTRACTS,
                MaintenanceTiers.Charge.WHOLE,
                "BTC-USDT",
                List.of(
                    new MaintenanceTiers.Tier(
                        BigDecimal.ZERO, Ratio.of("0.0040"), new BigDecimal("66.66")),
                    new MaintenanceTiers.Tier(
                        new BigDecimal("1250.5"), Ratio.of("0.0125"), new BigDecimal("20"))),
                Optional.of(new BigDecimal("99999.125")),
                JournalExamples.NOON)),
        untold);
  }

  private static ChoiceSettings choice() {
    TreeMap<String, Ratio> fees = new TreeMap<>();
    fees.put("binance", Ratio.of("0.00035"));
    return new ChoiceSettings(fees, new TreeMap<>(), Ratio.of("0.05"));
  }

  private static DecisionRules rules() {
    return new DecisionRules(
        new Universe(
            Currency.of("USDT"),
            List.of(
                new Sleeve(
                    SleeveId.of("btc"),
                    SleeveClass.of("major"),
                    new BigDecimal("1.50"),
                    List.of(
                        new Leg(
                            BTC,
                            BigDecimal.ONE,
                            List.of(InstrumentId.of("BTC-USDT-SPOT@binance")))))),
            List.of(
                new StablecoinShare(InstrumentId.of("USDC-USDT-SPOT@binance"), Ratio.of("0.4"))),
            WeightRules.none(),
            List.of(
                new RateSource.SpotMarket(
                    Currency.of("USD"), InstrumentId.of("USDT-USD-SPOT@kraken")),
                new RateSource.IndexCross(
                    Currency.of("USD"), BTC, InstrumentId.of("BTC-USD-PERP@krakenfutures"))),
            new Rolls(
                List.of(
                    new RollRule(
                        InstrumentId.of("ETH-USDT-20260327@okx"),
                        RollCadence.QUARTERLY,
                        RollTerms.defaults())),
                new TreeMap<>(
                    Map.of(
                        InstrumentId.of("ETH-USDT-20260626@okx"),
                        InstrumentId.of("ETH-USDT-20260327@okx"))))),
        EstimateSettings.defaults(),
        ParitySettings.defaults(),
        PlanSettings.defaults().with(choice()),
        Limits.defaults(),
        ExecutionSettings.defaults(),
        CashTerms.riskless(),
        RiskControls.defaults());
  }

  private static SleeveAdjustments adjustments() {
    TreeMap<SleeveId, Ratio> caps = new TreeMap<>();
    caps.put(SleeveId.of("btc"), Ratio.of("0.10"));
    TreeMap<SleeveId, Ratio> multipliers = new TreeMap<>();
    multipliers.put(SleeveId.of("eth"), Ratio.of("0.333333333333"));
    return new SleeveAdjustments(caps, multipliers, new TreeSet<>(List.of(SleeveId.of("sol"))));
  }

  /** A saved plan with every kind of row in it. */
  private static SavedPlan plan() {
    TreeMap<InstrumentId, Price> marks = new TreeMap<>();
    marks.put(BTC, Price.of("100.50"));
    return new SavedPlan(
        "cafe",
        JournalExamples.NOON,
        JournalExamples.NOON.plusSeconds(600),
        Ratio.of("0.005"),
        "r",
        "a",
        "s",
        marks,
        new RebalancePlan(
            Money.of("1000.5", "USDT"),
            Ratio.of("0.75"),
            List.of(
                new TargetPosition(
                    BTC,
                    Contracts.of("1"),
                    Contracts.of("2.123456789"),
                    Contracts.of("2"),
                    Money.of("200", "USDT"))),
            List.of(
                new PlannedLeg(
                    0,
                    BTC,
                    Side.BUY,
                    Contracts.of("1"),
                    false,
                    Price.of("100.25"),
                    Money.of("100.25", "USDT"),
                    "toward the target")),
            List.of(new Skip(BTC, Refusal.of(RefusalReason.LIMIT, "cut"))),
            List.of(new PositionInterval(BTC, Contracts.of("-1"), Contracts.of("2.5"))),
            "ledger"));
  }

  private static Standing standing() {
    TreeMap<InstrumentId, PositionInterval> unresolved = new TreeMap<>();
    unresolved.put(BTC, new PositionInterval(BTC, Contracts.of("-1"), Contracts.of("2.5")));
    return new Standing("ab".repeat(32), unresolved, new TreeSet<>(List.of(BTC)));
  }

  private static KnownFactors factors() {
    TreeMap<SleeveId, Double> loadings = new TreeMap<>();
    loadings.put(SleeveId.of("btc"), 0.1 + 0.2);
    loadings.put(SleeveId.of("eth"), -1e-17);
    return new KnownFactors(List.of(new NamedFactor("pc1", loadings, 1.0 / 3, 0.99)));
  }
}
