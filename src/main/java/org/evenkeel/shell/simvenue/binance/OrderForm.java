package org.evenkeel.shell.simvenue.binance;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.Side;
import org.evenkeel.shell.simvenue.exchange.TimeInForce;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * Reads an order request as Binance's order endpoints take it.
 *
 * <p>Limit and market orders only; conditional orders and sizes in quote currency are refused with Binance's code for parameters it does not accept.
 * Thread-safe.
 */
final class OrderForm {

  private static final Pattern CLIENT_ID = Pattern.compile("[.A-Z:/a-z0-9_-]{1,36}");
  private static final int SPOT_DECIMALS = 8;

  private final AtomicLong unnamed = new AtomicLong(System.currentTimeMillis());

  OrderRequest spot(ApiRequest request, SeriesInfo info) {
    Side side = side(request);
    String type = request.required("type");
    BigDecimal qty = quantity(request);
    refuseTooPrecise("quantity", qty);
    String id = clientId(request);
    boolean yields = yieldsToOwn(request);
    OrderRequest order =
        switch (type) {
          case "MARKET" -> OrderRequest.market(info.id(), id, side, qty);
          case "LIMIT" ->
              OrderRequest.limit(info.id(), id, side, spotLife(request), qty, spotPrice(request));
          case "LIMIT_MAKER" ->
              OrderRequest.limit(info.id(), id, side, TimeInForce.GTX, qty, spotPrice(request));
          default -> throw ApiError.of(-1116, "Invalid orderType.");
        };
    return yields ? order.yielding() : order;
  }

  /** Only what ends the new order is simulated; the other modes are taken and do nothing here. */
  private static boolean yieldsToOwn(ApiRequest request) {
    String mode = request.text("selfTradePreventionMode").orElse("NONE");
    return switch (mode) {
      case "EXPIRE_TAKER" -> true;
      case "NONE", "EXPIRE_MAKER", "EXPIRE_BOTH" -> false;
      default -> throw ApiError.of(-1102, "Invalid selfTradePreventionMode.");
    };
  }

  OrderRequest futures(ApiRequest request, SeriesInfo info) {
    Side side = side(request);
    String type = request.required("type");
    if (!request.text("positionSide").orElse("BOTH").equals("BOTH")) {
      throw ApiError.of(-4061, "Order's position side does not match user's setting.");
    }
    if (request.flag("closePosition")) {
      throw ApiError.of(
          -4136, "Target strategy invalid for orderType " + type + ",closePosition true");
    }
    BigDecimal qty = quantity(request);
    String id = clientId(request);
    OrderRequest order =
        switch (type) {
          case "MARKET" -> OrderRequest.market(info.id(), id, side, qty);
          case "LIMIT" ->
              OrderRequest.limit(info.id(), id, side, life(request), qty, price(request));
          default -> throw ApiError.of(-1116, "Invalid orderType.");
        };
    OrderRequest asked = yieldsToOwn(request) ? order.yielding() : order;
    return request.flag("reduceOnly") ? asked.reducing() : asked;
  }

  private static Side side(ApiRequest request) {
    return switch (request.required("side")) {
      case "BUY" -> Side.BUY;
      case "SELL" -> Side.SELL;
      default -> throw ApiError.of(-1117, "Invalid side.");
    };
  }

  private static TimeInForce spotLife(ApiRequest request) {
    TimeInForce life = life(request);
    if (life == TimeInForce.GTX) {
      throw ApiError.of(-1115, "Invalid timeInForce.");
    }
    return life;
  }

  private static TimeInForce life(ApiRequest request) {
    return switch (request.required("timeInForce")) {
      case "GTC" -> TimeInForce.GTC;
      case "GTX" -> TimeInForce.GTX;
      case "IOC" -> TimeInForce.IOC;
      case "FOK" -> TimeInForce.FOK;
      default -> throw ApiError.of(-1115, "Invalid timeInForce.");
    };
  }

  private static BigDecimal quantity(ApiRequest request) {
    return request.decimal("quantity").orElseThrow(() -> ApiError.missing("quantity"));
  }

  private static BigDecimal price(ApiRequest request) {
    return request.decimal("price").orElseThrow(() -> ApiError.missing("price"));
  }

  private static BigDecimal spotPrice(ApiRequest request) {
    BigDecimal price = price(request);
    refuseTooPrecise("price", price);
    return price;
  }

  private static void refuseTooPrecise(String name, BigDecimal value) {
    if (Json.decimals(value) > SPOT_DECIMALS) {
      throw ApiError.of(-1111, "Parameter '" + name + "' has too much precision.");
    }
  }

  private String clientId(ApiRequest request) {
    Optional<String> given = request.text("newClientOrderId");
    if (given.isPresent() && !CLIENT_ID.matcher(given.get()).matches()) {
      throw ApiError.illegal("newClientOrderId", "^[\\.A-Z\\:/a-z0-9_-]{1,36}$");
    }
    return given.orElseGet(() -> "venue" + unnamed.incrementAndGet());
  }
}
