package org.evenkeel.shell.simvenue.paper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * From the bot's names to the exchange's and back.
 *
 * <p>BTC-USDT-PERP@binance is the perpetual series BTCUSDT.
 * One contract is one unit of base currency on these markets; anything else is refused rather than converted.
 *
 * <p>Stateless.
 */
final class Naming {

  /** Stands in for the limits of an instrument that is not listed any more: nothing trades there, so none matters. */
  private static final BigDecimal FINEST = new BigDecimal("0.00000001");

  private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

  private Naming() {}

  static SeriesId series(InstrumentId id) {
    return series(Instrument.parse(id));
  }

  private static SeriesId series(Instrument instrument) {
    String symbol = instrument.base().value() + instrument.quote().value();
    return switch (instrument) {
      case Instrument.Spot spot -> SeriesId.spot(symbol);
      case Instrument.LinearPerpetual perpetual -> SeriesId.perpetual(symbol);
      case Instrument.DatedFuture dated ->
          new SeriesId(SeriesId.Kind.DATED, symbol + "_" + DAY.format(dated.expiry()));
      case Instrument.InversePerpetual perpetual -> SeriesId.perpetual(symbol);
      case Instrument.QuantoPerpetual perpetual -> SeriesId.perpetual(symbol);
      case Instrument.InverseDatedFuture dated ->
          new SeriesId(SeriesId.Kind.DATED, symbol + "_" + DAY.format(dated.expiry()));
    };
  }

  /** The instrument of a series that the log names; all markets of an account are quoted in one currency. */
  static Instrument instrument(SeriesId series, Currency quote, VenueId venue) {
    String symbol = series.pair();
    if (!symbol.endsWith(quote.value()) || symbol.length() == quote.value().length()) {
      throw new IllegalStateException(
          "the paper account has traded " + symbol + ", which is not quoted in " + quote);
    }
    Currency base = Currency.of(symbol.substring(0, symbol.length() - quote.value().length()));
    return switch (series.kind()) {
      case SPOT -> new Instrument.Spot(base, quote, venue);
      case PERPETUAL -> new Instrument.LinearPerpetual(base, quote, venue);
      case DATED -> new Instrument.DatedFuture(base, quote, day(series), venue);
    };
  }

  private static LocalDate day(SeriesId series) {
    return LocalDate.parse(series.symbol().substring(series.pair().length() + 1), DAY);
  }

  /** The limits as the exchange knows them; empty if a contract is not one unit of base currency. */
  static Optional<SeriesInfo> info(InstrumentSpec spec) {
    Instrument instrument = spec.instrument();
    if (spec.multiplier().compareTo(BigDecimal.ONE) != 0
        || instrument instanceof Instrument.Inverse
        || instrument instanceof Instrument.QuantoPerpetual) {
      return Optional.empty();
    }
    return Optional.of(
        new SeriesInfo(
            series(instrument),
            instrument.base().value(),
            instrument.quote().value(),
            spec.tickSize(),
            spec.lotSize(),
            spec.minQty().max(spec.lotSize()),
            spec.maxQty(),
            spec.minNotional()));
  }

  static SeriesInfo delisted(Instrument instrument) {
    return new SeriesInfo(
        series(instrument),
        instrument.base().value(),
        instrument.quote().value(),
        FINEST,
        FINEST,
        FINEST,
        LARGEST,
        BigDecimal.ZERO);
  }
}
