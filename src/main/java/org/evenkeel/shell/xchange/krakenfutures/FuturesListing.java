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
import java.util.function.BiFunction;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.ListingStatus;
import org.evenkeel.core.catalog.MaintenanceTiers;
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
  private @Nullable Page cached;

  /** The instruments of one moment, by the venue's symbol. */
  private record Page(Instant readAt, SortedMap<String, JsonNode> entries) {}

  FuturesListing(KrakenFuturesLink link, FuturesMarketApi market) {
    this.link = link;
    this.market = market;
  }

  /** The specifications of symbols; refused if one is not listed. */
  public Result<List<InstrumentSpec>> specs(List<FuturesSymbol> symbols) {
    return read().then(listing -> each(listing, symbols, FuturesListing::spec));
  }

  /** What is asked for contracts by the size of a position; refused if one is not listed. */
  Result<List<MaintenanceTiers>> margins(List<FuturesSymbol> symbols) {
    return read()
        .then(
            listing ->
                each(
                    listing,
                    symbols,
                    (symbol, entry) -> MarginLevels.read(symbol, entry, listing.readAt())));
  }

  private static <T> Result<List<T>> each(
      Page listing, List<FuturesSymbol> symbols, BiFunction<FuturesSymbol, JsonNode, T> reading) {
    for (FuturesSymbol symbol : symbols) {
      if (!listing.entries().containsKey(symbol.text())) {
        return Result.refused(
            RefusalReason.INSTRUMENT_NOT_TRADING, "Kraken Futures lists no " + symbol.id());
      }
    }
    return ReplyRules.judged(
        "the specifications",
        () -> {
          List<T> all = new ArrayList<>();
          List<FuturesSymbol> inOrder = new ArrayList<>(symbols);
          inOrder.sort((a, b) -> a.id().compareTo(b.id()));
          for (FuturesSymbol symbol : inOrder) {
            JsonNode entry = listing.entries().get(symbol.text());
            if (entry != null) {
              all.add(reading.apply(symbol, entry));
            }
          }
          return List.copyOf(all);
        });
  }

  private synchronized Result<Page> read() {
    Instant now = link.now();
    Page known = cached;
    if (known != null && isFresh(known, now)) {
      return Result.ok(known);
    }
    Result<Page> answer =
        ReplyRules.read(
            "the list of futures",
            link.make(Kind.READ, KrakenFuturesLink.FUTURES, 1, "instruments", market::instruments),
            json -> new Page(now, bySymbol(json)));
    if (answer instanceof Result.Ok<Page> ok) {
      cached = ok.value();
    }
    return answer;
  }

  private boolean isFresh(Page listing, Instant now) {
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
        listing(entry));
  }

  /** The name and the listing must agree on the day on which a contract ends. */
  private static void requireEnd(FuturesSymbol symbol, JsonNode entry) {
    if (symbol.instrument() instanceof Instrument.DatedFuture dated) {
      Instant last = JsonFields.isoTime(entry, "lastTradingTime");
      if (!last.atOffset(ZoneOffset.UTC).toLocalDate().equals(dated.expiry())) {
        throw new UnreadableReply(symbol.id() + " is listed to trade until " + last);
      }
    }
  }

  /** A perpetual has a last trading time only once its end is announced. */
  private static Listing listing(JsonNode entry) {
    boolean isOpen =
        JsonFields.flag(entry, "tradeable") && !entry.path("isExpired").asBoolean(false);
    ListingStatus status =
        !isOpen
            ? ListingStatus.PAUSED
            : JsonFields.flag(entry, "postOnly")
                ? ListingStatus.RESTING_ONLY
                : ListingStatus.TRADING;
    Listing listing = Listing.of(status);
    return entry.hasNonNull("lastTradingTime")
        ? listing.endingAt(JsonFields.isoTime(entry, "lastTradingTime"))
        : listing;
  }
}
