package org.evenkeel.architecture.bad.shell.xchange;

import java.io.IOException;
import org.knowm.xchange.dto.Order.OrderType;
import org.knowm.xchange.dto.trade.LimitOrder;
import org.knowm.xchange.service.trade.TradeService;

/** Stands for an adapter that leaves orders to XChange. */
public record UsesTheirOrders(TradeService service) {

  public String changed(LimitOrder order) throws IOException {
    return order.getType() == OrderType.EXIT_BID ? "" : service.changeOrder(order);
  }
}
