package org.evenkeel.shell.simvenue.http;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.evenkeel.shell.simvenue.exchange.OrderCause;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SymbolState;
import org.evenkeel.shell.simvenue.http.SimRoutes.Text;
import org.evenkeel.shell.simvenue.market.SeriesId;

/**
 * What a rehearsal lets a venue do: maintenance, the state of a symbol, positions that it closes itself.
 *
 * <p>Symbols are those of the market, the same for every dialect: BTCUSDT, or BTCUSDT_260327 for a dated contract; a spot
 * market is named by {@code market=spot}.
 * Thread-safe.
 */
final class SimMarketRoutes {

  private final SimExchange exchange;
  private final VenueClock clock;
  private final Dialect dialect;

  SimMarketRoutes(SimExchange exchange, VenueClock clock, Dialect dialect) {
    this.exchange = exchange;
    this.clock = clock;
    this.dialect = dialect;
  }

  /** Answers, or says what is wrong with the question. */
  Text answer(Request request) {
    Map<String, String> asked = request.parameters();
    try {
      return switch (request.endpoint()) {
        case "POST /sim/maintenance" -> maintenance(asked);
        case "POST /sim/symbol" -> symbol(asked);
        case "POST /sim/close" -> close(asked);
        default -> new Text(404, Json.message(-5000, "no such rehearsal endpoint").toString());
      };
    } catch (IllegalArgumentException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private Text maintenance(Map<String, String> asked) {
    boolean isOn =
        switch (asked.getOrDefault("on", "")) {
          case "true" -> true;
          case "false" -> false;
          default -> throw new IllegalArgumentException("on is true or false");
        };
    dialect.maintenance(isOn);
    return new Text(200, Json.object().put("maintenance", isOn).toString());
  }

  /** The state of a symbol: trading, halted, post_only or settling. */
  private Text symbol(Map<String, String> asked) {
    SeriesId series = series(asked);
    SymbolState wanted =
        switch (asked.getOrDefault("state", "")) {
          case "trading" -> SymbolState.TRADING;
          case "halted" -> SymbolState.HALTED;
          case "post_only" -> SymbolState.POST_ONLY;
          case "settling" -> SymbolState.SETTLING;
          default ->
              throw new IllegalArgumentException("state is trading, halted, post_only or settling");
        };
    if (!dialect.knows(wanted)) {
      throw new IllegalArgumentException("this venue has no state " + asked.get("state"));
    }
    return exchange
        .setState(series, wanted, clock.nowMs())
        .map(
            state ->
                new Text(
                    200,
                    Json.object()
                        .put("symbol", series.symbol())
                        .put("state", state.name().toLowerCase(Locale.ROOT))
                        .toString()))
        .orElseGet(() -> refused("no series " + series + " is listed now"));
  }

  /** Closes a part of a position now, or by ADL once the mark has moved so far in its favour. */
  private Text close(Map<String, String> asked) {
    SeriesId series = series(asked);
    OrderCause cause =
        switch (asked.getOrDefault("cause", "")) {
          case "liquidation" -> OrderCause.LIQUIDATION;
          case "partial_liquidation" -> OrderCause.PARTIAL_LIQUIDATION;
          case "adl" -> OrderCause.ADL;
          default ->
              throw new IllegalArgumentException(
                  "cause is liquidation, partial_liquidation or adl");
        };
    BigDecimal part = fraction(asked, "part", BigDecimal.ONE);
    if (part.compareTo(BigDecimal.ONE) > 0 || !series.isContract()) {
      throw new IllegalArgumentException("a part of a contract, above 0 and at most 1");
    }
    if (!asked.containsKey("move")) {
      return exchange
          .closeByForce(series, part, cause, clock.nowMs())
          .map(order -> new Text(200, Json.object().put("orderId", order.orderId()).toString()))
          .orElseGet(() -> refused("nothing of " + series.symbol() + " is held"));
    }
    if (cause != OrderCause.ADL) {
      throw new IllegalArgumentException("only adl waits for a move; a liquidation has its margin");
    }
    return exchange
        .armAdl(series, part, fraction(asked, "move", BigDecimal.ZERO), clock.nowMs())
        .map(mark -> new Text(200, Json.object().put("from", Json.plain(mark)).toString()))
        .orElseGet(() -> refused(series.symbol() + " has no price now"));
  }

  private SeriesId series(Map<String, String> asked) {
    String symbol = asked.getOrDefault("symbol", "");
    SeriesId series =
        asked.getOrDefault("market", "futures").equals("spot")
            ? SeriesId.spot(symbol)
            : SeriesId.contract(symbol);
    if (exchange.info(series).isEmpty()) {
      throw new IllegalArgumentException("this market has no series " + series);
    }
    return series;
  }

  private static BigDecimal fraction(Map<String, String> asked, String name, BigDecimal standard) {
    String text = asked.getOrDefault(name, standard.toPlainString());
    if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,8})?") || new BigDecimal(text).signum() == 0) {
      throw new IllegalArgumentException(name + " is a number above 0, found '" + text + "'");
    }
    return new BigDecimal(text);
  }

  private static Text refused(String why) {
    return new Text(400, Json.message(-5013, why).toString());
  }
}
