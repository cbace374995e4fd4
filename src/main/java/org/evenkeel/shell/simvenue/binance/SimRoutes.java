package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The rehearsal's own endpoints: the market clock, faults to order, and the event log.
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

  SimRoutes(VenueClock clock, ClockHolds holds, Faults faults, Supplier<List<String>> log) {
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
