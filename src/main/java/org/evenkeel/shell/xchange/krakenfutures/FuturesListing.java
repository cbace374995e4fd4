package org.evenkeel.shell.xchange.krakenfutures;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.jspecify.annotations.Nullable;

/**
 * What Kraken publishes about its futures, read at most once in {@link KrakenFuturesSettings#specificationAge}.
 *
 * <p>This class is thread-safe.
 */
public final class FuturesListing {

  /** The smallest order's value that Kraken documents (error SMALL_ORDER_LIMIT_EXCEEDED), in USD. */
  private static final BigDecimal SMALLEST_VALUE = new BigDecimal("0.01");

  /** Decimals that a quantity may have; negative for coins that trade in thousands. */
  private static final int MOST_PRECISION = 18;

  private final KrakenFuturesLink link;
  private final FuturesMarketApi market;
  private @Nullable Listing cached;

  /** The instruments of one moment, by the venue's symbol. */
  private record Listing(Instant readAt, SortedMap<String, JsonNode> entries) {}

  FuturesListing(KrakenFuturesLink link, FuturesMarketApi market) {
    this.link = link;
    this.market = market;
  }

  /** The specifications of symbols; refused if one is not listed. */
  public Result<List<InstrumentSpec>> specs(List<FuturesSymbol> symbols) {
    return read().then(listing -> specs(listing, symbols));
  }

  private static Result<List<InstrumentSpec>> specs(Listing listing, List<FuturesSymbol> symbols) {
    for (FuturesSymbol symbol : symbols) {
      if (!listing.entries().containsKey(symbol.text())) {
        return Result.refused(
            RefusalReason.INSTRUMENT_NOT_TRADING, "Kraken Futures lists no " + symbol.id());
      }
    }
    return ReplyRules.judged(
        "the specifications",
        () -> {
          List<InstrumentSpec> specs = new ArrayList<>();
          for (FuturesSymbol symbol : symbols) {
            JsonNode entry = listing.entries().get(symbol.text());
            if (entry != null) {
              specs.add(spec(symbol, entry));
            }
          }
          specs.sort((a, b) -> a.id().compareTo(b.id()));
          return List.copyOf(specs);
        });
  }

  private synchronized Result<Listing> read() {
    Instant now = link.now();
    Listing known = cached;
    if (known != null && isFresh(known, now)) {
      return Result.ok(known);
    }
    Result<Listing> answer =
        ReplyRules.read(
            "the list of futures",
            link.make(Kind.READ, KrakenFuturesLink.FUTURES, 1, "instruments", market::instruments),
            json -> new Listing(now, bySymbol(json)));
    if (answer instanceof Result.Ok<Listing> ok) {
      cached = ok.value();
    }
    return answer;
  }

  private boolean isFresh(Listing listing, Instant now) {
    Duration age = Duration.between(listing.readAt(), now);
    return !age.isNegative() && age.compareTo(link.settings().specificationAge()) <= 0;
  }

  static SortedMap<String, JsonNode> bySymbol(JsonNode json) {
    TreeMap<String, JsonNode> entries = new TreeMap<>();
    for (JsonNode entry : JsonFields.array(json, "instruments")) {
      entries.put(JsonFields.text(entry, "symbol"), entry);
    }
    if (entries.isEmpty()) {
      throw new UnreadableReply("the list of instruments is empty");
    }
    return entries;
  }

  /**
   * The specification of a linear contract.
   *
   * <p>Kraken gives the number of decimals that a quantity may have instead of a lot, and the coins of one contract.
   * A contract that takes only orders which rest does not trade for us, whose orders never do.
   */
  static InstrumentSpec spec(FuturesSymbol symbol, JsonNode entry) {
    symbol.require(JsonFields.text(entry, "symbol"));
    if (!JsonFields.text(entry, "type").equals("flexible_futures")) {
      throw new UnreadableReply(symbol.id() + " is not linear: its specification would be wrong");
    }
    requireEnd(symbol, entry);
    BigDecimal decimals = JsonFields.decimal(entry, "contractValueTradePrecision");
    if (decimals.abs().compareTo(BigDecimal.valueOf(MOST_PRECISION)) > 0) {
      throw new UnreadableReply(symbol.id() + " has quantities of " + decimals + " decimals");
    }
    BigDecimal lot = BigDecimal.ONE.movePointLeft(decimals.intValueExact());
    return new InstrumentSpec(
        symbol.instrument(),
        JsonFields.decimal(entry, "tickSize"),
        lot,
        lot,
        JsonFields.decimal(entry, "maxPositionSize"),
        SMALLEST_VALUE,
        JsonFields.decimal(entry, "contractSize"),
        JsonFields.flag(entry, "tradeable")
            && !JsonFields.flag(entry, "postOnly")
            && !entry.path("isExpired").asBoolean(false));
  }

  /** The name and the listing must agree on whether the contract ends, and on the day. */
  private static void requireEnd(FuturesSymbol symbol, JsonNode entry) {
    if (symbol.instrument() instanceof Instrument.DatedFuture dated) {
      Instant last = JsonFields.isoTime(entry, "lastTradingTime");
      if (!last.atOffset(ZoneOffset.UTC).toLocalDate().equals(dated.expiry())) {
        throw new UnreadableReply(symbol.id() + " is listed to trade until " + last);
      }
    } else if (entry.hasNonNull("lastTradingTime")) {
      throw new UnreadableReply(symbol.id() + " has a last trading time: it is no perpetual");
    }
  }
}
