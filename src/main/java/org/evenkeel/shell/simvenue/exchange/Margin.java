package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount.AssetMargin;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount.PositionMargin;
import org.evenkeel.shell.simvenue.market.ContractTerm;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * Cross margin: what positions and orders need, and what is left.
 *
 * <p>Initial margin is notional divided by leverage, maintenance margin follows the contract's {@link MarginTiers}.
 * Margins are rounded up to eight decimals.
 * Not thread-safe: reads the state.
 */
final class Margin {

  private final SimState state;
  private final ExchangeRules rules;
  private final Marks marks;

  Margin(SimState state, ExchangeRules rules, Marks marks) {
    this.state = state;
    this.rules = rules;
    this.marks = marks;
  }

  FuturesAccount account(long atMs) {
    List<PositionMargin> positions = new ArrayList<>();
    for (SeriesInfo info : state.catalog().values()) {
      if (isShown(info.id(), atMs)) {
        positions.add(position(info, atMs));
      }
    }
    Map<String, BigDecimal> orderMargin = orderMargin();
    TreeSet<String> names = new TreeSet<>(state.futures().keySet());
    positions.forEach(p -> names.add(p.asset()));
    List<AssetMargin> assets = new ArrayList<>();
    for (String name : names) {
      List<PositionMargin> own = positions.stream().filter(p -> p.asset().equals(name)).toList();
      assets.add(
          new AssetMargin(
              name,
              state.futures().getOrDefault(name, BigDecimal.ZERO),
              sum(own.stream().map(PositionMargin::unrealizedPnl).toList()),
              sum(own.stream().map(PositionMargin::initialMargin).toList()),
              orderMargin.getOrDefault(name, BigDecimal.ZERO),
              sum(own.stream().map(PositionMargin::maintenanceMargin).toList())));
    }
    return new FuturesAccount(atMs, List.copyOf(assets), List.copyOf(positions));
  }

  /** Returns the margin a request needs for the part that opens, plus its taker fee. */
  BigDecimal needed(OrderRequest order, BigDecimal openingQty, BigDecimal price) {
    BigDecimal notional = contract(order.series()).worth(openingQty, price);
    return initial(notional, leverage(order.series().symbol()))
        .add(Wallets.fee(notional.multiply(rules.futuresTaker())));
  }

  /** Returns the initial margin that closing this much would free. */
  BigDecimal freedBy(String symbol, BigDecimal closingQty, long atMs) {
    if (closingQty.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal notional =
        contract(SeriesId.contract(symbol)).worth(closingQty, marks.at(symbol, atMs));
    return notional.divide(
        BigDecimal.valueOf(leverage(symbol)), Position.MONEY_SCALE, RoundingMode.DOWN);
  }

  /** Returns what of a coin is no margin; where coins have a wallet of their own, that is no limit to them. */
  BigDecimal notPledged(String asset, long atMs) {
    if (!rules.oneWallet()) {
      return state.spot().getOrDefault(asset, BigDecimal.ZERO);
    }
    return account(atMs).assets().stream()
        .filter(a -> a.asset().equals(asset))
        .map(AssetMargin::availableBalance)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  /** A contract with an end is shown while it is listed, and as long as something of it is held. */
  private boolean isShown(SeriesId series, long atMs) {
    return switch (series.kind()) {
      case SPOT -> false;
      case PERPETUAL -> true;
      case DATED ->
          ContractTerm.isListed(series, atMs)
              || state.position(series.symbol()).qty().signum() != 0;
    };
  }

  /** Returns the reason why a position would be too large for its leverage, if so. */
  Optional<String> tooLarge(SeriesInfo info, BigDecimal qtyAfter, BigDecimal price) {
    BigDecimal most = MarginTiers.of(info, rules).mostAt(leverage(info.id().symbol()));
    BigDecimal notional = ContractValue.of(info).inQuote(qtyAfter.abs(), price);
    return notional.compareTo(most) > 0
        ? Optional.of(notional.stripTrailingZeros().toPlainString() + " of " + most)
        : Optional.empty();
  }

  /** Returns whether more is held than a leverage allows. */
  boolean isTooLargeAt(int leverage, String symbol, long atMs) {
    SeriesInfo info = state.catalog().get(SeriesId.contract(symbol));
    BigDecimal held = state.position(symbol).qty().abs();
    return info != null
        && held.signum() != 0
        && ContractValue.of(info)
                .inQuote(held, marks.at(symbol, atMs))
                .compareTo(MarginTiers.of(info, rules).mostAt(leverage))
            > 0;
  }

  int leverage(String symbol) {
    return state.leverage().getOrDefault(symbol, rules.defaultLeverage());
  }

  private PositionMargin position(SeriesInfo info, long atMs) {
    String symbol = info.id().symbol();
    Position position = state.position(symbol);
    BigDecimal mark = marks.at(symbol, atMs);
    BigDecimal notional = Wallets.money(ContractValue.of(info).worth(position.qty(), mark));
    int leverage = leverage(symbol);
    return new PositionMargin(
        symbol,
        info.settlement(),
        position,
        mark,
        notional,
        position.unrealizedPnl(mark),
        leverage,
        initial(notional.abs(), leverage),
        maintenance(info, position.qty(), notional, mark));
  }

  /** The tiers count in quote currency; what they ask for is paid in the currency of settlement. */
  private BigDecimal maintenance(
      SeriesInfo info, BigDecimal qty, BigDecimal notional, BigDecimal mark) {
    BigDecimal inQuote = ContractValue.of(info).inQuote(qty, mark);
    BigDecimal asked = MarginTiers.of(info, rules).maintenance(inQuote);
    return info.isInverse() && inQuote.signum() != 0
        ? asked.multiply(notional).divide(inQuote, Position.MONEY_SCALE, RoundingMode.UP)
        : asked;
  }

  private Map<String, BigDecimal> orderMargin() {
    Map<String, BigDecimal> byAsset = new TreeMap<>();
    for (SimOrder order : state.openOrders()) {
      boolean mayAdd = !order.request().reduceOnly();
      if (order.series().isContract() && mayAdd) {
        BigDecimal notional =
            contract(order.series()).worth(order.leavesQty(), order.request().price());
        byAsset.merge(
            state.info(order.series()).settlement(),
            initial(notional, leverage(order.series().symbol())),
            BigDecimal::add);
      }
    }
    return byAsset;
  }

  private ContractValue contract(SeriesId series) {
    return ContractValue.of(state.info(series));
  }

  private static BigDecimal initial(BigDecimal notional, int leverage) {
    return notional.divide(BigDecimal.valueOf(leverage), Position.MONEY_SCALE, RoundingMode.UP);
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
