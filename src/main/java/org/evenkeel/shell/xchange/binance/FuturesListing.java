package org.evenkeel.shell.xchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
  private final TreeMap<InstrumentId, Symbol> given = new TreeMap<>();
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
                    case Instrument.QuantoPerpetual quanto -> false;
                    case Instrument.LinearPerpetual perpetual -> isPerpetual(entry);
                    case Instrument.DatedFuture dated ->
                        !isPerpetual(entry)
                            && LocalDate.ofInstant(
                                    JsonFields.time(entry, "deliveryDate"), ZoneOffset.UTC)
                                .equals(dated.expiry());
                  });
    }

    /**
     * The symbol under which a coin is listed, by the thousand where it is not listed by itself.
     *
     * <p>One that is not listed at all is left as it is, and what asks for it is refused by the venue.
     */
    Symbol resolved(Symbol plain) {
      return entries.containsKey(plain.text())
          ? plain
          : plain.multiples().stream().filter(this::isListed).findFirst().orElse(plain);
    }

    /** The symbols under which several are listed. */
    public List<Symbol> resolved(List<Symbol> plain) {
      return plain.stream().map(this::resolved).toList();
    }

    private boolean isListed(Symbol multiple) {
      return future(multiple)
          .filter(entry -> multiple.base().equals(entry.path("baseAsset").asText()))
          .isPresent();
    }

    /** How a coin by the thousand is called by itself, where it is not listed by itself too. */
    private Optional<String> single(JsonNode entry) {
      String quote = JsonFields.text(entry, "quoteAsset");
      String base = JsonFields.text(entry, "baseAsset");
      String single = base.replaceFirst("^(1000|10000|1000000|1M)(?=[A-Z]{2,10}$)", "");
      return Optional.of(single)
          .filter(name -> isPerpetual(entry) && !entries.containsKey(name + quote));
    }

    /** By how many digits the price of a symbol is shifted. */
    public int shiftOf(String symbol) {
      return nameOf(symbol).map(id -> resolved(Symbol.of(id)).shift()).orElse(0);
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
          single(entry).orElse(JsonFields.text(entry, "baseAsset"))
              + "-"
              + JsonFields.text(entry, "quoteAsset");
      return Optional.of(InstrumentId.of(name + "-" + kind + "@binance"));
    }

    private static boolean isPerpetual(JsonNode entry) {
      return "PERPETUAL".equals(entry.path("contractType").asText());
    }
  }

  /**
   * The symbol of an instrument as its specification was given out last, without asking for it: what cancels must not
   * wait, and an order must mean what its specification says even after the venue has changed the name.
   *
   * <p>Throws {@link IllegalArgumentException} for what Binance has not.
   */
  public synchronized Symbol symbol(InstrumentId id) {
    Symbol plain = Symbol.of(id);
    return given.getOrDefault(id, plain);
  }

  /** The symbols by which specifications are given out now. */
  synchronized List<Symbol> given(List<Symbol> plain, Listing listing) {
    List<Symbol> resolved = listing.resolved(plain);
    resolved.forEach(symbol -> given.put(symbol.id(), symbol));
    return resolved;
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
