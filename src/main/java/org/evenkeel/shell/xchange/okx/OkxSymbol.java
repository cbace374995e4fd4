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
 * A contract against USD is margined in its coin: BTC-USD-INVERSE@okx is 'BTC-USD-SWAP', BTC-USD-INVERSE20260327@okx is
 * 'BTC-USD-260327'. All others are linear.
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
    if (instrument instanceof Instrument.QuantoPerpetual) {
      throw unlisted(id);
    }
    String pair = instrument.base() + "-" + instrument.quote();
    if (instrument instanceof Instrument.Future future && isInverse(pair) != isInverse(future)) {
      throw new IllegalArgumentException(
          "'"
              + id
              + "': contracts against USD are inverse at OKX and all others are linear; write "
              + nameOf(instId(future, pair)).map(InstrumentId::value).orElse("another"));
    }
    return switch (instrument) {
      case Instrument.Spot spot -> new OkxSymbol(instrument, OkxKind.SPOT, pair);
      case Instrument.Future future ->
          new OkxSymbol(instrument, kind(future), instId(future, pair));
    };
  }

  private static IllegalArgumentException unlisted(InstrumentId id) {
    return new IllegalArgumentException(
        "'" + id + "': OKX lists no contract that settles in a third currency");
  }

  private static OkxKind kind(Instrument.Future future) {
    return switch (future) {
      case Instrument.LinearPerpetual perpetual -> OkxKind.SWAP;
      case Instrument.InversePerpetual perpetual -> OkxKind.SWAP;
      case Instrument.QuantoPerpetual quanto -> throw unlisted(quanto.id());
      case Instrument.DatedFuture dated -> OkxKind.FUTURES;
      case Instrument.InverseDatedFuture dated -> OkxKind.FUTURES;
    };
  }

  private static String instId(Instrument.Future future, String pair) {
    return switch (future) {
      case Instrument.LinearPerpetual perpetual -> pair + "-SWAP";
      case Instrument.InversePerpetual perpetual -> pair + "-SWAP";
      case Instrument.QuantoPerpetual quanto -> throw unlisted(quanto.id());
      case Instrument.DatedFuture dated -> pair + "-" + DAY.format(dated.expiry());
      case Instrument.InverseDatedFuture dated -> pair + "-" + DAY.format(dated.expiry());
    };
  }

  private static boolean isInverse(Instrument.Future future) {
    return switch (future) {
      case Instrument.Inverse inverse -> true;
      case Instrument.Linear linear -> false;
      case Instrument.QuantoPerpetual quanto -> throw unlisted(quanto.id());
    };
  }

  /** The venue's names do not say it, but what is quoted in dollars that no coin stands for is margined in its base. */
  private static boolean isInverse(String pair) {
    return pair.endsWith("-USD");
  }

  /** Our name for one of the venue's, if it is a spot market, a swap or a dated future of plain currencies. */
  public static Optional<InstrumentId> nameOf(String instId) {
    Matcher parts = INST_ID.matcher(instId);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String kind = parts.group(3);
    String pair = parts.group(1) + "-" + parts.group(2);
    String suffix =
        kind == null
            ? "SPOT"
            : isInverse(pair)
                ? Instrument.INVERSE + (kind.equals("SWAP") ? "" : "20" + kind)
                : kind.equals("SWAP") ? "PERP" : "20" + kind;
    return Optional.of(InstrumentId.of(pair + "-" + suffix + "@okx"));
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
