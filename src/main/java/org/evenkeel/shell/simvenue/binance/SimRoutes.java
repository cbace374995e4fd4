package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.evenkeel.shell.simvenue.exchange.SimExchange;

/**
 * The rehearsal's own endpoints: the market clock, faults to order, money that comes or goes, and the event log.
 *
 * <p>They exist on no real venue; a client that needs them only asks a simulated one.
 * Thread-safe.
 */
final class SimRoutes {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** An answer: a status and a body of JSON or of JSON lines. */
  record Answer(int status, String body) {}

  /** As the holder in a release: after a kill, nobody is left to release what was held. */
  private static final String EVERYONE = "*";

  private final VenueClock clock;
  private final ClockHolds holds;
  private final Faults faults;
  private final Supplier<List<String>> log;
  private final SimExchange exchange;

  SimRoutes(
      SimExchange exchange,
      VenueClock clock,
      ClockHolds holds,
      Faults faults,
      Supplier<List<String>> log) {
    this.exchange = exchange;
    this.clock = clock;
    this.holds = holds;
    this.faults = faults;
    this.log = log;
  }

  Answer answer(ApiRequest request) {
    String holder = request.text("holder").orElse("default");
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
      case "POST /sim/fault" -> fault(request.rawBody());
      case "DELETE /sim/fault" -> {
        faults.clear();
        yield new Answer(200, "{}");
      }
      case "POST /sim/flow" -> flow(request);
      case "GET /sim/log" -> log(request.whole("from").orElse(0L));
      default -> new Answer(404, Json.message(-5000, "no such rehearsal endpoint").toString());
    };
  }

  private Answer clock() {
    return new Answer(
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
  private Answer flow(ApiRequest request) {
    try {
      BigDecimal amount = request.decimal("amount").orElseThrow(() -> ApiError.missing("amount"));
      boolean isDeposit =
          switch (request.required("kind")) {
            case "deposit" -> true;
            case "withdrawal" -> false;
            default -> throw ApiError.illegal("kind", "deposit|withdrawal");
          };
      return exchange
          .deposit(request.required("asset"), isDeposit ? amount : amount.negate(), clock.nowMs())
          .map(id -> new Answer(200, Json.object().put("tranId", id).toString()))
          .orElseGet(() -> refused("there is not so much to take"));
    } catch (ApiError e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private static Answer refused(String why) {
    return new Answer(400, Json.message(-5013, why).toString());
  }

  private Answer log(long from) {
    return new Answer(
        200, log.get().stream().skip(from).map(line -> line + "\n").collect(Collectors.joining()));
  }

  private Answer fault(String body) {
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
      return new Answer(200, "{}");
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return new Answer(400, Json.message(-1100, String.valueOf(e.getMessage())).toString());
    }
  }
}
