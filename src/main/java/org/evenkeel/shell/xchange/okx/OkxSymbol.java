package org.evenkeel.shell.xchange.okx;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.shell.xchange.UnreadableReply;

/**
 * An instrument and the name that OKX has for it; that name never leaves the adapter.
 *
 * <p>BTC-USDT-PERP@okx is 'BTC-USDT-SWAP', BTC-USDT-SPOT@okx is 'BTC-USDT'.
 * A dated future ('BTC-USDT-260327', ours BTC-USDT-20260327@okx) and a contract that is margined in its coin
 * ('BTC-USD-SWAP') can be named, because they may be held, but not traded: their size and profit follow other rules.
 *
 * @param instrument what is traded
 * @param kind what kind of thing it is for the venue
 * @param instId the venue's name
 */
public record OkxSymbol(Instrument instrument, OkxKind kind, String instId) {

  private static final Pattern INST_ID =
      Pattern.compile("([A-Z0-9]+)-([A-Z0-9]+)(?:-(SWAP|[0-9]{6}))?");

  /** The symbol of an instrument that is traded; throws {@link IllegalArgumentException} with the reason for another. */
  public static OkxSymbol of(InstrumentId id) {
    Instrument instrument = Instrument.parse(id);
    String pair = instrument.base() + "-" + instrument.quote();
    return switch (instrument) {
      case Instrument.Spot spot -> new OkxSymbol(instrument, OkxKind.SPOT, pair);
      case Instrument.LinearPerpetual perpetual -> {
        if (perpetual.quote().value().equals("USD")) {
          throw new IllegalArgumentException(
              "'"
                  + id
                  + "' is margined in "
                  + perpetual.base()
                  + ": inverse contracts are not traded yet; use one quoted in USDT or USDC");
        }
        yield new OkxSymbol(instrument, OkxKind.SWAP, pair + "-SWAP");
      }
    };
  }

  /** Our name for one of the venue's, if it is a spot market, a swap or a dated future of plain currencies. */
  public static Optional<InstrumentId> nameOf(String instId) {
    Matcher parts = INST_ID.matcher(instId);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String kind = parts.group(3);
    String suffix = kind == null ? "SPOT" : kind.equals("SWAP") ? "PERP" : "20" + kind;
    return Optional.of(
        InstrumentId.of(parts.group(1) + "-" + parts.group(2) + "-" + suffix + "@okx"));
  }

  public InstrumentId id() {
    return instrument.id();
  }

  /** Throws {@link UnreadableReply} unless the answer is about this symbol. */
  public void require(String answered) {
    if (!instId.equals(answered)) {
      throw new UnreadableReply("the answer is about another instrument than " + id());
    }
  }
}
