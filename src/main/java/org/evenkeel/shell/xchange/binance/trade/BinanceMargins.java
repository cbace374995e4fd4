package org.evenkeel.shell.xchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.MaintenanceTiers;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.MarginMemory;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.Symbol;

/**
 * The brackets of maintenance margin of Binance's futures, which only a key may read.
 *
 * <p>One call tells those of every symbol and costs one of the request allowance.
 * Sizes are values in quote currency, also where coins are traded by the thousand.
 * Source: USD-M documentation, "Notional and Leverage Brackets": the margin is notional times maintMarginRatio less cum.
 *
 * <p>This class is thread-safe.
 */
final class BinanceMargins {

  /** What a published cum may lack of the reckoned one by rounding, as a fraction of it. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.001");

  private final BinanceLink link;
  private final SignedCalls calls;
  private final MarginMemory memory = new MarginMemory();

  BinanceMargins(BinanceLink link, SignedCalls calls) {
    this.link = link;
    this.calls = calls;
  }

  /** What is asked for these futures, from memory for a day. */
  Result<MarginView> of(List<InstrumentId> futures) {
    return memory.of(futures, link::now, this::read);
  }

  private Result<List<MaintenanceTiers>> read(List<InstrumentId> futures) {
    Instant now = link.now();
    return ReplyRules.judged(
            "the instruments", () -> futures.stream().map(link.listing()::symbol).toList())
        .then(
            symbols -> {
              Reply reply =
                  calls.askFutures(
                      1,
                      "fapi/v1/leverageBracket",
                      (api, s) ->
                          api.leverageBrackets(
                              s.recvWindow(), s.timestamp(), s.apiKey(), s.signature()));
              return ReplyRules.read(
                  "the brackets of margin", reply, json -> tiers(symbols, json, now));
            });
  }

  static List<MaintenanceTiers> tiers(List<Symbol> symbols, JsonNode json, Instant now) {
    TreeMap<String, JsonNode> rows = new TreeMap<>();
    JsonFields.array(json).forEach(row -> rows.put(JsonFields.text(row, "symbol"), row));
    List<MaintenanceTiers> all = new ArrayList<>();
    for (Symbol symbol : symbols) {
      JsonNode row = rows.get(symbol.text());
      if (row != null) {
        all.add(tiers(symbol.id(), row, now));
      }
    }
    return all;
  }

  private static MaintenanceTiers tiers(InstrumentId id, JsonNode row, Instant now) {
    List<MaintenanceTiers.Tier> tiers = new ArrayList<>();
    BigDecimal cap = BigDecimal.ZERO;
    BigDecimal saved = BigDecimal.ZERO;
    boolean isSaved = true;
    for (JsonNode bracket : JsonFields.array(row, "brackets")) {
      BigDecimal floor = JsonFields.decimal(bracket, "notionalFloor");
      if (floor.compareTo(cap) != 0) {
        throw new UnreadableReply("the brackets of " + id + " leave a gap at " + cap);
      }
      Ratio rate = Ratio.of(JsonFields.decimal(bracket, "maintMarginRatio"));
      BigDecimal before = tiers.isEmpty() ? BigDecimal.ZERO : tiers.getLast().rate().value();
      saved = saved.add(floor.multiply(rate.value().subtract(before)));
      isSaved &= isSaved(saved, JsonFields.decimal(bracket, "cum"));
      tiers.add(
          new MaintenanceTiers.Tier(floor, rate, JsonFields.decimal(bracket, "initialLeverage")));
      cap = JsonFields.decimal(bracket, "notionalCap");
    }
    return new MaintenanceTiers(
        id,
        MaintenanceTiers.Unit.QUOTE,
        isSaved ? MaintenanceTiers.Charge.PART : MaintenanceTiers.Charge.WHOLE,
        "",
        tiers,
        Optional.of(cap),
        now);
  }

  /** Whether the venue takes off as much as makes the margin continuous; if it takes off less, the dearer reading holds. */
  private static boolean isSaved(BigDecimal reckoned, BigDecimal published) {
    return published.compareTo(reckoned.subtract(reckoned.multiply(ROUNDING))) >= 0;
  }
}
