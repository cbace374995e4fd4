package org.evenkeel.shell.simvenue.binance;

import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.market.ContractTerm;
import org.evenkeel.shell.simvenue.market.SeriesId;

/**
 * Binance's words for what may be traded and for how long.
 *
 * <p>Source: Binance documentation, "Public Endpoints Info": contract type, contract status, symbol status.
 * Stateless.
 */
final class ContractStatus {

  private ContractStatus() {}

  static String type(SeriesId series, long atMs) {
    return ContractTerm.of(series)
        .map(term -> term.isCurrentQuarter(atMs) ? "CURRENT_QUARTER" : "NEXT_QUARTER")
        .orElse("PERPETUAL");
  }

  static String word(SimExchange exchange, SeriesId series, long atMs) {
    boolean isContract = series.isContract();
    return switch (exchange.state(series, atMs)) {
      case PENDING -> "PENDING_TRADING";
      case TRADING -> exchange.quote(series, atMs).isPresent() ? "TRADING" : "BREAK";
      case HALTED -> isContract ? "CLOSE" : "HALT";
      case SETTLING ->
          series.kind() == SeriesId.Kind.DATED
              ? "PRE_DELIVERING"
              : isContract ? "PRE_SETTLE" : "BREAK";
      case POST_ONLY -> "BREAK";
      case DELIVERED -> "DELIVERED";
    };
  }
}
