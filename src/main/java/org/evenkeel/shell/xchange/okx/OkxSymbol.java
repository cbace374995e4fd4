package org.evenkeel.shell.xchange.okx;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
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
 * BTC-USDT-20260327@okx is 'BTC-USDT-260327'.
 * A contract that is margined in its coin ('BTC-USD-SWAP') can be named, because it may be held, but not traded: its size
 * and profit follow other rules.
 *
 * @param instrument what is traded
 * @param kind what kind of thing it is for the venue
 * @param instId the venue's name
 */
public record OkxSymbol(Instrument instrument, OkxKind kind, String instId) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);

  private static final Pattern INST_ID =
      Pattern.compile("([A-Z0-9]+)-([A-Z0-9]+)(?:-(SWAP|[0-9]{6}))?");

  /** The symbol of an instrument that is traded; throws {@link IllegalArgumentException} with the reason for another. */
  public static OkxSymbol of(InstrumentId id) {
    Instrument instrument = Instrument.parse(id);
    String pair = instrument.base() + "-" + instrument.quote();
    if (instrument instanceof Instrument.Future && instrument.quote().value().equals("USD")) {
      throw new IllegalArgumentException(
          "'"
              + id
              + "' is margined in "
              + instrument.base()
              + ": inverse contracts are not traded yet; use one quoted in USDT or USDC");
    }
    return switch (instrument) {
      case Instrument.Spot spot -> new OkxSymbol(instrument, OkxKind.SPOT, pair);
      case Instrument.LinearPerpetual perpetual ->
          new OkxSymbol(instrument, OkxKind.SWAP, pair + "-SWAP");
      case Instrument.DatedFuture dated ->
          new OkxSymbol(instrument, OkxKind.FUTURES, pair + "-" + DAY.format(dated.expiry()));
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
