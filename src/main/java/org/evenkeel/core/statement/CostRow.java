package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The costs of a group of orders, in NAV currency.
 *
 * @param key what they have in common
 * @param orders orders that traded something
 * @param value what they traded
 * @param cost what it has cost, part by part
 * @param total the sum of the parts
 * @param assumed what the planner reckoned with for spread, impact and fees
 * @param forgone opportunity cost of what was not filled, not in the total
 */
public record CostRow(
    String key,
    int orders,
    BigDecimal value,
    Shortfall cost,
    BigDecimal total,
    BigDecimal assumed,
    BigDecimal forgone) {

  /** The rows of some orders by a key, in order of the key. */
  public static List<CostRow> of(
      List<MeasuredOrder> orders,
      Function<MeasuredOrder, String> keyOf,
      List<Forgone> forgone,
      Function<Forgone, String> keyOfForgone) {
    TreeMap<String, CostRow> rows = new TreeMap<>();
    for (MeasuredOrder order : orders) {
      if (!order.filled().isZero()) {
        rows.merge(keyOf.apply(order), one(keyOf.apply(order), order), CostRow::plus);
      }
    }
    for (Forgone one : forgone) {
      String key = keyOfForgone.apply(one);
      rows.merge(key, nothing(key, one.cost()), CostRow::plus);
    }
    return List.copyOf(rows.values());
  }

  /** The sum of some rows. */
  public static CostRow sum(List<CostRow> rows) {
    CostRow sum = nothing("all", BigDecimal.ZERO);
    for (CostRow row : rows) {
      sum = sum.plus(row);
    }
    return sum;
  }

  private static CostRow nothing(String key, BigDecimal forgone) {
    return new CostRow(
        key, 0, BigDecimal.ZERO, Shortfall.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, forgone);
  }

  private static CostRow one(String key, MeasuredOrder order) {
    Shortfall cost = Shortfall.of(order);
    return new CostRow(
        key,
        1,
        order.value(),
        cost,
        cost.total(),
        order.value().multiply(order.arrival().assumed().total().value()),
        BigDecimal.ZERO);
  }

  private CostRow plus(CostRow other) {
    Shortfall both = cost.plus(other.cost);
    return new CostRow(
        key,
        orders + other.orders,
        value.add(other.value),
        both,
        both.total(),
        assumed.add(other.assumed),
        forgone.add(other.forgone));
  }
}
