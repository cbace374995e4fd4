package org.evenkeel.shell.xchange.kraken.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.kraken.Pair;

/**
 * Deposits, withdrawals and transfers to and from other wallets, by offset like the trades.
 *
 * <p>This account has one wallet: what goes to Kraken Futures goes outside, and comes in there.
 *
 * <p>Source: docs.kraken.com, Spot REST, "Get Ledgers Info".
 */
final class LedgerPages {

  private static final int PAGE = 50;
  private static final int MOST_PAGES = 100;
  private static final List<String> TYPES = List.of("deposit", "withdrawal", "transfer");

  private final VenueId venue;
  private final SpotCalls calls;

  LedgerPages(VenueId venue, SpotCalls calls) {
    this.venue = venue;
    this.calls = calls;
  }

  Result<List<CashFlow>> since(Instant since) {
    List<CashFlow> flows = new ArrayList<>();
    for (String type : TYPES) {
      Result<Map<String, JsonNode>> rows = rows(type, since);
      if (rows instanceof Result.Refused<Map<String, JsonNode>> refused) {
        return Result.refused(refused.refusal());
      }
      Result<List<CashFlow>> read =
          ReplyRules.judged("the ledger", () -> flows(rows.orThrow(), since));
      if (read instanceof Result.Refused<List<CashFlow>>) {
        return read;
      }
      flows.addAll(read.orThrow());
    }
    flows.sort(Comparator.comparing(CashFlow::venueTime).thenComparing(CashFlow::id));
    return Result.ok(List.copyOf(flows));
  }

  /** Both entries of every trade since an instant. */
  Result<List<JsonNode>> trades(Instant since) {
    return rows("trade", since)
        .then(
            rows ->
                ReplyRules.judged(
                    "the ledger",
                    () ->
                        rows.values().stream()
                            .filter(row -> !SpotOrderReader.seconds(row, "time").isBefore(since))
                            .toList()));
  }

  private Result<Map<String, JsonNode>> rows(String type, Instant since) {
    Map<String, JsonNode> seen = new TreeMap<>();
    for (int i = 0; i < MOST_PAGES; i++) {
      int offset = i * PAGE;
      Reply reply =
          calls.ask(
              2,
              "Ledgers",
              (api, s) ->
                  api.ledgers(
                      s.nonce(), type, since.getEpochSecond() - 1, offset, s.apiKey(), s.sign()));
      Result<Integer> size =
          ReplyRules.read(
              "the ledger",
              reply,
              json -> {
                JsonNode rows = json.path("result").path("ledger");
                if (!rows.isObject()) {
                  throw new UnreadableReply("the list 'ledger' is missing");
                }
                rows.properties().forEach(entry -> seen.put(entry.getKey(), entry.getValue()));
                return rows.size();
              });
      if (size instanceof Result.Refused<Integer> refused) {
        return Result.refused(refused.refusal());
      }
      if (size.orThrow() < PAGE) {
        return Result.ok(seen);
      }
    }
    return Result.refused(
        RefusalReason.VENUE_UNAVAILABLE, "the ledger does not end after " + MOST_PAGES + " pages");
  }

  private List<CashFlow> flows(Map<String, JsonNode> rows, Instant since) {
    List<CashFlow> flows = new ArrayList<>();
    rows.forEach(
        (id, row) ->
            flow(id, row).filter(flow -> !flow.venueTime().isBefore(since)).ifPresent(flows::add));
    return flows;
  }

  /** What the balance changed by: the amount has its sign, the fee is taken besides. */
  Optional<CashFlow> flow(String id, JsonNode row) {
    BigDecimal change = JsonFields.decimal(row, "amount").subtract(JsonFields.decimal(row, "fee"));
    return change.signum() == 0
        ? Optional.empty()
        : Optional.of(
            new CashFlow(
                id,
                change.signum() > 0 ? CashFlow.Kind.DEPOSIT : CashFlow.Kind.WITHDRAWAL,
                Wallet.spot(venue),
                new Money(change, Pair.currency(JsonFields.text(row, "asset"))),
                SpotOrderReader.seconds(row, "time")));
  }
}
