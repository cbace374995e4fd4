package org.evenkeel.simulation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;

/** What mutants need to know of the simulated market. */
final class SimulatedUniverse {

  static final List<InstrumentId> INSTRUMENTS =
      List.of(
          InstrumentId.of("BTC-USDT-PERP@binance"),
          InstrumentId.of("ETH-USDT-PERP@binance"),
          InstrumentId.of("SOL-USDT-PERP@binance"),
          InstrumentId.of("USDC-USDT-SPOT@binance"));

  private SimulatedUniverse() {}

  /** The specification of somebody who thinks that a contract is a coin. */
  static InstrumentSpec simplified(InstrumentSpec spec) {
    return new InstrumentSpec(
        spec.instrument(),
        spec.tickSize(),
        spec.lotSize(),
        spec.minQty(),
        spec.maxQty(),
        spec.minNotional(),
        BigDecimal.ONE,
        spec.isTrading());
  }

  /** The instruments of a call that is looked at from outside. */
  static List<InstrumentId> asked(Object argument) {
    return ((List<?>) argument).stream().map(InstrumentId.class::cast).toList();
  }

  static Quote renewed(Quote quote, Instant now) {
    return new Quote(
        quote.instrument(), quote.bid(), quote.ask(), quote.mark(), now, quote.receivedAt());
  }
}
