package org.evenkeel.shell.simvenue.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.evenkeel.shell.simvenue.exchange.SimExchange;

/**
 * The rehearsal's own endpoints: the market clock, faults to order, money that comes or goes, maintenance, symbols and positions, and the event log.
 *
 * <p>They exist on no real venue; a client that needs them only asks a simulated one.
 * Thread-safe.
 */
public final class SimRoutes {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A status and a body of JSON or of JSON lines. */
  record Text(int status, String body) {}

  /** As the holder in a release: after a kill, nobody is left to release what was held. */
  private static final String EVERYONE = "*";

  private final VenueClock clock;
  private final ClockHolds holds;
  private final Faults faults;
  private final Supplier<List<String>> log;
  private final SimExchange exchange;
  private final SimMarketRoutes market;

  SimRoutes(
      SimExchange exchange,
      Dialect dialect,
      VenueClock clock,
      ClockHolds holds,
      Faults faults,
      Supplier<List<String>> log) {
    this.exchange = exchange;
    this.market = new SimMarketRoutes(exchange, clock, dialect);
    this.clock = clock;
    this.holds = holds;
    this.faults = faults;
    this.log = log;
  }

  Text answer(Request request) {
    Map<String, String> asked = request.parameters();
    String holder = asked.getOrDefault("holder", "default");
    return switch (request.endpoint()) {
      case "GET /sim/clock" -> clock();
      case "POST /sim/clock/hold" -> {
        holds.hold(holder);
        yield clock();
      }
      case "POST /sim/clock/release" -> {
        if (holder.equals(EVERYONE)) {
          holds.releaseAll();
        } else {
          holds.release(holder);
        }
        yield clock();
      }
      case "POST /sim/fault" -> fault(request.body());
      case "DELETE /sim/fault" -> {
        faults.clear();
        yield new Text(200, "{}");
      }
      case "POST /sim/flow" -> flow(asked);
      case "GET /sim/log" -> log(Long.parseLong(asked.getOrDefault("from", "0")));
      default -> market.answer(request);
    };
  }

  private Text clock() {
    return new Text(
        200,
        Json.object()
            .put("marketMs", clock.nowMs())
            .put("wallMs", System.currentTimeMillis())
            .put("rate", clock.rate())
            .put("speed", clock.speed())
            .put("held", clock.isHeld())
            .toString());
  }

  /** Money that comes to the spot wallet from outside (kind deposit), or leaves it for there (kind withdrawal). */
  private Text flow(Map<String, String> asked) {
    try {
      BigDecimal amount = new BigDecimal(asked.getOrDefault("amount", ""));
      boolean isDeposit =
          switch (asked.getOrDefault("kind", "")) {
            case "deposit" -> true;
            case "withdrawal" -> false;
            default -> throw new IllegalArgumentException("kind is deposit or withdrawal");
          };
      return exchange
          .deposit(
              asked.getOrDefault("asset", ""), isDeposit ? amount : amount.negate(), clock.nowMs())
          .map(id -> new Text(200, Json.object().put("tranId", id).toString()))
          .orElseGet(() -> refused("there is not so much to take"));
    } catch (IllegalArgumentException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private static Text refused(String why) {
    return new Text(400, Json.message(-5013, why).toString());
  }

  private Text log(long from) {
    return new Text(
        200, log.get().stream().skip(from).map(line -> line + "\n").collect(Collectors.joining()));
  }

  private Text fault(String body) {
    try {
      JsonNode order = MAPPER.readTree(body);
      String kind = order.path("kind").asText();
      Fault fault =
          new Fault(
              order.path("method").asText("*"),
              order.path("path").asText("*"),
              Fault.Kind.of(kind),
              order.path("value").asText(""));
      faults.add(fault, order.path("count").asLong(1));
      return new Text(200, "{}");
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return new Text(400, Json.message(-1100, String.valueOf(e.getMessage())).toString());
    }
  }
}
