package org.evenkeel.shell.simvenue.okx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.Side;
import org.evenkeel.shell.simvenue.exchange.TimeInForce;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.okx.OkxInstruments.Listed;

/**
 * Reads an order as OKX takes it.
 *
 * <p>A size is in contracts for a swap.
 * On the spot market it is in the base coin, but a purchase at market that does not say tgtCcy=base_ccy is sized in the
 * quote coin: 0.1 buys for 0.1 USDT.
 * Conditional orders are not simulated and refused.
 * Thread-safe.
 */
final class OkxOrderForm {

  private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9]{1,32}");

  private final String accountLevel;
  private final AtomicLong unnamed = new AtomicLong(System.currentTimeMillis());

  OkxOrderForm(String accountLevel) {
    this.accountLevel = accountLevel;
  }

  OrderRequest order(OkxRequest request, Listed listed, Optional<Quote> quote) {
    requireTradeMode(request, listed);
    if (listed.isContract() && !request.text("posSide").orElse("net").equals("net")) {
      throw OkxError.rowParameter("posSide");
    }
    Side side =
        switch (request.text("side").orElse("")) {
          case "buy" -> Side.BUY;
          case "sell" -> Side.SELL;
          default -> throw OkxError.rowParameter("side");
        };
    String type = request.text("ordType").orElse("");
    String id = clientId(request);
    BigDecimal size = request.decimal("sz").orElseThrow(() -> OkxError.rowParameter("sz"));
    OrderRequest order =
        switch (type) {
          case "limit" -> limit(request, listed, id, side, TimeInForce.GTC, size);
          case "ioc" -> limit(request, listed, id, side, TimeInForce.IOC, size);
          case "post_only" ->
              limit(request, listed, id, side, TimeInForce.GTX, size).endingIfItWouldTake();
          case "fok" -> limit(request, listed, id, side, TimeInForce.FOK, size);
          case "market", "optimal_limit_ioc" ->
              OrderRequest.market(
                  listed.info().id(), id, side, marketSize(request, listed, side, size, quote));
          default -> throw OkxError.rowParameter("ordType");
        };
    boolean reduces = request.text("reduceOnly").orElse("false").equals("true");
    OrderRequest asked = yieldsToOwn(request) ? order.yielding() : order;
    return reduces && listed.isContract() ? asked.reducing() : asked;
  }

  /** Only what cancels the new order is simulated; the other modes are taken and do nothing here. */
  private static boolean yieldsToOwn(OkxRequest request) {
    return switch (request.text("stpMode").orElse("cancel_maker")) {
      case "cancel_taker" -> true;
      case "cancel_maker", "cancel_both" -> false;
      default -> throw OkxError.rowParameter("stpMode");
    };
  }

  private static OrderRequest limit(
      OkxRequest request, Listed listed, String id, Side side, TimeInForce life, BigDecimal size) {
    BigDecimal price = request.decimal("px").orElseThrow(() -> OkxError.rowParameter("px"));
    return OrderRequest.limit(listed.info().id(), id, side, life, listed.base(size), price);
  }

  private static BigDecimal marketSize(
      OkxRequest request, Listed listed, Side side, BigDecimal size, Optional<Quote> quote) {
    if (listed.isContract()) {
      return listed.base(size);
    }
    String standard = side == Side.BUY ? "quote_ccy" : "base_ccy";
    boolean isInQuote = request.text("tgtCcy").orElse(standard).equals("quote_ccy");
    if (!isInQuote || quote.isEmpty()) {
      return size;
    }
    BigDecimal price = side == Side.BUY ? quote.get().ask() : quote.get().bid();
    BigDecimal lots = size.divide(price.multiply(listed.info().lotSize()), 0, RoundingMode.DOWN);
    return lots.multiply(listed.info().lotSize());
  }

  /** Coins trade in 'cash' in futures mode and in 'cross' under multi-currency margin. */
  private void requireTradeMode(OkxRequest request, Listed listed) {
    String wanted = listed.isContract() || accountLevel.equals("3") ? "cross" : "cash";
    if (!request.text("tdMode").orElse("").equals(wanted)) {
      throw OkxError.rowParameter("tdMode");
    }
  }

  private String clientId(OkxRequest request) {
    Optional<String> given = request.text("clOrdId");
    if (given.isPresent() && !CLIENT_ID.matcher(given.get()).matches()) {
      throw OkxError.rowParameter("clOrdId");
    }
    return given.orElseGet(() -> "venue" + unnamed.incrementAndGet());
  }
}
