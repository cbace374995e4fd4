package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * The spot wallet's arithmetic and the rounding of money.
 *
 * <p>Every amount that enters a wallet has eight decimals: notionals, profits and funding are rounded half-even, fees half-up.
 * What open orders lock is derived from them and never stored.
 * Stateless.
 */
final class Wallets {

  private static final int MONEY_SCALE = 8;

  private Wallets() {}

  static BigDecimal money(BigDecimal amount) {
    return amount.setScale(MONEY_SCALE, RoundingMode.HALF_EVEN);
  }

  static BigDecimal fee(BigDecimal amount) {
    return amount.setScale(MONEY_SCALE, RoundingMode.HALF_UP);
  }

  /** Returns what the order's unfilled part needs, in the asset it gives away. */
  static BigDecimal locks(SimOrder order) {
    return switch (order.request().side()) {
      case BUY ->
          order
              .leavesQty()
              .multiply(order.request().price())
              .setScale(MONEY_SCALE, RoundingMode.UP);
      case SELL -> order.leavesQty();
    };
  }

  static String givenAsset(Side side, SeriesInfo info) {
    return switch (side) {
      case BUY -> info.quote();
      case SELL -> info.base();
    };
  }

  static String receivedAsset(Side side, SeriesInfo info) {
    return givenAsset(side.opposite(), info);
  }

  static BigDecimal free(SimState state, String asset) {
    BigDecimal total = state.spot().getOrDefault(asset, BigDecimal.ZERO);
    return total.subtract(locked(state).getOrDefault(asset, BigDecimal.ZERO));
  }

  static List<SpotBalance> balances(SimState state) {
    Map<String, BigDecimal> locked = locked(state);
    List<SpotBalance> balances = new ArrayList<>();
    state
        .spot()
        .forEach(
            (asset, total) -> {
              BigDecimal held = locked.getOrDefault(asset, BigDecimal.ZERO);
              balances.add(new SpotBalance(asset, total.subtract(held), held));
            });
    return List.copyOf(balances);
  }

  private static Map<String, BigDecimal> locked(SimState state) {
    Map<String, BigDecimal> locked = new TreeMap<>();
    for (SimOrder order : state.openOrders()) {
      if (order.series().kind() == SeriesId.Kind.SPOT) {
        String asset = givenAsset(order.request().side(), state.info(order.series()));
        locked.merge(asset, locks(order), BigDecimal::add);
      }
    }
    return locked;
  }
}
