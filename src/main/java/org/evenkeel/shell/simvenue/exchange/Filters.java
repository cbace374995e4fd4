package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.util.Optional;
import org.evenkeel.shell.simvenue.exchange.Placement.Rejected;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * The rules an order's numbers must obey: lot, tick, minimum, maximum, price band, notional.
 *
 * <p>A reduce-only futures order may be worth less than the smallest notional, as on Binance.
 * Immutable and thread-safe.
 */
final class Filters {

  private final ExchangeRules rules;

  Filters(ExchangeRules rules) {
    this.rules = rules;
  }

  Optional<Rejected> check(OrderRequest order, SeriesInfo info, Quote quote) {
    return qty(order.qty(), info)
        .or(() -> order.type() == OrderType.LIMIT ? price(order, info, quote) : Optional.empty())
        .or(() -> notional(order, info, quote));
  }

  private static Optional<Rejected> qty(BigDecimal qty, SeriesInfo info) {
    if (qty.signum() <= 0) {
      return rejected(RejectReason.QTY_NOT_POSITIVE, qty);
    }
    if (decimals(qty) > decimals(info.lotSize())) {
      return rejected(RejectReason.QTY_PRECISION, info.lotSize());
    }
    if (qty.remainder(info.lotSize()).signum() != 0) {
      return rejected(RejectReason.QTY_STEP, info.lotSize());
    }
    if (qty.compareTo(info.minQty()) < 0) {
      return rejected(RejectReason.QTY_TOO_SMALL, info.minQty());
    }
    if (qty.compareTo(info.maxQty()) > 0) {
      return rejected(RejectReason.QTY_TOO_LARGE, info.maxQty());
    }
    return Optional.empty();
  }

  private Optional<Rejected> price(OrderRequest order, SeriesInfo info, Quote quote) {
    BigDecimal price = order.price();
    if (price.signum() <= 0) {
      return rejected(RejectReason.PRICE_NOT_POSITIVE, price);
    }
    if (decimals(price) > decimals(info.tickSize())) {
      return rejected(RejectReason.PRICE_PRECISION, info.tickSize());
    }
    if (price.remainder(info.tickSize()).signum() != 0) {
      return rejected(RejectReason.PRICE_TICK, info.tickSize());
    }
    return switch (order.series().kind()) {
      case PERPETUAL, DATED -> futuresBand(order, quote);
      case SPOT -> spotBand(price, quote);
    };
  }

  private Optional<Rejected> futuresBand(OrderRequest order, Quote quote) {
    BigDecimal highest = quote.mark().multiply(BigDecimal.ONE.add(rules.futuresBand()));
    BigDecimal lowest = quote.mark().multiply(BigDecimal.ONE.subtract(rules.futuresBand()));
    return switch (order.side()) {
      case BUY ->
          order.price().compareTo(highest) > 0
              ? rejected(RejectReason.PRICE_TOO_HIGH, highest)
              : Optional.empty();
      case SELL ->
          order.price().compareTo(lowest) < 0
              ? rejected(RejectReason.PRICE_TOO_LOW, lowest)
              : Optional.empty();
    };
  }

  private Optional<Rejected> spotBand(BigDecimal price, Quote quote) {
    BigDecimal highest = quote.last().multiply(rules.spotBand());
    if (price.compareTo(highest) > 0) {
      return rejected(RejectReason.PRICE_TOO_HIGH, highest);
    }
    return price.multiply(rules.spotBand()).compareTo(quote.last()) < 0
        ? rejected(RejectReason.PRICE_TOO_LOW, quote.last())
        : Optional.empty();
  }

  private static Optional<Rejected> notional(OrderRequest order, SeriesInfo info, Quote quote) {
    boolean exempt = order.reduceOnly() && order.series().isContract();
    BigDecimal price = order.type() == OrderType.LIMIT ? order.price() : quote.mark();
    BigDecimal value = ContractValue.of(info).inQuote(order.qty(), price);
    boolean small = value.compareTo(info.minNotional()) < 0;
    return small && !exempt
        ? rejected(RejectReason.NOTIONAL_TOO_SMALL, info.minNotional())
        : Optional.empty();
  }

  private static int decimals(BigDecimal value) {
    return Math.max(0, value.stripTrailingZeros().scale());
  }

  private static Optional<Rejected> rejected(RejectReason reason, BigDecimal limit) {
    return Optional.of(new Rejected(reason, limit.stripTrailingZeros().toPlainString()));
  }
}
