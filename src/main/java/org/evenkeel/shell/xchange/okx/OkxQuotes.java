package org.evenkeel.shell.xchange.okx;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.core.data.Quote;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.jspecify.annotations.Nullable;

/**
 * Books, marks and index prices with few calls.
 *
 * <p>One instrument is asked for by name, more of them with all of their kind: eight swaps take three calls.
 * The prices are per unit of the base coin, whatever a contract is worth.
 *
 * <p>This class is thread-safe.
 */
final class OkxQuotes {

  private static final String TICKER = "api/v5/market/ticker";
  private static final String INDEX = "api/v5/market/index-tickers";

  private final OkxLink link;
  private final OkxMarketApi api;

  OkxQuotes(OkxLink link, OkxMarketApi api) {
    this.link = link;
    this.api = api;
  }

  /** The quotes of contracts of one kind. */
  Result<List<Quote>> contracts(List<OkxSymbol> symbols) {
    if (symbols.isEmpty()) {
      return Result.ok(List.of());
    }
    return books(symbols)
        .then(
            books ->
                marks(symbols)
                    .then(
                        marks ->
                            indices(symbols)
                                .then(indices -> quotes(symbols, books, marks, indices))));
  }

  Result<List<Quote>> spot(List<OkxSymbol> symbols) {
    if (symbols.isEmpty()) {
      return Result.ok(List.of());
    }
    return books(symbols)
        .then(
            books ->
                ReplyRules.judged(
                    "the spot books",
                    () ->
                        symbols.stream()
                            .map(
                                symbol ->
                                    spotQuote(
                                        symbol, of(books, symbol.instId(), symbol), link.now()))
                            .toList()));
  }

  static Quote spotQuote(OkxSymbol symbol, JsonNode book, Instant received) {
    Price bid = price(symbol, book, "bidPx");
    Price ask = price(symbol, book, "askPx");
    Price mid = Price.of(bid.value().add(ask.value()).multiply(new BigDecimal("0.5")));
    return withLast(
        book, new Quote(symbol.id(), bid, ask, mid, OkxFields.time(book, "ts"), received));
  }

  private Result<SortedMap<String, JsonNode>> books(List<OkxSymbol> symbols) {
    OkxSymbol first = symbols.get(0);
    return symbols.size() == 1
        ? asked(TICKER, () -> api.ticker(first.instId()))
        : asked(TICKER + "s", () -> api.tickers(first.kind().instType()));
  }

  private Result<SortedMap<String, JsonNode>> marks(List<OkxSymbol> symbols) {
    String one = symbols.size() == 1 ? symbols.get(0).instId() : null;
    return asked(
        "api/v5/public/mark-price", () -> api.markPrice(symbols.get(0).kind().instType(), one));
  }

  private Result<SortedMap<String, JsonNode>> indices(List<OkxSymbol> symbols) {
    if (symbols.size() == 1) {
      String index = indexOf(symbols.get(0));
      return asked(INDEX, () -> api.indexTickers(null, index));
    }
    TreeSet<String> quoted = new TreeSet<>();
    symbols.forEach(symbol -> quoted.add(symbol.instrument().quote().value()));
    Result<SortedMap<String, JsonNode>> merged = Result.ok(new TreeMap<>());
    for (String quote : quoted) {
      merged =
          merged.then(
              sofar ->
                  asked(INDEX, () -> api.indexTickers(quote, null))
                      .map(
                          more -> {
                            more.putAll(sofar);
                            return more;
                          }));
    }
    return merged;
  }

  private static String indexOf(OkxSymbol symbol) {
    return symbol.instrument().base() + "-" + symbol.instrument().quote();
  }

  private Result<SortedMap<String, JsonNode>> asked(
      String name, Callable<@Nullable JsonNode> question) {
    return ReplyRules.read("the answer to " + name, link.ask(1, name, question), OkxQuotes::byName);
  }

  static SortedMap<String, JsonNode> byName(JsonNode json) {
    TreeMap<String, JsonNode> found = new TreeMap<>();
    OkxFields.rows(json).forEach(row -> found.put(JsonFields.text(row, "instId"), row));
    return found;
  }

  private Result<List<Quote>> quotes(
      List<OkxSymbol> symbols,
      SortedMap<String, JsonNode> books,
      SortedMap<String, JsonNode> marks,
      SortedMap<String, JsonNode> indices) {
    Instant received = link.now();
    return ReplyRules.judged(
        "the books of the contracts",
        () -> {
          List<Quote> quotes = new ArrayList<>();
          for (OkxSymbol symbol : symbols) {
            quotes.add(
                contractQuote(
                    symbol,
                    of(books, symbol.instId(), symbol),
                    of(marks, symbol.instId(), symbol),
                    of(indices, indexOf(symbol), symbol),
                    received));
          }
          return List.copyOf(quotes);
        });
  }

  /** The funding of the next settlement of each; the venue is asked for one swap at a time. */
  Result<List<FundingOutlook>> funding(List<OkxSymbol> symbols) {
    List<FundingOutlook> found = new ArrayList<>();
    for (OkxSymbol symbol : symbols) {
      Result<FundingOutlook> one =
          asked("api/v5/public/funding-rate", () -> api.fundingRate(symbol.instId()))
              .then(
                  rows ->
                      ReplyRules.judged(
                          "the funding of " + symbol.id(),
                          () -> outlook(symbol, of(rows, symbol.instId(), symbol))));
      if (one instanceof Result.Refused<FundingOutlook> no) {
        return Result.refused(no.refusal());
      }
      found.add(one.orThrow());
    }
    return Result.ok(List.copyOf(found));
  }

  static FundingOutlook outlook(OkxSymbol symbol, JsonNode row) {
    Instant next = OkxFields.time(row, "fundingTime");
    Duration interval = Duration.between(next, OkxFields.time(row, "nextFundingTime"));
    if (interval.isNegative() || interval.isZero()) {
      throw new UnreadableReply(
          "the funding of " + symbol.id() + " is settled next at " + next + " and then no later");
    }
    return new FundingOutlook(symbol.id(), OkxFields.decimal(row, "fundingRate"), next, interval);
  }

  static Quote contractQuote(
      OkxSymbol symbol, JsonNode book, JsonNode mark, JsonNode index, Instant received) {
    Quote quote =
        new Quote(
            symbol.id(),
            price(symbol, book, "bidPx"),
            price(symbol, book, "askPx"),
            price(symbol, mark, "markPx"),
            price(symbol, index, "idxPx"),
            earlier(OkxFields.time(book, "ts"), OkxFields.time(mark, "ts")),
            received);
    return withLast(book, quote);
  }

  /** A contract in which nothing was ever traded has an empty field. */
  private static Quote withLast(JsonNode book, Quote quote) {
    boolean isTraded = !book.path("last").asText("").isEmpty();
    return isTraded && OkxFields.decimal(book, "last").signum() > 0
        ? quote.lastAt(Price.of(OkxFields.decimal(book, "last")))
        : quote;
  }

  /** A quote is only as fresh as its older half. */
  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Price price(OkxSymbol symbol, JsonNode node, String name) {
    BigDecimal value = OkxFields.decimal(node, name);
    if (value.signum() <= 0) {
      throw new UnreadableReply(symbol.id() + " has no price: " + name + " is not above zero");
    }
    return Price.of(value);
  }

  static JsonNode of(SortedMap<String, JsonNode> found, String name, OkxSymbol symbol) {
    JsonNode entry = found.get(name);
    if (entry == null) {
      throw new UnreadableReply("the answer does not have " + symbol.id());
    }
    return entry;
  }
}
