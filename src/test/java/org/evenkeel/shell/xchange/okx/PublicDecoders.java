package org.evenkeel.shell.xchange.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.UnreadableReply;

/** What the adapter makes of public answers, by method and path; each decoder throws if it makes nothing of one. */
public final class PublicDecoders {

  private static final Instant NOW = Instant.ofEpochMilli(1_790_000_000_000L);

  private PublicDecoders() {}

  public static SortedMap<String, Function<JsonNode, Object>> all() {
    SortedMap<String, Function<JsonNode, Object>> all = new TreeMap<>();
    all.put("GET /api/v5/public/time", json -> OkxFields.time(OkxFields.row(json), "ts"));
    all.put("GET /api/v5/public/instruments", PublicDecoders::specs);
    all.put("GET /api/v5/market/ticker", PublicDecoders::books);
    all.put("GET /api/v5/market/tickers", PublicDecoders::books);
    all.put("GET /api/v5/public/mark-price", json -> prices(json, "markPx"));
    all.put("GET /api/v5/market/index-tickers", json -> prices(json, "idxPx"));
    all.put("GET /api/v5/market/candles", PublicDecoders::bars);
    all.put("GET /api/v5/market/history-candles", PublicDecoders::bars);
    all.put("GET /api/v5/public/funding-rate-history", PublicDecoders::funding);
    return all;
  }

  /** The symbol of the first row, which throws with its reason if it is not traded. */
  public static OkxSymbol symbolOf(JsonNode json) {
    List<JsonNode> rows = OkxFields.rows(json);
    return rows.isEmpty() ? OkxSymbol.of(OkxRig.PERP) : symbol(rows.get(0));
  }

  public static OkxSymbol symbol(JsonNode row) {
    String instId = JsonFields.text(row, "instId");
    InstrumentId id =
        OkxSymbol.nameOf(instId)
            .orElseThrow(() -> new UnreadableReply("no name for what is listed as " + instId));
    return OkxSymbol.of(id);
  }

  private static Object specs(JsonNode json) {
    List<Object> found = new ArrayList<>();
    OkxListing.byInstId(json).values().forEach(row -> found.add(OkxSpecs.spec(symbol(row), row)));
    return found;
  }

  /** The specification of one row of a listing. */
  public static Object spec(JsonNode row) {
    return OkxSpecs.spec(symbol(row), row);
  }

  private static Object books(JsonNode json) {
    SortedMap<String, JsonNode> rows = OkxQuotes.byName(json);
    List<Object> found = new ArrayList<>();
    for (JsonNode row : rows.values()) {
      found.add(OkxQuotes.spotQuote(symbol(row), row, NOW));
    }
    return found;
  }

  /** A book, a mark and an index price made into a quote, where 'field' is what the message brings. */
  private static Object prices(JsonNode json, String field) {
    List<Object> found = new ArrayList<>();
    for (JsonNode row : OkxQuotes.byName(json).values()) {
      JsonNode other =
          JsonNodeFactory.instance
              .objectNode()
              .put("bidPx", "1")
              .put("askPx", "2")
              .put("markPx", "1.5")
              .put("idxPx", "1.5")
              .put("ts", "1790000000000");
      boolean isMark = field.equals("markPx");
      found.add(
          OkxQuotes.contractQuote(
              OkxSymbol.of(OkxRig.PERP), other, isMark ? row : other, isMark ? other : row, NOW));
    }
    return found;
  }

  private static Object bars(JsonNode json) {
    return OkxBars.page(OkxSymbol.of(OkxRig.PERP), json, Long.MAX_VALUE, 60_000);
  }

  private static Object funding(JsonNode json) {
    return OkxFundingFeed.rates(symbolOf(json), json, Long.MAX_VALUE);
  }
}
