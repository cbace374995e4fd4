package org.evenkeel.shell.xchange.krakenfutures.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.jspecify.annotations.Nullable;

/**
 * Everything that changed the multi-collateral wallet, oldest first, page by page by id until a short page.
 *
 * <p>An execution has two entries: one of the money, which has fee, profit and funding, and one of the position, whose
 * asset is the contract; the latter is of interest at a delivery only, which has no fill.
 * Other wallets of the account (the holding wallet, single-collateral margin accounts) are none of ours.
 *
 * <p>Source: docs.kraken.com, Futures, "Get account log"; Kraken support, "How to interpret Derivatives logs".
 */
final class AccountLog {

  /** Entries of one page; more would cost twice as much. */
  static final int PAGE = 1000;

  private static final int COST = 3;
  private static final int MOST_PAGES = 30;

  private final FuturesCalls calls;

  AccountLog(FuturesCalls calls) {
    this.calls = calls;
  }

  /**
   * A change of the wallet's money.
   *
   * @param info the venue's word, such as 'futures trade'
   * @param change new less old balance
   * @param execution the execution or transfer that caused it, empty if none did
   */
  record Entry(
      long id,
      Instant at,
      String info,
      String asset,
      String contract,
      String execution,
      BigDecimal change,
      BigDecimal fee,
      BigDecimal realizedPnl,
      BigDecimal realizedFunding,
      BigDecimal liquidationFee) {}

  /** One page: its entries about money, both entries of each delivery, how many it had, and the last id. */
  private record Page(
      List<Entry> money,
      List<JsonNode> settlements,
      List<JsonNode> executions,
      int size,
      long lastId) {}

  Result<List<Entry>> since(Instant since) {
    return read(since, Page::money);
  }

  /** Both entries, of the money and of the position, of every delivery since an instant. */
  Result<List<JsonNode>> settlements(Instant since) {
    return read(since, Page::settlements);
  }

  /** Both entries, of the money and of the position, of every execution and delivery since an instant. */
  Result<List<JsonNode>> executions(Instant since) {
    return read(since, Page::executions);
  }

  private <T> Result<List<T>> read(Instant since, Function<Page, List<T>> part) {
    List<T> all = new ArrayList<>();
    long lastId = 0;
    for (int i = 0; i < MOST_PAGES; i++) {
      Result<Page> answer = page(since, lastId);
      if (answer instanceof Result.Refused<Page> refused) {
        return Result.refused(refused.refusal());
      }
      Page page = answer.orThrow();
      all.addAll(part.apply(page));
      if (page.size() < PAGE) {
        return Result.ok(List.copyOf(all));
      }
      lastId = page.lastId();
    }
    return Result.refused(
        RefusalReason.VENUE_UNAVAILABLE,
        "the account log does not end after " + MOST_PAGES + " pages");
  }

  private Result<Page> page(Instant since, long lastId) {
    Long from = lastId == 0 ? null : Long.valueOf(lastId + 1);
    Reply reply =
        calls.askHistory(COST, "history/account-log", (api, s) -> ask(api, since, from, s));
    return ReplyRules.read("the account log", reply, json -> page(json, lastId));
  }

  private static @Nullable JsonNode ask(
      FuturesTradeApi api, Instant since, @Nullable Long from, FuturesCalls.Signed s)
      throws Exception {
    return api.accountLog(
        since.toEpochMilli(), from, "asc", PAGE, s.apiKey(), s.nonce(), s.authent());
  }

  private static Page page(JsonNode json, long after) {
    List<Entry> money = new ArrayList<>();
    List<JsonNode> settlements = new ArrayList<>();
    List<JsonNode> executions = new ArrayList<>();
    long lastId = after;
    int size = 0;
    for (JsonNode row : JsonFields.array(json, "logs")) {
      long id = JsonFields.decimal(row, "id").longValueExact();
      if (id <= lastId) {
        throw new UnreadableReply("the account log is not in the order of its ids");
      }
      lastId = id;
      size++;
      if (isMoney(row)) {
        money.add(entry(id, row));
      }
      if (isSettlement(row)) {
        settlements.add(row);
      }
      if (isSettlement(row) || isExecution(row)) {
        executions.add(row);
      }
    }
    return new Page(money, settlements, executions, size, lastId);
  }

  private static boolean isSettlement(JsonNode row) {
    return isOurs(row)
        && FuturesDeliveries.isDelivery(
            JsonFields.text(row, "info"), row.path("contract").asText(""));
  }

  /** Fee credits have an entry of their own, and a transfer has an execution without a contract. */
  private static boolean isExecution(JsonNode row) {
    return isOurs(row)
        && !row.path("contract").asText("").isEmpty()
        && !row.path("execution").asText("").isEmpty()
        && !JsonFields.text(row, "asset").equalsIgnoreCase("fee");
  }

  private static boolean isOurs(JsonNode row) {
    String wallet = JsonFields.text(row, "margin_account").toLowerCase(Locale.ROOT);
    return wallet.equals("flex") || wallet.equals("mc");
  }

  /** Fee credits are booked under the asset 'fee', which is no currency. */
  private static boolean isMoney(JsonNode row) {
    String asset = JsonFields.text(row, "asset");
    return isOurs(row)
        && !asset.equalsIgnoreCase(row.path("contract").asText(""))
        && !asset.equalsIgnoreCase("fee");
  }

  static Entry entry(long id, JsonNode row) {
    return new Entry(
        id,
        JsonFields.isoTime(row, "date"),
        JsonFields.text(row, "info"),
        JsonFields.text(row, "asset"),
        row.path("contract").asText(""),
        row.path("execution").asText(""),
        JsonFields.decimal(row, "new_balance").subtract(JsonFields.decimal(row, "old_balance")),
        orZero(row, "fee"),
        orZero(row, "realized_pnl"),
        orZero(row, "realized_funding"),
        orZero(row, "liquidation_fee"));
  }

  /** What an entry has nothing to say about is null. */
  private static BigDecimal orZero(JsonNode row, String name) {
    JsonNode field = row.path(name);
    return field.isMissingNode() || field.isNull()
        ? BigDecimal.ZERO
        : JsonFields.decimal(row, name);
  }
}
