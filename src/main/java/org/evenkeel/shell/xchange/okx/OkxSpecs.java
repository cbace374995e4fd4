package org.evenkeel.shell.xchange.okx;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.UnreadableReply;

/**
 * An instrument's specification from its entry in public/instruments.
 *
 * <p>Sizes of a contract are in contracts: lot and minimum are as published, and a contract is worth ctVal times ctMult of the
 * base coin, or of the quote currency if it is inverse; on the spot market they are in the base coin.
 * OKX has no smallest notional, so it is zero: the smallest order is minSz.
 */
final class OkxSpecs {

  private OkxSpecs() {}

  static InstrumentSpec spec(OkxSymbol symbol, JsonNode entry) {
    symbol.require(JsonFields.text(entry, "instId"));
    return new InstrumentSpec(
        symbol.instrument(),
        OkxFields.decimal(entry, "tickSz"),
        OkxFields.decimal(entry, "lotSz"),
        OkxFields.decimal(entry, "minSz"),
        OkxFields.decimal(entry, "maxLmtSz"),
        BigDecimal.ZERO,
        switch (symbol.kind()) {
          case SPOT -> spotMultiplier(symbol, entry);
          case SWAP, FUTURES -> contractSize(symbol, entry);
        },
        OkxAnnouncements.listing(entry));
  }

  private static BigDecimal spotMultiplier(OkxSymbol symbol, JsonNode entry) {
    requireText(symbol, entry, "instType", "SPOT");
    requireText(symbol, entry, "baseCcy", symbol.instrument().base().value());
    requireText(symbol, entry, "quoteCcy", symbol.instrument().quote().value());
    return BigDecimal.ONE;
  }

  private static BigDecimal contractSize(OkxSymbol symbol, JsonNode entry) {
    Instrument instrument = symbol.instrument();
    requireText(symbol, entry, "instType", symbol.kind().instType());
    switch (instrument) {
      case Instrument.Inverse inverse -> {
        requireText(symbol, entry, "ctType", "inverse");
        requireText(symbol, entry, "ctValCcy", inverse.quote().value());
        requireText(symbol, entry, "settleCcy", inverse.settlement().value());
      }
      case Instrument.Linear linear -> {
        requireText(symbol, entry, "ctType", "linear");
        requireText(symbol, entry, "ctValCcy", linear.base().value());
        requireText(symbol, entry, "settleCcy", linear.settlement().value());
      }
      case Instrument.QuantoPerpetual quanto ->
          throw new IllegalArgumentException(quanto.id() + " is not listed at OKX");
      case Instrument.Spot spot ->
          throw new IllegalArgumentException(spot.id() + " has no contracts");
    }
    return OkxFields.decimal(entry, "ctVal").multiply(OkxFields.decimal(entry, "ctMult"));
  }

  private static void requireText(OkxSymbol symbol, JsonNode entry, String name, String wanted) {
    if (!wanted.equals(JsonFields.text(entry, name))) {
      throw new UnreadableReply(
          symbol.id() + " is listed with a " + name + " other than '" + wanted + "'");
    }
  }
}
