package org.evenkeel.shell.simvenue.paper;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;

/**
 * What a paper account is told.
 *
 * @param capabilities what the bot may rely on, the same row as for the real venue
 * @param instruments what may be traded
 * @param quote the currency in which all of them are quoted
 * @param opening what lies in the wallets at the first start
 * @param rules fees, margin and price bands
 * @param topOfBookNotional what is assumed to stand at the best bid and at the best ask, in quote currency
 * @param maxQuoteAge oldest quote from which an order may be filled
 * @param quoteLife how long a quote is used before the market is asked again
 */
public record PaperSettings(
    VenueCapabilities capabilities,
    List<InstrumentId> instruments,
    Currency quote,
    OpeningBalances opening,
    ExchangeRules rules,
    BigDecimal topOfBookNotional,
    Duration maxQuoteAge,
    Duration quoteLife) {

  public PaperSettings {
    instruments = List.copyOf(instruments);
    if (topOfBookNotional.signum() <= 0) {
      throw new IllegalArgumentException(
          "topOfBookNotional must be above zero, found " + topOfBookNotional.toPlainString());
    }
  }
}
