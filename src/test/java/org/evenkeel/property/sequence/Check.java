package org.evenkeel.property.sequence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.plan.Collateral.Pot;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.ProvenFigure;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount.AssetMargin;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount.PositionMargin;

/** Carries a sequence out in part and compares what the venues say after every prefix with what was proven. */
final class Check {

  /** How much of each leg is traded. */
  enum Manner {
    ALL,
    NOTHING_REDUCED,
    AT_RANDOM
  }

  private static final BigDecimal TOLERANCE = new BigDecimal("0.000002");

  private final RandomPlan plan;
  private final BigDecimal nav;
  private final List<ProvenFigure> figures;
  private final Random random;
  private final TreeMap<String, Pot> pots = new TreeMap<>();
  private final TreeMap<String, BigDecimal> started = new TreeMap<>();
  private final TreeMap<String, BigDecimal> granted = new TreeMap<>();
  private long states = 0;

  Check(RandomPlan plan, BigDecimal nav, List<ProvenFigure> figures, long seed) {
    this.plan = plan;
    this.nav = nav;
    this.figures = figures;
    this.random = new Random(seed);
    plan.wallets.keySet().forEach(pot -> pots.put(pot.toString(), pot));
    plan.lines.forEach(
        line ->
            granted.put(
                VenueAccounts.symbol(line.id()),
                VenueAccounts.tiers(line).mostAt(RandomPlan.GRANTED)));
  }

  long states() {
    return states;
  }

  /** The first figure that comes out worse than proven, in words; empty if none does. */
  Optional<String> objection(List<PlannedLeg> legs, SortedSet<Integer> waits, Manner manner) {
    VenueAccounts accounts = new VenueAccounts(plan);
    for (RandomPlan.Line line : plan.lines) {
      boolean isHigh = random.nextBoolean();
      accounts.trade(line.id(), isHigh ? line.bought() : line.sold().negate());
    }
    Optional<String> wrong = look(accounts, -1);
    Desk desk = new Desk(waits);
    for (int i = 0; i < legs.size() && wrong.isEmpty(); i++) {
      PlannedLeg leg = legs.get(i);
      BigDecimal traded = desk.begins(leg) ? traded(leg, manner) : BigDecimal.ZERO;
      desk.ended(leg, traded);
      if (traded.signum() != 0) {
        accounts.trade(leg.instrument(), leg.side().signed(Contracts.of(traded)).value());
        wrong = look(accounts, leg.number());
      }
    }
    return wrong;
  }

  private BigDecimal traded(PlannedLeg leg, Manner manner) {
    BigDecimal whole = leg.quantity().value();
    return switch (manner) {
      case ALL -> whole;
      case NOTHING_REDUCED -> leg.reduceOnly() ? BigDecimal.ZERO : whole;
      case AT_RANDOM ->
          switch (random.nextInt(4)) {
            case 0 -> BigDecimal.ZERO;
            case 1 ->
                whole
                    .multiply(BigDecimal.valueOf(random.nextDouble()))
                    .setScale(3, RoundingMode.DOWN);
            default -> whole;
          };
    };
  }

  private Optional<String> look(VenueAccounts accounts, int after) {
    states++;
    TreeMap<VenueId, FuturesAccount> seen = new TreeMap<>();
    plan.wallets.keySet().forEach(pot -> seen.computeIfAbsent(pot.venue(), accounts::account));
    BigDecimal gross = BigDecimal.ZERO;
    BigDecimal net = BigDecimal.ZERO;
    for (FuturesAccount account : seen.values()) {
      gross = gross.add(gross(account));
      for (PositionMargin position : account.positions()) {
        net = net.add(value(position));
      }
    }
    for (ProvenFigure figure : figures) {
      if (isBeyondFromTheStart(figure)) {
        continue;
      }
      BigDecimal found =
          switch (figure.kind()) {
            case GROSS_LEVERAGE -> over(gross, nav);
            case NET_LEVERAGE -> over(net.abs(), nav);
            case VENUE_EXPOSURE -> over(gross(seen.get(VenueId.of(figure.where()))), nav);
            case INITIAL_MARGIN, MARGIN_RATIO ->
                there(figure.kind(), pots.get(figure.where()), accounts);
            case LIQUIDATION_DISTANCE ->
                survives(pots.get(figure.where()), accounts, figure.worst())
                    ? BigDecimal.ZERO
                    : BigDecimal.TEN;
          };
      if (found.compareTo(figure.worst().add(TOLERANCE)) > 0) {
        return Optional.of(
            figure + " was proven, and after leg " + after + " it is " + found.toPlainString());
      }
    }
    return plan.isBounded ? tooLarge(seen, after) : Optional.empty();
  }

  /** A position that was made larger than its leverage is granted to; one that was so from the start may stay. */
  private Optional<String> tooLarge(SortedMap<VenueId, FuturesAccount> seen, int after) {
    for (FuturesAccount account : seen.values()) {
      for (PositionMargin position : account.positions()) {
        BigDecimal size = position.notional().abs();
        if (after < 0) {
          started.put(position.symbol(), size);
        }
        BigDecimal most = granted.getOrDefault(position.symbol(), size);
        if (size.compareTo(most.max(started.getOrDefault(position.symbol(), size))) > 0) {
          return Optional.of(
              position.symbol()
                  + " was granted up to "
                  + most
                  + " and is "
                  + size
                  + " after "
                  + after);
        }
      }
    }
    return Optional.empty();
  }

  /** The venue counts in the coin of settlement. */
  private static BigDecimal value(PositionMargin position) {
    return position.notional().multiply(RandomPlan.price(Currency.of(position.asset())));
  }

  private static BigDecimal gross(FuturesAccount account) {
    BigDecimal gross = BigDecimal.ZERO;
    for (PositionMargin position : account.positions()) {
      gross = gross.add(value(position).abs());
    }
    return gross;
  }

  /** Both sides of a margin are coins of one pot. */
  private static BigDecimal there(ProvenFigure.Kind kind, Pot pot, VenueAccounts accounts) {
    AssetMargin money = accounts.money(pot);
    BigDecimal carried =
        accounts.account(pot.venue()).positions().stream()
            .filter(position -> position.asset().equals(pot.currency().value()))
            .map(position -> position.notional().abs())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return switch (kind) {
      case INITIAL_MARGIN ->
          over(over(carried, BigDecimal.valueOf(RandomPlan.LEVERAGE)), money.marginBalance());
      case MARGIN_RATIO -> over(money.maintenanceMargin(), money.marginBalance());
      case GROSS_LEVERAGE, NET_LEVERAGE, VENUE_EXPOSURE, LIQUIDATION_DISTANCE ->
          throw new IllegalArgumentException(kind + " is of no account");
    };
  }

  /** What is beyond its limit before the first leg is told by the equity at the start, and proves nothing. */
  private static boolean isBeyondFromTheStart(ProvenFigure figure) {
    return switch (figure.kind()) {
      case INITIAL_MARGIN, MARGIN_RATIO -> !figure.holds();
      case LIQUIDATION_DISTANCE -> figure.worst().signum() == 0;
      case GROSS_LEVERAGE, NET_LEVERAGE, VENUE_EXPOSURE -> false;
    };
  }

  private boolean survives(Pot pot, VenueAccounts accounts, BigDecimal move) {
    List<InstrumentId> there =
        plan.lines.stream()
            .filter(line -> line.pot().equals(pot))
            .map(RandomPlan.Line::id)
            .toList();
    if (random.nextInt(3) > 0) {
      // Each move is another reading of the account; a third of the books is enough.
      return true;
    }
    for (BigDecimal signed : List.of(move, move.negate())) {
      if (!accounts.survives(pot, there, signed)) {
        return false;
      }
      for (InstrumentId one : there) {
        if (!accounts.survives(pot, List.of(one), signed)) {
          return false;
        }
      }
    }
    return true;
  }

  private static BigDecimal over(BigDecimal part, BigDecimal whole) {
    return part.divide(whole, 12, RoundingMode.HALF_EVEN);
  }
}
