package org.evenkeel.shell.xchange.okx.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.Income;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.okx.OkxFields;
import org.jspecify.annotations.Nullable;

/**
 * Changes of the trading account's balances: what is neither a trade nor a transfer is income, transfers are flows.
 *
 * <p>A bill with a trade id (a trade, or a liquidation or ADL that was executed) is left out, because it comes with a fill, and
 * so is a delivery, which {@link OkxDeliveries} makes one of.
 * Money comes to the trading account and leaves it through the funding account, which is outside of what is reported:
 * a deposit or a withdrawal on a chain shows here as the transfer that follows or goes before it.
 *
 * <p>Source: OKX API v5, "Get bills details (last 7 days)" and "(last 3 months)": newest first, at most 100 rows.
 */
final class OkxBills {

  /** How far back account/bills is trusted to reach, an hour less than it is said to. */
  private static final Duration RECENT = Duration.ofDays(7).minusHours(1);

  private static final String TRANSFER = "1";
  private static final String TRADE = "2";
  private static final String FUNDING = "8";

  private final OkxCalls calls;
  private final Wallet wallet;

  OkxBills(OkxCalls calls, Wallet wallet) {
    this.calls = calls;
    this.wallet = wallet;
  }

  Result<List<Income>> income(Instant since) {
    return bills("the income", null, since)
        .then(
            rows ->
                ReplyRules.judged(
                    "the income",
                    () -> {
                      List<Income> incomes = new ArrayList<>();
                      for (JsonNode row : rows.values()) {
                        boolean isWanted = !comesOtherwise(row) && !time(row).isBefore(since);
                        if (isWanted && OkxFields.decimal(row, "balChg").signum() != 0) {
                          incomes.add(income(row, wallet));
                        }
                      }
                      return List.copyOf(incomes);
                    }));
  }

  static boolean comesOtherwise(JsonNode row) {
    String type = JsonFields.text(row, "type");
    boolean isExecuted = !row.path("tradeId").asText("").isEmpty();
    return type.equals(TRANSFER)
        || type.equals(TRADE)
        || isExecuted
        || OkxDeliveries.isExecution(row);
  }

  static Income income(JsonNode row, Wallet wallet) {
    String type = JsonFields.text(row, "type");
    return new Income(
        wallet,
        OkxPages.billId(row).toString(),
        type.equals(FUNDING) ? Income.Kind.FUNDING : Income.Kind.OTHER,
        word(type) + "/" + row.path("subType").asText(""),
        change(row),
        row.path("instId").asText(""),
        time(row));
  }

  /** The bill types by OKX's documentation; one that is newer keeps its number. */
  private static String word(String type) {
    return switch (type) {
      case "3" -> "DELIVERY";
      case "4" -> "FORCED_REPAYMENT";
      case "5" -> "LIQUIDATION";
      case "6" -> "MARGIN_TRANSFER";
      case "7" -> "INTEREST";
      case FUNDING -> "FUNDING_FEE";
      case "9" -> "ADL";
      case "10" -> "CLAWBACK";
      case "11" -> "SYSTEM_CONVERSION";
      case "12" -> "STRATEGY_TRANSFER";
      default -> "BILL_TYPE_" + type;
    };
  }

  /** The bills of everything that was executed, oldest first. */
  Result<List<JsonNode>> executions(Instant since) {
    return bills("the bills of trades", null, since)
        .then(
            rows ->
                ReplyRules.judged(
                    "the bills of trades",
                    () ->
                        rows.values().stream()
                            .filter(row -> isExecuted(row) || OkxDeliveries.isExecution(row))
                            .filter(row -> !time(row).isBefore(since))
                            .toList()));
  }

  private static boolean isExecuted(JsonNode row) {
    return !row.path("tradeId").asText("").isEmpty() && !row.path("instId").asText("").isEmpty();
  }

  /** The bills of deliveries, oldest first. */
  Result<List<JsonNode>> deliveries(Instant since) {
    return bills("the deliveries", OkxDeliveries.TYPE, since)
        .map(rows -> rows.values().stream().filter(row -> !time(row).isBefore(since)).toList());
  }

  Result<List<CashFlow>> flows(Instant since) {
    return bills("the transfers", TRANSFER, since)
        .then(
            rows ->
                ReplyRules.judged(
                    "the transfers",
                    () -> {
                      List<CashFlow> flows = new ArrayList<>();
                      for (JsonNode row : rows.values()) {
                        boolean isWanted = !time(row).isBefore(since);
                        if (isWanted && OkxFields.decimal(row, "balChg").signum() != 0) {
                          flows.add(flow(row, wallet));
                        }
                      }
                      return List.copyOf(flows);
                    }));
  }

  static CashFlow flow(JsonNode row, Wallet wallet) {
    Money change = change(row);
    return new CashFlow(
        OkxPages.billId(row).toString(),
        change.amount().signum() > 0 ? CashFlow.Kind.DEPOSIT : CashFlow.Kind.WITHDRAWAL,
        wallet,
        change,
        time(row));
  }

  private static Money change(JsonNode row) {
    BigDecimal amount = OkxFields.decimal(row, "balChg");
    return new Money(amount, Currency.of(JsonFields.text(row, "ccy")));
  }

  private static Instant time(JsonNode row) {
    return OkxFields.time(row, "ts");
  }

  private Result<SortedMap<BigInteger, JsonNode>> bills(
      String what, @Nullable String type, Instant since) {
    Instant recent = calls.link().estimatedVenueTime().minus(RECENT);
    String begin = Long.toString(since.toEpochMilli());
    Result<SortedMap<BigInteger, JsonNode>> newest =
        OkxPages.all(what, before -> page(type, before, begin, false), row -> false);
    if (!since.isBefore(recent)) {
      return newest;
    }
    return newest.then(
        rows ->
            OkxPages.all(what, before -> page(type, before, begin, true), row -> false)
                .map(
                    older -> {
                      TreeMap<BigInteger, JsonNode> all = new TreeMap<>(older);
                      all.putAll(rows);
                      return all;
                    }));
  }

  private Reply page(
      @Nullable String type, @Nullable String before, String begin, boolean isArchive) {
    String size = Integer.toString(OkxPages.PAGE);
    return isArchive
        ? calls.ask(
            4,
            "api/v5/account/bills-archive",
            (api, s) ->
                api.billArchive(
                    type,
                    before,
                    begin,
                    size,
                    s.apiKey(),
                    s.passphrase(),
                    s.timestamp(),
                    s.demo(),
                    s.signature()))
        : calls.ask(
            4,
            "api/v5/account/bills",
            (api, s) ->
                api.bills(
                    type,
                    before,
                    begin,
                    size,
                    s.apiKey(),
                    s.passphrase(),
                    s.timestamp(),
                    s.demo(),
                    s.signature()));
  }
}
