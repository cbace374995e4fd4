package org.evenkeel.property.sequence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.plan.Collateral.Pot;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.evenkeel.shell.simvenue.exchange.ExchangeSetup;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount.AssetMargin;
import org.evenkeel.shell.simvenue.exchange.MarginTiers;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.Placement;
import org.evenkeel.shell.simvenue.exchange.Side;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * The accounts of a plan at simulated venues, whose own margin engine values them.
 *
 * <p>The venue grants far more leverage than the plan may use, so that it refuses nothing that the proof should have.
 */
final class VenueAccounts {

  static final ExchangeRules RULES = ExchangeRules.standard();

  /** Twice what the plans may use, and granted to the largest positions in them. */
  private static final int TIERED_LEVERAGE = 10;

  private static final String COIN = "USDT";
  private static final BigDecimal PLENTY = new BigDecimal("1000000000");
  private static final BigDecimal HALF_SPREAD = new BigDecimal("0.1");

  private final RandomPlan plan;
  private final TreeMap<VenueId, SimExchange> exchanges = new TreeMap<>();
  private final TreeMap<String, BigDecimal> moves = new TreeMap<>();
  private final TreeMap<String, BigDecimal> marks = new TreeMap<>();
  private int orders = 0;

  VenueAccounts(RandomPlan plan) {
    this.plan = plan;
    plan.lines.forEach(line -> marks.put(symbol(line.id()), line.mark()));
    plan.lines.forEach(line -> exchanges.computeIfAbsent(line.venue(), this::open));
    plan.lines.forEach(line -> trade(line.id(), line.held()));
  }

  private SimExchange open(VenueId venue) {
    TreeMap<String, BigDecimal> coins = new TreeMap<>();
    plan.wallets.forEach(
        (pot, amount) -> {
          if (pot.venue().equals(venue)) {
            coins.put(pot.currency().value(), amount);
          }
        });
    List<RandomPlan.Line> there =
        plan.lines.stream().filter(line -> line.venue().equals(venue)).toList();
    SimExchange exchange =
        SimExchange.open(
            new ExchangeSetup(
                rules(venue),
                there.stream().map(VenueAccounts::series).toList(),
                (series, at) -> Optional.of(quote(series)),
                line -> {}),
            new OpeningBalances(Map.of(), coins),
            0);
    int leverage = plan.isTiered() ? TIERED_LEVERAGE : RULES.maxLeverage();
    there.forEach(line -> exchange.setLeverage(symbol(line.id()), leverage, 0));
    return exchange;
  }

  /** One of the two venues charges the whole of a position at the rate of its tier. */
  static ExchangeRules rules(VenueId venue) {
    return venue.value().equals("okx") ? RULES.chargingWhole() : RULES;
  }

  /** The brackets of a contract as the venue has them. */
  static MarginTiers tiers(RandomPlan.Line line) {
    return MarginTiers.of(series(line), rules(line.venue()));
  }

  private static SeriesInfo series(RandomPlan.Line line) {
    SeriesInfo linear =
        new SeriesInfo(
            SeriesId.perpetual(symbol(line.id())),
            symbol(line.id()).substring(0, 4),
            COIN,
            HALF_SPREAD,
            RandomPlan.LOT,
            RandomPlan.LOT,
            PLENTY,
            BigDecimal.ZERO);
    String settlement = line.pot().currency().value();
    return settlement.equals(COIN) ? linear : linear.settledIn(settlement);
  }

  static String symbol(InstrumentId id) {
    return id.value().substring(0, 4) + COIN;
  }

  private Quote quote(SeriesId series) {
    BigDecimal mark =
        marks.get(series.symbol()).multiply(moves.getOrDefault(series.symbol(), BigDecimal.ONE));
    return new Quote(
        mark.subtract(HALF_SPREAD).max(HALF_SPREAD),
        mark.add(HALF_SPREAD.add(HALF_SPREAD)),
        mark,
        mark,
        PLENTY,
        PLENTY);
  }

  /** Trades at the market; negative sells. */
  void trade(InstrumentId id, BigDecimal quantity) {
    if (quantity.signum() == 0) {
      return;
    }
    VenueId venue = plan.line(id).venue();
    Placement placed =
        exchanges
            .get(venue)
            .place(
                OrderRequest.market(
                    SeriesId.perpetual(symbol(id)),
                    "o" + orders++,
                    quantity.signum() > 0 ? Side.BUY : Side.SELL,
                    quantity.abs()),
                0);
    if (!(placed instanceof Placement.Accepted)) {
      throw new IllegalStateException(
          "the venue refuses " + quantity + " of " + id + ": " + placed);
    }
  }

  FuturesAccount account(VenueId venue) {
    return exchanges.get(venue).futures(0);
  }

  /** What carries the contracts of a pot, in its own coins. */
  AssetMargin money(Pot pot) {
    return account(pot.venue()).asset(pot.currency().value());
  }

  /** True if maintenance margin is left in a pot after a move of these instruments by a fraction of their price. */
  boolean survives(Pot pot, List<InstrumentId> moved, BigDecimal move) {
    moved.forEach(id -> moves.put(symbol(id), BigDecimal.ONE.add(move)));
    AssetMargin money = money(pot);
    moves.clear();
    return money.marginBalance().compareTo(money.maintenanceMargin()) >= 0;
  }
}
