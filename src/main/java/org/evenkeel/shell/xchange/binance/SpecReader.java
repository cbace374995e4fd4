package org.evenkeel.shell.xchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.UnreadableReply;

/**
 * An instrument's specification from its entry in exchangeInfo.
 *
 * <p>Where LOT_SIZE and MARKET_LOT_SIZE differ, the stricter of each pair counts: the larger step and minimum, the smaller
 * maximum; a zero means that the filter does not apply.
 * Filters: Binance REST documentation, "Filters".
 */
final class SpecReader {

  private SpecReader() {}

  static InstrumentSpec spec(Symbol symbol, JsonNode entry) {
    Instrument instrument = symbol.instrument();
    requireSame(symbol, entry);
    JsonNode filters = JsonFields.array(entry, "filters");
    JsonNode price = filter(filters, "PRICE_FILTER").orElseThrow(() -> missing("PRICE_FILTER"));
    JsonNode lot = filter(filters, "LOT_SIZE").orElseThrow(() -> missing("LOT_SIZE"));
    Optional<JsonNode> market = filter(filters, "MARKET_LOT_SIZE");
    return new InstrumentSpec(
        instrument,
        symbol.ours(JsonFields.decimal(price, "tickSize")),
        larger(lot, market, "stepSize"),
        larger(lot, market, "minQty"),
        smallerAboveZero(lot, market, "maxQty"),
        minNotional(instrument, filters),
        symbol.multiplier(),
        switch (instrument) {
          case Instrument.Spot spot -> ListingReader.spot(entry);
          case Instrument.Future future -> ListingReader.future(entry);
        });
  }

  private static void requireSame(Symbol symbol, JsonNode entry) {
    boolean isSame =
        JsonFields.text(entry, "baseAsset").equals(symbol.base())
            && JsonFields.text(entry, "quoteAsset").equals(symbol.instrument().quote().value());
    if (!isSame) {
      throw new UnreadableReply("the entry of " + symbol.id() + " has other currencies");
    }
  }

  private static BigDecimal minNotional(Instrument instrument, JsonNode filters) {
    return switch (instrument) {
      case Instrument.Future future ->
          filter(filters, "MIN_NOTIONAL")
              .map(found -> JsonFields.decimal(found, "notional"))
              .orElseThrow(() -> missing("MIN_NOTIONAL"));
      case Instrument.Spot spot ->
          filter(filters, "NOTIONAL")
              .or(() -> filter(filters, "MIN_NOTIONAL"))
              .map(found -> JsonFields.decimal(found, "minNotional"))
              .orElseThrow(() -> missing("NOTIONAL"));
    };
  }

  private static BigDecimal larger(JsonNode lot, Optional<JsonNode> market, String name) {
    BigDecimal first = JsonFields.decimal(lot, name);
    return market.map(m -> JsonFields.decimal(m, name).max(first)).orElse(first);
  }

  private static BigDecimal smallerAboveZero(JsonNode lot, Optional<JsonNode> market, String name) {
    BigDecimal first = JsonFields.decimal(lot, name);
    return market
        .map(m -> JsonFields.decimal(m, name))
        .filter(second -> second.signum() > 0)
        .map(first::min)
        .orElse(first);
  }

  private static Optional<JsonNode> filter(JsonNode filters, String type) {
    for (JsonNode filter : filters) {
      if (type.equals(filter.path("filterType").asText())) {
        return Optional.of(filter);
      }
    }
    return Optional.empty();
  }

  private static UnreadableReply missing(String filter) {
    return new UnreadableReply("the filter " + filter + " is missing");
  }
}
