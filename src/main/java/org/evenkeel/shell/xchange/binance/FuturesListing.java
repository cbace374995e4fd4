package org.evenkeel.shell.xchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.jspecify.annotations.Nullable;

/**
 * What Binance publishes about its futures, read at most once in {@link BinanceSettings#specificationAge}.
 *
 * <p>This class is thread-safe.
 */
public final class FuturesListing {

  private final BinanceLink link;
  private final FuturesMarketApi market;
  private @Nullable Listing cached;

  FuturesListing(BinanceLink link, FuturesMarketApi market) {
    this.link = link;
    this.market = market;
  }

  /** The listing of one moment, by the venue's symbol. */
  public record Listing(Instant readAt, SortedMap<String, JsonNode> entries) {

    /** The future's entry, if the venue lists one of its kind and day under this symbol. */
    Optional<JsonNode> future(Symbol symbol) {
      return Optional.ofNullable(entries.get(symbol.text()))
          .filter(
              entry ->
                  switch (symbol.instrument()) {
                    case Instrument.Spot spot -> false;
                    case Instrument.Inverse inverse -> false;
                    case Instrument.LinearPerpetual perpetual -> isPerpetual(entry);
                    case Instrument.DatedFuture dated ->
                        !isPerpetual(entry)
                            && LocalDate.ofInstant(
                                    JsonFields.time(entry, "deliveryDate"), ZoneOffset.UTC)
                                .equals(dated.expiry());
                  });
    }

    /** The canonical name of a symbol, if the venue lists it and it can be named. */
    public Optional<InstrumentId> nameOf(String symbol) {
      JsonNode entry = entries.get(symbol);
      if (entry == null) {
        return Optional.empty();
      }
      String kind =
          isPerpetual(entry)
              ? "PERP"
              : JsonFields.text(entry, "symbol").replaceFirst("^.*_([0-9]{6})$", "20$1");
      String name =
          JsonFields.text(entry, "baseAsset") + "-" + JsonFields.text(entry, "quoteAsset");
      return Optional.of(InstrumentId.of(name + "-" + kind + "@binance"));
    }

    private static boolean isPerpetual(JsonNode entry) {
      return "PERPETUAL".equals(entry.path("contractType").asText());
    }
  }

  /** The listing, from memory if it is fresh. */
  public synchronized Result<Listing> read() {
    Instant now = link.now();
    Listing known = cached;
    if (known != null && isFresh(known, now)) {
      return Result.ok(known);
    }
    Result<Listing> answer =
        ReplyRules.read(
            "the list of futures",
            link.make(
                Kind.READ, MarketKind.FUTURES, 1, "fapi/v1/exchangeInfo", market::exchangeInfo),
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
    for (JsonNode entry : JsonFields.array(json, "symbols")) {
      entries.put(JsonFields.text(entry, "symbol"), entry);
    }
    if (entries.isEmpty()) {
      throw new UnreadableReply("the list of instruments is empty");
    }
    return entries;
  }
}
