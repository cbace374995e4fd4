package org.evenkeel.shell.simvenue.binance;

import java.util.List;
import java.util.Optional;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/** Finds series and orders by what a request names. Thread-safe. */
final class Lookup {

  private final SimExchange exchange;
  private final SeriesId.Kind kind;

  Lookup(SimExchange exchange, SeriesId.Kind kind) {
    this.exchange = exchange;
    this.kind = kind;
  }

  List<SeriesInfo> all() {
    return exchange.series().stream()
        .filter(i -> i.id().isContract() == kind.isContract())
        .toList();
  }

  /** Returns the one series named, or all of this kind when none is. */
  List<SeriesInfo> named(ApiRequest request) {
    return request.text("symbol").isPresent() ? List.of(one(request)) : all();
  }

  SeriesInfo one(ApiRequest request) {
    String symbol = request.required("symbol");
    return all().stream()
        .filter(i -> i.id().symbol().equals(symbol))
        .findFirst()
        .orElseThrow(ApiError::invalidSymbol);
  }

  SeriesInfo info(SeriesId id) {
    return exchange.info(id).orElseThrow(ApiError::invalidSymbol);
  }

  /** Returns the order a request names by id, by client id, or by both in agreement. */
  Optional<SimOrder> order(ApiRequest request) {
    SeriesInfo info = one(request);
    Optional<Long> orderId = request.whole("orderId");
    Optional<String> clientId = request.text("origClientOrderId");
    if (orderId.isEmpty() && clientId.isEmpty()) {
      throw ApiError.of(
          -1102, "Param 'origClientOrderId' or 'orderId' must be sent, but both were empty/null!");
    }
    if (orderId.isEmpty()) {
      return clientId.flatMap(id -> exchange.orderByClientId(info.id(), id));
    }
    return orderId
        .flatMap(id -> exchange.order(info.id(), id))
        .filter(o -> clientId.isEmpty() || clientId.get().equals(o.request().clientOrderId()));
  }
}
