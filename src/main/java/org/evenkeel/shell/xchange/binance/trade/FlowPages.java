package org.evenkeel.shell.xchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.Purse;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;

/**
 * Deposits, withdrawals and transfers of the spot and the futures wallet, page by page until a short one.
 *
 * <p>A deposit counts once it is credited, at that time.
 * A withdrawal counts from the request on, with its fee, because the balance falls then; one that came to nothing is
 * reported with its return.
 * The funding wallet is outside of the account: what comes from there is a deposit.
 * Any other way for money to come or go is not asked for; it shows as a difference of ledger and venue.
 *
 * <p>Source: wallet documentation, "Deposit History", "Withdraw History" (both at most 1000 rows and less than 90 days),
 * "Query User Universal Transfer History" (at most 100 rows, six months).
 */
final class FlowPages {

  private static final int PAGE = 1000;
  private static final int TRANSFER_PAGE = 100;
  private static final int MOST_PAGES = 100;

  /** What moves money into or out of the two wallets. */
  private enum Route {
    MAIN_UMFUTURE(CashFlow.Kind.TRANSFER, Purse.FUTURES, 1),
    UMFUTURE_MAIN(CashFlow.Kind.TRANSFER, Purse.FUTURES, -1),
    FUNDING_MAIN(CashFlow.Kind.DEPOSIT, Purse.SPOT, 1),
    MAIN_FUNDING(CashFlow.Kind.WITHDRAWAL, Purse.SPOT, -1),
    FUNDING_UMFUTURE(CashFlow.Kind.DEPOSIT, Purse.FUTURES, 1),
    UMFUTURE_FUNDING(CashFlow.Kind.WITHDRAWAL, Purse.FUTURES, -1);

    private final CashFlow.Kind kind;
    private final Purse purse;
    private final int sign;

    Route(CashFlow.Kind kind, Purse purse, int sign) {
      this.kind = kind;
      this.purse = purse;
      this.sign = sign;
    }
  }

  private final VenueId venue;
  private final SignedCalls calls;

  FlowPages(VenueId venue, SignedCalls calls) {
    this.venue = venue;
    this.calls = calls;
  }

  /** Every flow of a time of less than 90 days, oldest first. */
  Result<List<CashFlow>> between(Instant since, Instant until) {
    long start = since.toEpochMilli();
    long end = until.toEpochMilli();
    List<CashFlow> flows = new ArrayList<>();
    Result<Integer> read =
        pages(
                "the deposits",
                PAGE,
                page ->
                    calls.askWallet(
                        "sapi/v1/capital/deposit/hisrec",
                        (api, s) ->
                            api.deposits(
                                start,
                                end,
                                page * PAGE,
                                PAGE,
                                s.recvWindow(),
                                s.timestamp(),
                                s.apiKey(),
                                s.signature())),
                FlowPages::rows,
                row -> deposit(row, flows))
            .then(
                ok ->
                    pages(
                        "the withdrawals",
                        PAGE,
                        page ->
                            calls.askWallet(
                                "sapi/v1/capital/withdraw/history",
                                (api, s) ->
                                    api.withdrawals(
                                        start,
                                        end,
                                        page * PAGE,
                                        PAGE,
                                        s.recvWindow(),
                                        s.timestamp(),
                                        s.apiKey(),
                                        s.signature())),
                        FlowPages::rows,
                        row -> withdrawal(row, flows)));
    for (Route route : Route.values()) {
      read = read.then(ok -> transfers(route, start, end, flows));
    }
    return read.map(
        ok ->
            flows.stream()
                .sorted(
                    Comparator.comparing(CashFlow::venueTime).thenComparing(CashFlow::reference))
                .toList());
  }

  private Result<Integer> transfers(Route route, long start, long end, List<CashFlow> flows) {
    return pages(
        "the transfers " + route,
        TRANSFER_PAGE,
        page ->
            calls.askWallet(
                "sapi/v1/asset/transfer",
                (api, s) ->
                    api.transfers(
                        route.name(),
                        start,
                        end,
                        page + 1,
                        TRANSFER_PAGE,
                        s.recvWindow(),
                        s.timestamp(),
                        s.apiKey(),
                        s.signature())),
        json -> json.path("total").asLong() == 0 ? List.of() : list(JsonFields.array(json, "rows")),
        row -> transfer(route, row, flows));
  }

  private interface Row {
    void read(JsonNode row);
  }

  /** Asks for pages until one is short; one that cannot be read refuses all. */
  private static Result<Integer> pages(
      String what,
      int size,
      IntFunction<Reply> page,
      Function<JsonNode, List<JsonNode>> rows,
      Row reader) {
    for (int i = 0; i < MOST_PAGES; i++) {
      Result<Integer> read =
          ReplyRules.read(
              what,
              page.apply(i),
              json -> {
                List<JsonNode> found = rows.apply(json);
                found.forEach(reader::read);
                return found.size();
              });
      if (read instanceof Result.Refused<Integer> || read.orThrow() < size) {
        return read;
      }
    }
    return Result.refused(
        RefusalReason.VENUE_UNAVAILABLE, what + " do not end after " + MOST_PAGES + " pages");
  }

  private static List<JsonNode> rows(JsonNode json) {
    return list(JsonFields.array(json));
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> rows = new ArrayList<>();
    array.forEach(rows::add);
    return rows;
  }

  /** True if the row is of the funding wallet, which does not belong to the account. */
  private static boolean isElsewhere(JsonNode row) {
    return row.path("walletType").asInt(0) == 1;
  }

  private void deposit(JsonNode row, List<CashFlow> flows) {
    int status = number(row, "status");
    boolean isCredited = status == 1 || status == 6;
    if (isCredited && !isElsewhere(row)) {
      boolean hasEnd = row.path("completeTime").asLong(0) > 0;
      flows.add(
          new CashFlow(
              JsonFields.text(row, "id"),
              CashFlow.Kind.DEPOSIT,
              Wallet.spot(venue),
              money(row, "coin", JsonFields.decimal(row, "amount")),
              JsonFields.time(row, hasEnd ? "completeTime" : "insertTime")));
    }
  }

  private void withdrawal(JsonNode row, List<CashFlow> flows) {
    if (isElsewhere(row)) {
      return;
    }
    int status = number(row, "status");
    boolean cameToNothing = status == 1 || status == 3 || status == 5;
    String id = JsonFields.text(row, "id");
    Money taken =
        money(
            row,
            "coin",
            JsonFields.decimal(row, "amount").add(JsonFields.decimal(row, "transactionFee")));
    Instant at =
        LocalDateTime.parse(JsonFields.text(row, "applyTime").replace(' ', 'T'))
            .toInstant(ZoneOffset.UTC);
    flows.add(new CashFlow(id, CashFlow.Kind.WITHDRAWAL, Wallet.spot(venue), taken.negated(), at));
    if (cameToNothing) {
      flows.add(
          new CashFlow(id + "-returned", CashFlow.Kind.DEPOSIT, Wallet.spot(venue), taken, at));
    }
  }

  private void transfer(Route route, JsonNode row, List<CashFlow> flows) {
    if (JsonFields.text(row, "status").equals("CONFIRMED")) {
      BigDecimal amount = JsonFields.decimal(row, "amount");
      flows.add(
          new CashFlow(
              JsonFields.text(row, "tranId"),
              route.kind,
              Wallet.of(route.purse, venue),
              money(row, "asset", amount.multiply(BigDecimal.valueOf(route.sign))),
              JsonFields.time(row, "timestamp")));
    }
  }

  private static int number(JsonNode row, String name) {
    return JsonFields.decimal(row, name).intValueExact();
  }

  private static Money money(JsonNode row, String coin, BigDecimal amount) {
    return new Money(amount, Currency.of(JsonFields.text(row, coin)));
  }
}
