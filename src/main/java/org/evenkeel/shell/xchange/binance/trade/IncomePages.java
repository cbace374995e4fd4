package org.evenkeel.shell.xchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.settle.Income;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.binance.BinanceLink;

/**
 * Movements of the futures wallet, page by page.
 *
 * <p>The venue pages by time, so each page begins again at the last millisecond of the page before and what is seen twice
 * is dropped; if one millisecond fills a whole page, its further pages are asked for by number.
 * Realized profit and commission are left out, because they come with the fills, and so are transfers of any kind: those
 * that the flows do not explain shall show as a difference, not be booked as if they were earned.
 * Source: USD-M documentation, "Get Income History": at most 1000 rows; tranId is unique for a user and type.
 */
final class IncomePages {

  /** Rows of one page, the most that the venue gives. */
  static final int PAGE = 1000;

  private static final int MOST_PAGES = 200;

  /** Without an end, as here, the venue may answer about seven days. */
  private static final Duration WINDOW = Duration.ofDays(6);

  /** The venue's word, spelled as the venue does, for the profit of a contract that was delivered. */
  private static final String DELIVERED = "DELIVERED_SETTELMENT";

  /** The same where it names the trade by which it was delivered: then it comes with that trade. */
  private static final String DELIVERED_BY_TRADE = DELIVERED + "/TRADE";

  /** The types that name the trade by which they came. */
  private static final List<String> OF_TRADES = List.of("COMMISSION", "REALIZED_PNL", DELIVERED);

  private static boolean comesOtherwise(Income income) {
    String kind = income.venueKind();
    return kind.equals(DELIVERED_BY_TRADE)
        || kind.equals("REALIZED_PNL")
        || kind.equals("COMMISSION")
        || kind.endsWith("TRANSFER");
  }

  private final BinanceLink link;
  private final Wallet wallet;
  private final SignedCalls calls;

  IncomePages(BinanceLink link, SignedCalls calls) {
    this.link = link;
    this.wallet = Wallet.futures(link.venue());
    this.calls = calls;
  }

  Result<List<Income>> since(Instant since) {
    return rows(since).then(rows -> ReplyRules.judged("the income", () -> wanted(rows)));
  }

  /** What names the trade that it comes of: fees, profits and deliveries, oldest first by type and id. */
  Result<List<JsonNode>> ofTrades(Instant since) {
    return rows(since)
        .map(
            rows ->
                rows.values().stream()
                    .filter(row -> !row.path("tradeId").asText("").isEmpty())
                    .filter(row -> OF_TRADES.contains(row.path("incomeType").asText("")))
                    .toList());
  }

  private Result<SortedMap<String, JsonNode>> rows(Instant since) {
    SortedMap<String, JsonNode> found = new TreeMap<>();
    long start = since.toEpochMilli();
    int number = 1;
    for (int i = 0; i < MOST_PAGES; i++) {
      Result<List<JsonNode>> answer = page(start, number);
      if (answer instanceof Result.Refused<List<JsonNode>> refused) {
        return Result.refused(refused.refusal());
      }
      List<JsonNode> page = answer.orThrow();
      page.forEach(row -> found.put(key(income(row, wallet)), row));
      if (page.size() < PAGE) {
        start += WINDOW.toMillis();
        number = 1;
        if (start > link.estimatedVenueTime().toEpochMilli()) {
          return Result.ok(found);
        }
        continue;
      }
      long last =
          page.stream()
              .mapToLong(row -> JsonFields.time(row, "time").toEpochMilli())
              .max()
              .orElse(start);
      number = last > start ? 1 : number + 1;
      start = last;
    }
    return Result.refused(
        RefusalReason.VENUE_UNAVAILABLE, "the income does not end after " + MOST_PAGES + " pages");
  }

  private static String key(Income income) {
    return String.join(
        "|", income.venueKind(), income.id(), income.symbol(), income.amount().currency().value());
  }

  private List<Income> wanted(SortedMap<String, JsonNode> found) {
    List<Income> wanted = new ArrayList<>();
    for (JsonNode row : found.values()) {
      Income income = income(row, wallet);
      if (!comesOtherwise(income)) {
        wanted.add(income);
      }
    }
    wanted.sort(
        Comparator.comparing(Income::venueTime)
            .thenComparing(Income::venueKind)
            .thenComparing(Income::id));
    return List.copyOf(wanted);
  }

  private Result<List<JsonNode>> page(long start, int number) {
    Integer page = number == 1 ? null : Integer.valueOf(number);
    Reply reply =
        calls.askFutures(
            30,
            "fapi/v1/income",
            (api, s) ->
                api.income(
                    start, page, PAGE, s.recvWindow(), s.timestamp(), s.apiKey(), s.signature()));
    return ReplyRules.read("the income", reply, this::incomes);
  }

  /** The rows of a page, each of which has been read as income once. */
  private List<JsonNode> incomes(JsonNode json) {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode row : JsonFields.array(json)) {
      Income unused = income(row, wallet);
      rows.add(row);
    }
    return rows;
  }

  static Income income(JsonNode row, Wallet wallet) {
    String word = JsonFields.text(row, "incomeType");
    boolean hasTrade = !row.path("tradeId").asText("").isEmpty();
    String kind = word.equals(DELIVERED) && hasTrade ? DELIVERED_BY_TRADE : word;
    return new Income(
        wallet,
        JsonFields.text(row, "tranId"),
        kindOf(kind),
        kind,
        new Money(JsonFields.decimal(row, "income"), Currency.of(JsonFields.text(row, "asset"))),
        row.path("symbol").asText(""),
        JsonFields.time(row, "time"));
  }

  private static Income.Kind kindOf(String venueKind) {
    if (venueKind.equals("FUNDING_FEE")) {
      return Income.Kind.FUNDING;
    }
    return Income.Kind.OTHER;
  }
}
