package org.evenkeel.core.plan.sequence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.plan.Collateral.Pot;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.PositionInterval;
import org.evenkeel.core.plan.ProvenFigure;

/** A situation of contracts worth one unit each, written down in a line or two. */
final class Steps {

  static final String HERE = "binance";

  final List<Stake> stakes = new ArrayList<>();
  final TreeMap<Pot, BigDecimal> funds = new TreeMap<>();
  final List<PlannedLeg> legs = new ArrayList<>();
  String gross = "9";
  String net = "9";
  String venue = "9";
  String margin = "1";
  String distance = "0";
  int leverage = 100;
  MaintenanceTable table = MaintenanceTable.flat(Ratio.ZERO);

  Steps() {
    funds.put(pot(HERE), new BigDecimal("100"));
  }

  static Pot pot(String venue) {
    return new Pot(VenueId.of(venue), Currency.of("USDT"));
  }

  static InstrumentId future(String base) {
    return InstrumentId.of(base + "-USDT-PERP@" + HERE);
  }

  Steps hold(String base, int low, int high) {
    return hold(future(base), Stake.Kind.FUTURE, Optional.of(pot(HERE)), low, high, "0");
  }

  Steps hold(InstrumentId id, Stake.Kind kind, Optional<Pot> pot, int low, int high, String cost) {
    stakes.add(
        new Stake(
            new PositionInterval(id, contracts(low), contracts(high)),
            VenueId.of(id.value().substring(id.value().indexOf('@') + 1)),
            kind,
            pot,
            BigDecimal.ONE,
            new BigDecimal(cost),
            BigDecimal.ONE,
            new BigDecimal("5")));
    return this;
  }

  Steps buy(String base, int quantity) {
    return leg(future(base), Side.BUY, quantity, false);
  }

  Steps sell(String base, int quantity) {
    return leg(future(base), Side.SELL, quantity, false);
  }

  Steps reduce(String base, int change) {
    return leg(future(base), change > 0 ? Side.BUY : Side.SELL, Math.abs(change), true);
  }

  Steps leg(InstrumentId id, Side side, int quantity, boolean reduceOnly) {
    legs.add(
        new PlannedLeg(
            legs.size(),
            id,
            side,
            contracts(quantity),
            reduceOnly,
            Price.of("1"),
            new Money(BigDecimal.valueOf(quantity), Currency.of("USDT")),
            "test"));
    return this;
  }

  private static Contracts contracts(int number) {
    return Contracts.of(BigDecimal.valueOf(number));
  }

  SequenceProver prover() {
    return new SequenceProver(
        stakes,
        funds,
        new BigDecimal("100"),
        new SequenceBounds(
            Ratio.of(gross),
            Ratio.of(net),
            Ratio.of(venue),
            Ratio.of(margin),
            Ratio.of(distance),
            leverage,
            table));
  }

  /** Whether the legs are safe as they stand, with these waiting. */
  boolean isProven(Integer... waits) {
    return prover().prove(legs, new TreeSet<>(List.of(waits)))
        instanceof org.evenkeel.core.basics.Result.Ok;
  }

  Sequence arranged() {
    return prover().arrange(legs);
  }

  Sequence arrangedWith(SortedMap<InstrumentId, InstrumentId> rolls) {
    return prover().arrange(legs, rolls);
  }

  /** A figure of the legs as they stand. */
  ProvenFigure figure(ProvenFigure.Kind kind, Integer... waits) {
    return prover().prove(legs, new TreeSet<>(List.of(waits))).orThrow().stream()
        .filter(figure -> figure.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  /** A sequence in short: 'BTC-5! ETH+3' sells five, and then buys three, waiting for that. */
  static String inShort(Sequence sequence) {
    StringBuilder text = new StringBuilder();
    for (PlannedLeg leg : sequence.legs()) {
      text.append(text.isEmpty() ? "" : " ")
          .append(sequence.waits().contains(leg.number()) ? "then " : "")
          .append(leg.instrument().value(), 0, leg.instrument().value().indexOf('-'))
          .append(leg.side() == Side.BUY ? "+" : "-")
          .append(leg.quantity());
    }
    return text.toString();
  }
}
