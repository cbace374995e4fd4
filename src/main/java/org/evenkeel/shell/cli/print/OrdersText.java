package org.evenkeel.shell.cli.print;

import java.util.List;
import org.evenkeel.core.statement.OrderRow;

/** Orders and where they stand. */
public final class OrdersText {

  private OrdersText() {}

  public static String of(List<OrderRow> orders) {
    if (orders.isEmpty()) {
      return "no orders\n";
    }
    TextTable table =
        new TextTable(
            "committed",
            "client id",
            "instrument",
            "side",
            ">ordered",
            ">filled",
            ">average",
            ">limit",
            "state",
            "detail");
    for (OrderRow order : orders) {
      table.row(
          Figures.time(order.committedAt()),
          order.clientOrderId(),
          order.instrument(),
          order.side() + (order.reduceOnly() ? " reduce-only" : ""),
          Figures.exact(order.orderQty()),
          Figures.exact(order.cumQty()),
          Figures.exact(order.avgPx()),
          Figures.exact(order.limitPrice()),
          order.state(),
          order.detail());
    }
    return table.toString();
  }
}
