package org.evenkeel.property.sequence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
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
import org.evenkeel.core.plan.sequence.MaintenanceTable;
import org.evenkeel.core.plan.sequence.SequenceBounds;
import org.evenkeel.core.plan.sequence.Stake;

/** One random account at one or two venues, with a plan for it; the same seed gives the same again. */
final class RandomPlan {

  static final BigDecimal LOT = new BigDecimal("0.001");
  static final BigDecimal WALLET = new BigDecimal("100000");

  /** What quanto contracts settle in, at two USDT. */
  static final Currency THIRD = Currency.of("XRP");

  private static final BigDecimal THIRD_PRICE = BigDecimal.valueOf(2);
  static final int LEVERAGE = 5;

  /** How much larger plans are than their wallets of 100,000: most within the lowest tier, some across several. */
  private static final int[] SCALES = {1, 1, 10, 60};

  /** The size to which the venue is taken to grant the leverage in half of the plans: the cap of its 40 times. */
  static final int GRANTED = 40;

  /** The touch is up to 0.2 from marks of 100 and more, and the venue takes 0.0005. */
  static final BigDecimal COST = new BigDecimal("0.0026");

  /**
   * One contract.
   *
   * @param id its name
   * @param venue where it is traded
   * @param mark its price
   * @param held what is held for certain
   * @param bought the most that unknown orders may have bought
   * @param sold the most that they may have sold
   */
  record Line(
      InstrumentId id,
      VenueId venue,
      BigDecimal mark,
      BigDecimal held,
      BigDecimal bought,
      BigDecimal sold) {

    /** What one contract is worth in USDT: a quanto contract's price counts coins. */
    BigDecimal value() {
      return mark.multiply(price(pot().currency()));
    }

    /** The same as one would see it who takes a quanto contract for a linear one. */
    Line inQuote() {
      BigDecimal wrong = mark.divide(price(pot().currency()), 9, RoundingMode.HALF_EVEN);
      return new Line(id, venue, wrong, held, bought, sold);
    }

    Pot pot() {
      return Pot.of(id).orElseThrow();
    }

    BigDecimal end(boolean isHigh) {
      return isHigh ? held.add(bought) : held.subtract(sold);
    }
  }

  private final Random random;
  private final int scale;

  /** True if positions are bounded by the size that the venue grants. */
  final boolean isBounded;

  final List<Line> lines = new ArrayList<>();
  final List<PlannedLeg> legs = new ArrayList<>();

  /** Coins by what they carry. */
  final TreeMap<Pot, BigDecimal> wallets = new TreeMap<>();

  RandomPlan(long seed, int instruments) {
    this.random = new Random(seed);
    int venues = 1 + random.nextInt(2);
    this.scale = SCALES[(int) Math.floorMod(seed / 7, (long) SCALES.length)];
    this.isBounded = scale == 60 && Math.floorMod(seed, 2L) == 0;
    for (int i = 0; i < instruments; i++) {
      String venue = random.nextInt(venues) == 0 ? "binance" : "okx";
      boolean isQuanto = Math.floorMod(seed, 4L) == 3 && i % 2 == 1;
      InstrumentId id =
          InstrumentId.of(
              String.format(
                  Locale.ROOT,
                  isQuanto ? "C%03d-USD-QUANTOXRP@%s" : "C%03d-USDT-PERP@%s",
                  i,
                  venue));
      Pot pot = Pot.of(id).orElseThrow();
      wallets.put(
          pot,
          WALLET.multiply(BigDecimal.valueOf(scale)).divideToIntegralValue(price(pot.currency())));
      BigDecimal mark = BigDecimal.valueOf(100 + random.nextInt(5000));
      BigDecimal value = mark.multiply(price(pot.currency()));
      BigDecimal held = random.nextInt(4) == 0 ? BigDecimal.ZERO : quantity(value, instruments);
      boolean isUnknown = random.nextInt(5) == 0;
      Line line =
          new Line(
              id,
              VenueId.of(venue),
              mark,
              held,
              isUnknown && random.nextBoolean()
                  ? quantity(value, instruments).abs()
                  : BigDecimal.ZERO,
              isUnknown && random.nextBoolean()
                  ? quantity(value, instruments).abs()
                  : BigDecimal.ZERO);
      lines.add(line);
      plan(line, instruments);
    }
    legs.sort(
        Comparator.comparing((PlannedLeg leg) -> !leg.reduceOnly())
            .thenComparing(leg -> leg.notional().amount(), Comparator.reverseOrder())
            .thenComparing(PlannedLeg::instrument));
    legs.replaceAll(leg -> leg.at(legs.indexOf(leg)));
  }

  private BigDecimal quantity(BigDecimal value, int instruments) {
    double notional = (random.nextDouble() * 2 - 1) * 300_000 * scale / instruments;
    return BigDecimal.valueOf(notional).divide(value, 3, RoundingMode.HALF_EVEN);
  }

  private void plan(Line line, int instruments) {
    if (line.bought().signum() != 0 || line.sold().signum() != 0) {
      Contracts change = interval(line).safeReductionToward(Contracts.ZERO);
      if (!change.isZero()) {
        leg(line, change.value(), true);
      }
      return;
    }
    BigDecimal target =
        random.nextInt(4) == 0 ? BigDecimal.ZERO : quantity(line.value(), instruments);
    if (line.held().signum() * target.signum() < 0) {
      leg(line, line.held().negate(), true);
      leg(line, target, false);
    } else if (target.compareTo(line.held()) != 0) {
      leg(line, target.subtract(line.held()), target.abs().compareTo(line.held().abs()) < 0);
    }
  }

  private void leg(Line line, BigDecimal change, boolean reduceOnly) {
    legs.add(
        new PlannedLeg(
            legs.size(),
            line.id(),
            change.signum() > 0 ? Side.BUY : Side.SELL,
            Contracts.of(change.abs()),
            reduceOnly,
            new Price(line.mark()),
            new Money(change.abs().multiply(line.value()), Currency.of("USDT")),
            "random"));
  }

  static PositionInterval interval(Line line) {
    return new PositionInterval(
        line.id(), Contracts.of(line.end(false)), Contracts.of(line.end(true)));
  }

  static BigDecimal price(Currency currency) {
    return currency.equals(THIRD) ? THIRD_PRICE : BigDecimal.ONE;
  }

  List<Stake> stakes(BigDecimal cost) {
    return lines.stream().map(line -> stake(interval(line), line, cost)).toList();
  }

  static Stake stake(PositionInterval possible, Line line, BigDecimal cost) {
    return new Stake(
        possible,
        line.venue(),
        Stake.Kind.FUTURE,
        Optional.of(line.pot()),
        line.value(),
        cost,
        LOT,
        BigDecimal.ONE);
  }

  /** Whether positions reach beyond the lowest tier. */
  boolean isTiered() {
    return scale > 1;
  }

  /** Bounds around what is held, some of them tight. */
  SequenceBounds bounds(BigDecimal nav, MaintenanceTable maintenance) {
    BigDecimal gross = BigDecimal.ZERO;
    for (Line line : lines) {
      gross = gross.add(line.end(false).abs().max(line.end(true).abs()).multiply(line.value()));
    }
    double leverage = gross.doubleValue() / nav.doubleValue();
    return new SequenceBounds(
        ratio(leverage * (0.9 + random.nextDouble()) + 0.05),
        ratio(leverage * (0.2 + random.nextDouble()) + 0.05),
        ratio(leverage * (0.6 + random.nextDouble()) + 0.05),
        ratio((0.01 + 0.03 * random.nextDouble()) * (isTiered() ? 2 : 1)),
        ratio(0.05 + 0.5 * random.nextDouble()),
        LEVERAGE,
        maintenance);
  }

  private static Ratio ratio(double value) {
    return Ratio.of(BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN));
  }

  Line line(InstrumentId id) {
    return lines.stream().filter(line -> line.id().equals(id)).findFirst().orElseThrow();
  }
}
