package org.evenkeel.shell.simvenue.okx;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * OKX's names and contract sizes for the series of the exchange, which counts in the base coin or in dollars.
 *
 * <p>For example the perpetual BTCUSDT is BTC-USDT-SWAP with 0.01 BTC for a contract, so that 0.025 BTC are 2.5 contracts, and
 * the inverse BTCUSD is BTC-USD-SWAP with 100 dollars for a contract.
 * The dated contract BTCUSDT_260327 is BTC-USDT-260327 and has the size of the perpetual.
 * Order ids are unique for the account: those of a series begin at a trillion of their own.
 * Immutable and thread-safe.
 */
final class OkxInstruments {

  private static final long ORDERS_OF_A_SERIES = 1_000_000_000_000L;

  /** As published by OKX; a coin that is not listed here has contracts of one. */
  private static final Map<String, BigDecimal> CONTRACT_SIZES = new TreeMap<>();

  static {
    CONTRACT_SIZES.put("BTC", new BigDecimal("0.01"));
    CONTRACT_SIZES.put("ETH", new BigDecimal("0.1"));
    CONTRACT_SIZES.put("BNB", new BigDecimal("0.01"));
    CONTRACT_SIZES.put("XRP", new BigDecimal("100"));
    CONTRACT_SIZES.put("ADA", new BigDecimal("100"));
    CONTRACT_SIZES.put("DOGE", new BigDecimal("1000"));
  }

  /** The dollars of one inverse contract as published by OKX; 100 of bitcoin. */
  private static final BigDecimal DOLLARS = BigDecimal.TEN;

  private static final BigDecimal DOLLARS_OF_BITCOIN = BigDecimal.valueOf(100);

  /**
   * One series under OKX's name.
   *
   * @param number its place among the series, from 1
   * @param contractSize the base coin of one contract, the dollars of an inverse one; 1 on the spot market
   */
  record Listed(SeriesInfo info, String instId, int number, BigDecimal contractSize) {

    boolean isContract() {
      return info.id().isContract();
    }

    String instType() {
      return switch (info.id().kind()) {
        case SPOT -> "SPOT";
        case PERPETUAL -> "SWAP";
        case DATED -> "FUTURES";
      };
    }

    /** The two coins, for example 'BTC-USDT'. */
    String pair() {
      return info.base() + "-" + info.quote();
    }

    boolean isInverse() {
      return info.isInverse();
    }

    /** The venue's size for a quantity of the exchange: base coins, dollars of an inverse contract. */
    BigDecimal size(BigDecimal base) {
      return base.divide(contractSize);
    }

    BigDecimal base(BigDecimal size) {
      return size.multiply(contractSize);
    }

    String ordId(SimOrder order) {
      return ordId(order.orderId());
    }

    String ordId(long orderId) {
      return Long.toString(number * ORDERS_OF_A_SERIES + orderId);
    }

    /** The exchange's own id, if the venue's is one of this series. */
    Optional<Long> orderId(long ordId) {
      return ordId / ORDERS_OF_A_SERIES == number
          ? Optional.of(ordId % ORDERS_OF_A_SERIES)
          : Optional.empty();
    }
  }

  private final Map<String, Listed> byInstId = new TreeMap<>();

  OkxInstruments(SimExchange exchange) {
    int number = 0;
    for (SeriesInfo info : exchange.series()) {
      number++;
      String pair = info.base() + "-" + info.quote();
      String instId =
          switch (info.id().kind()) {
            case SPOT -> pair;
            case PERPETUAL -> pair + "-SWAP";
            case DATED ->
                pair + info.id().symbol().substring(info.id().pair().length()).replace('_', '-');
          };
      BigDecimal size = info.id().isContract() ? contractSize(info) : BigDecimal.ONE;
      byInstId.put(instId, new Listed(info, instId, number, size));
    }
  }

  private static BigDecimal contractSize(SeriesInfo info) {
    if (info.isInverse()) {
      return info.base().equals("BTC") ? DOLLARS_OF_BITCOIN : DOLLARS;
    }
    return CONTRACT_SIZES.getOrDefault(info.base(), BigDecimal.ONE);
  }

  List<Listed> all() {
    return List.copyOf(byInstId.values());
  }

  List<Listed> ofType(String instType) {
    if (!List.of("SPOT", "SWAP", "FUTURES", "MARGIN", "OPTION").contains(instType)) {
      throw OkxError.parameter("instType");
    }
    return all().stream().filter(listed -> listed.instType().equals(instType)).toList();
  }

  Optional<Listed> find(String instId) {
    return Optional.ofNullable(byInstId.get(instId));
  }

  /** The instrument that a question names. */
  Listed asked(OkxRequest request) {
    return find(request.required("instId")).orElseThrow(OkxError::noSuchInstrument);
  }

  Listed of(SeriesId series) {
    return all().stream()
        .filter(listed -> listed.info().id().equals(series))
        .findFirst()
        .orElseThrow(OkxError::noSuchInstrument);
  }
}
