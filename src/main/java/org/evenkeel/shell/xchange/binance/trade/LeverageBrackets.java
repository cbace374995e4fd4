package org.evenkeel.shell.xchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.binance.Symbol;

/**
 * How much leverage the venue grants by the size of a position.
 *
 * <p>For example, BTCUSDT may have 125 times up to a notional of 50,000 and 100 times up to 250,000: at 100 times the
 * largest position is 250,000, and at 126 times there is none.
 * Source: USD-M documentation, "Notional and Leverage Brackets". This class is immutable.
 */
final class LeverageBrackets {

  private record Bracket(int leverage, BigDecimal cap) {}

  private final SortedMap<String, List<Bracket>> bySymbol;

  private LeverageBrackets(SortedMap<String, List<Bracket>> bySymbol) {
    this.bySymbol = bySymbol;
  }

  static LeverageBrackets read(JsonNode json) {
    TreeMap<String, List<Bracket>> bySymbol = new TreeMap<>();
    for (JsonNode row : JsonFields.array(json)) {
      List<Bracket> brackets = new ArrayList<>();
      for (JsonNode each : JsonFields.array(row, "brackets")) {
        int leverage = JsonFields.decimal(each, "initialLeverage").intValueExact();
        BigDecimal cap = JsonFields.decimal(each, "notionalCap");
        if (leverage < 1 || cap.signum() <= 0) {
          throw new UnreadableReply("a bracket of leverage makes no sense");
        }
        brackets.add(new Bracket(leverage, cap));
      }
      bySymbol.put(JsonFields.text(row, "symbol"), List.copyOf(brackets));
    }
    return new LeverageBrackets(bySymbol);
  }

  /** Why a symbol cannot have this leverage with a position of this notional. */
  Optional<String> objection(Symbol symbol, int leverage, BigDecimal notional) {
    List<Bracket> brackets = bySymbol.getOrDefault(symbol.text(), List.of());
    int most = brackets.stream().mapToInt(Bracket::leverage).max().orElse(0);
    if (leverage > most) {
      return Optional.of(
          symbol.id()
              + " may have a leverage of "
              + most
              + " at most, asked for "
              + leverage
              + "; lower plan.venue_leverage_ratio");
    }
    BigDecimal cap =
        brackets.stream()
            .filter(bracket -> bracket.leverage() >= leverage)
            .map(Bracket::cap)
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    return notional.abs().compareTo(cap) > 0
        ? Optional.of(
            "a leverage of "
                + leverage
                + " carries "
                + cap.toPlainString()
                + " of "
                + symbol.id()
                + " at most, and "
                + notional.abs().toPlainString()
                + " is held; lower it")
        : Optional.empty();
  }
}
