package org.evenkeel.shell.xchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.Quote;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.jspecify.annotations.Nullable;

/**
 * Books, marks and newest trades of many instruments with few calls.
 *
 * <p>One instrument is asked for by name; where all of them at once cost less than each by name, counting one for the
 * round trip of each call, all are asked for.
 * For example, eight futures take three calls: all books (weight 5), all marks (weight 10) and all newest trades (weight 2).
 *
 * <p>This class is thread-safe.
 */
final class QuoteReader {

  private final BinanceLink link;
  private final FuturesMarketApi futures;
  private final SpotMarketApi spot;

  QuoteReader(BinanceLink link, FuturesMarketApi futures, SpotMarketApi spot) {
    this.link = link;
    this.futures = futures;
    this.spot = spot;
  }

  Result<List<Quote>> futures(List<Symbol> symbols) {
    if (symbols.isEmpty()) {
      return Result.ok(List.of());
    }
    return answers(symbols, "fapi/v1/ticker/bookTicker", 2, 5, futures::bookTicker)
        .then(
            books ->
                answers(symbols, "fapi/v1/premiumIndex", 1, 10, futures::premiumIndex)
                    .then(
                        marks ->
                            answers(symbols, "fapi/v2/ticker/price", 1, 2, futures::priceTicker)
                                .then(trades -> quotes(symbols, books, marks, trades))));
  }

  Result<List<Quote>> spot(List<Symbol> symbols) {
    if (symbols.isEmpty()) {
      return Result.ok(List.of());
    }
    Instant asked = link.estimatedVenueTime();
    String list = symbolList(symbols);
    return spotAnswers("api/v3/ticker/bookTicker", () -> spot.bookTicker(list))
        .then(
            books ->
                spotAnswers("api/v3/ticker/price", () -> spot.priceTicker(list))
                    .then(
                        trades ->
                            ReplyRules.judged(
                                "the spot books",
                                () ->
                                    symbols.stream()
                                        .map(symbol -> spotQuote(symbol, books, trades, asked))
                                        .toList())));
  }

  private Result<SortedMap<String, JsonNode>> spotAnswers(
      String name, Callable<@Nullable JsonNode> question) {
    return ReplyRules.read(
        "the answer to " + name,
        link.make(Kind.READ, MarketKind.SPOT, 4, name, question),
        QuoteReader::bySymbol);
  }

  private Quote spotQuote(
      Symbol symbol,
      SortedMap<String, JsonNode> books,
      SortedMap<String, JsonNode> trades,
      Instant asked) {
    JsonNode book = of(books, symbol);
    Price bid = bid(symbol, book);
    Price ask = ask(symbol, book);
    Price mid = Price.of(bid.value().add(ask.value()).multiply(new BigDecimal("0.5")));
    return traded(symbol, new Quote(symbol.id(), bid, ask, mid, asked, link.now()), trades);
  }

  /** A market in which nobody has traded yet says zero, and has no newest trade. */
  private static Quote traded(Symbol symbol, Quote quote, SortedMap<String, JsonNode> trades) {
    BigDecimal last = JsonFields.decimal(of(trades, symbol), "price");
    return last.signum() == 0 ? quote : quote.lastAt(price(symbol, of(trades, symbol), "price"));
  }

  /** The JSON list of symbols that the spot market takes. */
  static String symbolList(List<Symbol> symbols) {
    return "[\""
        + String.join("\",\"", symbols.stream().map(Symbol::text).sorted().toList())
        + "\"]";
  }

  private interface Question {
    @Nullable JsonNode ask(@Nullable String symbol) throws Exception;
  }

  private Result<SortedMap<String, JsonNode>> answers(
      List<Symbol> symbols, String name, int weightOfOne, int weightOfAll, Question question) {
    int n = symbols.size();
    if (weightOfAll + 1 <= n * (weightOfOne + 1)) {
      return one(name, weightOfAll, question, null);
    }
    Result<SortedMap<String, JsonNode>> merged = Result.ok(new TreeMap<>());
    for (Symbol symbol : symbols) {
      merged =
          merged.then(
              sofar ->
                  one(name, weightOfOne, question, symbol.text())
                      .map(
                          more -> {
                            more.putAll(sofar);
                            return more;
                          }));
    }
    return merged;
  }

  private Result<SortedMap<String, JsonNode>> one(
      String name, int weight, Question question, @Nullable String symbol) {
    return ReplyRules.read(
        "the answer to " + name,
        link.make(Kind.READ, MarketKind.FUTURES, weight, name, () -> question.ask(symbol)),
        QuoteReader::bySymbol);
  }

  private Result<List<Quote>> quotes(
      List<Symbol> symbols,
      SortedMap<String, JsonNode> books,
      SortedMap<String, JsonNode> marks,
      SortedMap<String, JsonNode> trades) {
    Instant received = link.now();
    return ReplyRules.judged(
        "the futures books",
        () -> {
          List<Quote> quotes = new ArrayList<>();
          for (Symbol symbol : symbols) {
            JsonNode book = of(books, symbol);
            JsonNode mark = of(marks, symbol);
            Quote quote =
                new Quote(
                    symbol.id(),
                    bid(symbol, book),
                    ask(symbol, book),
                    price(symbol, mark, "markPrice"),
                    price(symbol, mark, "indexPrice"),
                    earlier(JsonFields.time(book, "time"), JsonFields.time(mark, "time")),
                    received);
            quotes.add(traded(symbol, quote, trades));
          }
          return List.copyOf(quotes);
        });
  }

  /** A quote is only as fresh as its older half. */
  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Price bid(Symbol symbol, JsonNode book) {
    return price(symbol, book, "bidPrice");
  }

  private static Price ask(Symbol symbol, JsonNode book) {
    return price(symbol, book, "askPrice");
  }

  private static Price price(Symbol symbol, JsonNode node, String name) {
    BigDecimal value = JsonFields.decimal(node, name);
    if (value.signum() <= 0) {
      throw new UnreadableReply(symbol.id() + " has no price: " + name + " is " + value);
    }
    return Price.of(symbol.ours(value));
  }

  private static SortedMap<String, JsonNode> bySymbol(JsonNode json) {
    TreeMap<String, JsonNode> found = new TreeMap<>();
    if (json.isObject()) {
      found.put(JsonFields.text(json, "symbol"), json);
      return found;
    }
    for (JsonNode entry : JsonFields.array(json)) {
      found.put(JsonFields.text(entry, "symbol"), entry);
    }
    return found;
  }

  private static JsonNode of(SortedMap<String, JsonNode> found, Symbol symbol) {
    JsonNode entry = found.get(symbol.text());
    if (entry == null) {
      throw new UnreadableReply("the answer does not have " + symbol.id());
    }
    return entry;
  }
}
