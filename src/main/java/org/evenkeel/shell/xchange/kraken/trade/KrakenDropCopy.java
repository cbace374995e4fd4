package org.evenkeel.shell.xchange.kraken.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.policy.watch.ExecutionCopy;
import org.evenkeel.core.policy.watch.Trace;
import org.evenkeel.cycle.watch.DropCopy;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.kraken.Pair;

/**
 * Executions out of the ledger: of each trade an entry for each of its two coins, by the trade's id.
 *
 * <p>The bot reads its fills from the trades' history. An entry's amount is without its fee. The ledger rounds money to
 * four digits, and so its fees; a pair is named as the bot names it, one that it does not trade by its coins' names.
 *
 * <p>Source: docs.kraken.com, Spot REST, "Get Ledgers Info": type 'trade', refid the id of the trade.
 */
final class KrakenDropCopy implements DropCopy {

  private static final BigDecimal ROUNDING = new BigDecimal("0.0001");

  private final VenueId venue;
  private final LedgerPages ledger;

  KrakenDropCopy(VenueId venue, LedgerPages ledger) {
    this.venue = venue;
    this.ledger = ledger;
  }

  @Override
  public VenueId venue() {
    return venue;
  }

  @Override
  public Result<ExecutionCopy> executions(Question question) {
    return ledger
        .trades(question.since())
        .then(
            rows ->
                ReplyRules.judged(
                    "the ledger",
                    () ->
                        new ExecutionCopy(
                            traces(rows, question.instruments(), venue), true, ROUNDING)));
  }

  /** The traces of the ledger's entries, both of a trade together. */
  static List<Trace> traces(List<JsonNode> rows, SortedSet<InstrumentId> known, VenueId venue) {
    SortedMap<String, List<JsonNode>> byTrade = new TreeMap<>();
    for (JsonNode row : rows) {
      byTrade.computeIfAbsent(JsonFields.text(row, "refid"), key -> new ArrayList<>()).add(row);
    }
    return byTrade.values().stream().map(both -> trace(both, known, venue)).toList();
  }

  private static Trace trace(List<JsonNode> both, SortedSet<InstrumentId> known, VenueId venue) {
    String trade = JsonFields.text(both.getFirst(), "refid");
    if (both.size() != 2) {
      throw new UnreadableReply("trade " + trade + " has " + both.size() + " entries, not two");
    }
    InstrumentId id = name(currency(both.getFirst()), currency(both.getLast()), known, venue);
    Currency base = Instrument.parse(id).base();
    SortedMap<Currency, BigDecimal> fees = new TreeMap<>();
    Optional<BigDecimal> quantity = Optional.empty();
    for (JsonNode row : both) {
      fees.merge(currency(row), JsonFields.decimal(row, "fee"), BigDecimal::add);
      if (currency(row).equals(base)) {
        quantity = Optional.of(JsonFields.decimal(row, "amount").abs());
      }
    }
    return Trace.ofTrade(
        id, trade, quantity, Optional.of(fees), SpotOrderReader.seconds(both.getFirst(), "time"));
  }

  private static InstrumentId name(
      Currency one, Currency other, SortedSet<InstrumentId> known, VenueId venue) {
    InstrumentId plain = InstrumentId.of(one + "-" + other + "-SPOT@" + venue);
    InstrumentId turned = InstrumentId.of(other + "-" + one + "-SPOT@" + venue);
    return !known.contains(plain) && known.contains(turned) ? turned : plain;
  }

  private static Currency currency(JsonNode row) {
    return Pair.currency(JsonFields.text(row, "asset"));
  }
}
