package org.evenkeel.shell.xchange.krakenfutures.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.policy.watch.ExecutionCopy;
import org.evenkeel.core.policy.watch.Trace;
import org.evenkeel.cycle.watch.DropCopy;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.krakenfutures.FuturesSymbol;

/**
 * Executions out of the account log: an entry of the money with the fee, and one of the position with the quantity.
 *
 * <p>The bot learns from fills what was executed and how much of it, and from the log only what that cost, so the fee is
 * compared with itself, and so is a delivery.
 *
 * <p>Source: docs.kraken.com, Futures, "Get account log": execution, contract, asset, old_balance, new_balance, fee.
 */
final class KrakenFuturesDropCopy implements DropCopy {

  private final VenueId venue;
  private final AccountLog log;

  KrakenFuturesDropCopy(VenueId venue, AccountLog log) {
    this.venue = venue;
    this.log = log;
  }

  @Override
  public VenueId venue() {
    return venue;
  }

  @Override
  public Result<ExecutionCopy> executions(Question question) {
    return log.executions(question.since())
        .then(
            rows ->
                ReplyRules.judged(
                    "the account log", () -> ExecutionCopy.exact(traces(rows, venue))));
  }

  /** The traces of the log's entries, both of an execution together. */
  static List<Trace> traces(List<JsonNode> rows, VenueId venue) {
    SortedMap<String, List<JsonNode>> byExecution = new TreeMap<>();
    for (JsonNode row : rows) {
      byExecution.computeIfAbsent(group(row), key -> new ArrayList<>()).add(row);
    }
    return byExecution.values().stream().map(both -> trace(both, venue)).toList();
  }

  /** A delivery has no execution; its contract ends but once. */
  private static String group(JsonNode row) {
    String contract = JsonFields.text(row, "contract");
    return isDelivery(row) ? contract : contract + " " + JsonFields.text(row, "execution");
  }

  private static boolean isDelivery(JsonNode row) {
    return FuturesDeliveries.isDelivery(
        JsonFields.text(row, "info"), JsonFields.text(row, "contract"));
  }

  private static Trace trace(List<JsonNode> both, VenueId venue) {
    String contract = JsonFields.text(both.getFirst(), "contract");
    InstrumentId id =
        FuturesSymbol.nameOf(contract, venue.value())
            .orElseThrow(() -> new UnreadableReply("an execution of " + contract + ", no name"));
    Optional<BigDecimal> quantity = Optional.empty();
    SortedMap<Currency, BigDecimal> fees = new TreeMap<>();
    String name = both.getFirst().path("execution").asText("");
    for (JsonNode row : both) {
      if (JsonFields.text(row, "asset").equalsIgnoreCase(contract)) {
        quantity =
            Optional.of(
                JsonFields.decimal(row, "new_balance")
                    .subtract(JsonFields.decimal(row, "old_balance"))
                    .abs());
      } else {
        long number = JsonFields.decimal(row, "id").longValueExact();
        AccountLog.Entry entry = AccountLog.entry(number, row);
        fees.merge(FuturesSymbol.currency(entry.asset()), entry.fee(), BigDecimal::add);
        name = isDelivery(row) ? FuturesDeliveries.nameOf(number) : name;
      }
    }
    return Trace.ofTrade(
        id,
        name,
        quantity,
        fees.isEmpty() ? Optional.empty() : Optional.of(fees),
        JsonFields.isoTime(both.getFirst(), "date"));
  }
}
