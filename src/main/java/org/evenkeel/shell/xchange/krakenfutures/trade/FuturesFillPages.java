package org.evenkeel.shell.xchange.krakenfutures.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.krakenfutures.FuturesSymbol;

/**
 * Executions of all instruments, a hundred at a time from the newest backwards, with what each cost.
 *
 * <p>The next page is asked for a millisecond later than the last one ended and what is seen twice is dropped, because
 * the venue's bound is exclusive and several executions have the same time.
 * A fill says neither its fee nor its profit: both come from the account log by the execution's id, and a fill that the
 * log does not explain refuses the whole, since a fee of zero would be invented.
 * What the log has said once is kept, because the log's allowance is small.
 *
 * <p>Source: docs.kraken.com, Futures, "Get your fills".
 */
final class FuturesFillPages {

  /** Fills of one page, fixed by the venue. */
  static final int PAGE = 100;

  private static final int FIRST_COST = 2;
  private static final int NEXT_COST = 25;
  private static final int MOST_PAGES = 60;
  private static final int MOST_KEPT = 20_000;

  /** How much earlier than its execution an entry of the log may be dated. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final FuturesCalls calls;
  private final AccountLog log;
  private final Map<String, AccountLog.Entry> costs = new LinkedHashMap<>();
  private final Map<String, ExecutionCause> causes = new LinkedHashMap<>();

  FuturesFillPages(FuturesCalls calls, AccountLog log) {
    this.calls = calls;
    this.log = log;
  }

  /**
   * Why an order was executed, as its fills have said.
   *
   * <p>A position that was assigned away or unwound for want of margin was liquidated; one that was unwound against a
   * bankrupt account, or taken over from one, is auto-deleveraging.
   */
  synchronized Result<ExecutionCause> causeOf(VenueOrderId order) {
    ExecutionCause known = causes.get(order.value());
    return known == null
        ? Result.refused(
            RefusalReason.VENUE_UNAVAILABLE, "no fill of the order " + order + " has been read")
        : Result.ok(known);
  }

  private synchronized void keepCause(JsonNode row) {
    causes.put(JsonFields.text(row, "order_id"), cause(row.path("fillType").asText("")));
    while (causes.size() > MOST_KEPT) {
      causes.remove(causes.keySet().iterator().next());
    }
  }

  static ExecutionCause cause(String fillType) {
    return switch (fillType) {
      case "liquidation", "assignor", "unwindBankrupt" -> ExecutionCause.LIQUIDATION;
      case "unwindCounterparty", "assignee" -> ExecutionCause.ADL;
      default -> ExecutionCause.ORDER;
    };
  }

  /** One row of a page. */
  private record Row(String id, Instant at, JsonNode json) {}

  Result<List<Fill>> fills(FuturesSymbol symbol, Optional<TradeId> from, Instant since) {
    Optional<String> first = from.map(TradeId::value);
    return rows(first, since)
        .then(
            rows -> {
              List<Row> wanted =
                  rows.stream()
                      .filter(row -> first.isPresent() || !row.at().isBefore(since))
                      .filter(row -> symbol.is(row.json().path("symbol").asText("")))
                      .toList();
              return explained(wanted).then(known -> read(symbol, wanted, known));
            });
  }

  private static Result<List<Fill>> read(
      FuturesSymbol symbol, List<Row> rows, Map<String, AccountLog.Entry> known) {
    return ReplyRules.judged(
        "the fills of " + symbol.id(),
        () -> rows.stream().map(row -> fill(symbol, row.json(), known)).toList());
  }

  /** Oldest first: from a fill on (inclusive), or at least all since an instant. */
  private Result<List<Row>> rows(Optional<String> first, Instant since) {
    Map<String, Row> seen = new LinkedHashMap<>();
    Optional<Instant> before = Optional.empty();
    for (int i = 0; i < MOST_PAGES; i++) {
      Result<List<Row>> answer = page(before);
      if (answer instanceof Result.Refused<List<Row>>) {
        return answer;
      }
      List<Row> page = answer.orThrow();
      int known = seen.size();
      page.forEach(row -> seen.putIfAbsent(row.id(), row));
      boolean isShort = page.size() < PAGE;
      if (first.isPresent() && seen.containsKey(first.get())) {
        return Result.ok(from(seen, first.get()));
      }
      if (isShort || (first.isEmpty() && page.getLast().at().isBefore(since))) {
        return first.isEmpty()
            ? Result.ok(new ArrayList<>(seen.values()).reversed())
            : Result.refused(
                RefusalReason.VENUE_UNAVAILABLE, "the venue shows no fill " + first.get());
      }
      if (seen.size() == known) {
        return Result.refused(
            RefusalReason.VENUE_UNAVAILABLE,
            "more than " + PAGE + " fills have the time " + page.getLast().at());
      }
      before = Optional.of(page.getLast().at().plusMillis(1));
    }
    return Result.refused(
        RefusalReason.VENUE_UNAVAILABLE, "the fills do not end after " + MOST_PAGES + " pages");
  }

  private static List<Row> from(Map<String, Row> seen, String first) {
    List<Row> oldestFirst = new ArrayList<>(seen.values()).reversed();
    int at = 0;
    while (!oldestFirst.get(at).id().equals(first)) {
      at++;
    }
    return List.copyOf(oldestFirst.subList(at, oldestFirst.size()));
  }

  private Result<List<Row>> page(Optional<Instant> before) {
    String bound = before.map(Instant::toString).orElse(null);
    Reply reply =
        calls.ask(
            before.isEmpty() ? FIRST_COST : NEXT_COST,
            "fills",
            (api, s) -> api.fills(bound, s.apiKey(), s.nonce(), s.authent()));
    return ReplyRules.read(
        "the fills",
        reply,
        json -> {
          List<Row> rows = new ArrayList<>();
          for (JsonNode row : JsonFields.array(json, "fills")) {
            Instant at = JsonFields.isoTime(row, "fillTime");
            if (!rows.isEmpty() && at.isAfter(rows.getLast().at())) {
              throw new UnreadableReply("the fills are not in the order of time");
            }
            keepCause(row);
            rows.add(new Row(JsonFields.text(row, "fill_id"), at, row));
          }
          return List.copyOf(rows);
        });
  }

  /** What the log says about fills; it is read only if one of them is new. */
  private Result<Map<String, AccountLog.Entry>> explained(List<Row> rows) {
    Optional<Instant> oldestNew =
        rows.stream().filter(row -> !isKnown(row.id())).map(Row::at).min(Instant::compareTo);
    if (oldestNew.isEmpty()) {
      return Result.ok(known(rows));
    }
    return log.since(oldestNew.get().minus(SLACK))
        .map(
            entries -> {
              keep(entries);
              return known(rows);
            });
  }

  private synchronized boolean isKnown(String execution) {
    return costs.containsKey(execution);
  }

  private synchronized void keep(List<AccountLog.Entry> entries) {
    entries.stream()
        .filter(entry -> !entry.execution().isEmpty() && !entry.contract().isEmpty())
        .forEach(entry -> costs.put(entry.execution(), entry));
    while (costs.size() > MOST_KEPT) {
      costs.remove(costs.keySet().iterator().next());
    }
  }

  private synchronized Map<String, AccountLog.Entry> known(List<Row> rows) {
    Map<String, AccountLog.Entry> known = new LinkedHashMap<>();
    for (Row row : rows) {
      AccountLog.Entry entry = costs.get(row.id());
      if (entry != null) {
        known.put(row.id(), entry);
      }
    }
    return known;
  }

  static Fill fill(FuturesSymbol symbol, JsonNode row, Map<String, AccountLog.Entry> known) {
    symbol.require(JsonFields.text(row, "symbol"));
    String id = JsonFields.text(row, "fill_id");
    AccountLog.Entry cost = known.get(id);
    if (cost == null) {
      throw new UnreadableReply(
          "the account log does not say what fill "
              + id
              + " cost (fees paid with fee credits are not supported)");
    }
    symbol.require(cost.contract());
    return new Fill(
        symbol.id(),
        TradeId.of(id),
        VenueOrderId.of(JsonFields.text(row, "order_id")),
        FuturesOrderReader.side(JsonFields.text(row, "side")),
        Contracts.of(JsonFields.decimal(row, "size")),
        Price.of(JsonFields.decimal(row, "price")),
        new Money(cost.fee(), FuturesSymbol.currency(cost.asset())),
        new Money(cost.realizedPnl(), FuturesSymbol.currency(cost.asset())),
        JsonFields.text(row, "fillType").equals("maker"),
        JsonFields.isoTime(row, "fillTime"));
  }
}
