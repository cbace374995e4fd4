package org.evenkeel.shell.cli.print;

import java.util.List;
import org.evenkeel.core.statement.CostRow;
import org.evenkeel.core.statement.OrderDetail;

/** One order with everything stored about it; times to the last digit, because its steps are close together. */
public final class OrderDetailText {

  private OrderDetailText() {}

  public static String of(OrderDetail order) {
    return OrdersText.of(List.of(order.row()))
        + "\n"
        + sent(order)
        + "\n"
        + steps(order)
        + "\n"
        + fills(order)
        + order.market().map(market -> "\n" + market(market)).orElse("")
        + order.cost().map(OrderDetailText::cost).orElse("");
  }

  private static String sent(OrderDetail order) {
    OrderDetail.Sent sent = order.sent();
    return "decision    "
        + order.row().cycleId()
        + "\nintent      "
        + sent.intent()
        + ", order "
        + sent.number()
        + " for it\nsent        "
        + sent.timeInForce()
        + ", signed "
        + sent.signedAt()
        + ", valid until "
        + sent.validUntil()
        + "\nrequest     "
        + sent.requestHash()
        + "\nvenue's id  "
        + sent.venueOrderId().orElse("not known")
        + "\nrun         "
        + sent.runId()
        + "\n";
  }

  private static String steps(OrderDetail order) {
    TextTable table = new TextTable("at", "event", "from", "to", ">filled", "detail");
    for (OrderDetail.Step step : order.steps()) {
      table.row(
          step.at().toString(),
          step.event(),
          step.from().orElse("-"),
          step.to(),
          Figures.exact(step.cumQty()),
          step.detail());
    }
    return table.toString();
  }

  private static String fills(OrderDetail order) {
    if (order.fills().isEmpty()) {
      return "no fills are booked\n";
    }
    TextTable table =
        new TextTable("venue time", "trade", ">filled", ">price", ">fee", "in", "side", "note");
    for (OrderDetail.Execution fill : order.fills()) {
      table.row(
          fill.venueTime().toString(),
          fill.tradeId(),
          Figures.exact(fill.quantity()),
          Figures.exact(fill.price()),
          Figures.exact(fill.fee()),
          fill.feeCurrency(),
          fill.isMaker() ? "maker" : "taker",
          fill.version() > 1 ? "corrected, version " + fill.version() : "");
    }
    return table.toString();
  }

  private static String market(OrderDetail.Market market) {
    return "market      decided at "
        + Figures.exact(market.decision())
        + ", met "
        + Figures.exact(market.bid())
        + " / "
        + Figures.exact(market.ask())
        + "; worked as "
        + market.style()
        + ": "
        + market.reason()
        + "\n";
  }

  private static String cost(CostRow cost) {
    return "cost        "
        + Figures.exact(cost.total())
        + " on "
        + Figures.money(cost.value())
        + ": delay "
        + Figures.exact(cost.cost().delay())
        + ", spread "
        + Figures.exact(cost.cost().spread())
        + ", impact "
        + Figures.exact(cost.cost().impact())
        + ", fees "
        + Figures.exact(cost.cost().fees())
        + "; the planner reckoned with "
        + Figures.exact(cost.assumed())
        + "\n";
  }
}
