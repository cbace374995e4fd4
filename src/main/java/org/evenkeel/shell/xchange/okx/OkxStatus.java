package org.evenkeel.shell.xchange.okx;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.VenueStatus;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;

/**
 * OKX's maintenance of trading, from a quarter of an hour before its beginning.
 *
 * <p>Notices of other services, such as bots and block trading, and of the other environment do not count.
 * Source: OKX API v5, "Status": serviceType 5, 8 and 9 are trading; env 1 is production and 2 the demo account.
 * This class is thread-safe.
 */
public final class OkxStatus implements VenueStatus {

  /** One such question is allowed in five seconds. */
  private static final int WEIGHT = 50;

  private static final String PRODUCTION = "1";
  private static final String DEMO = "2";
  private static final Duration BEFORE = Duration.ofMinutes(15);
  private static final List<String> TRADING = List.of("5", "8", "9");
  private static final List<String> OVER = List.of("completed", "canceled");

  private final OkxLink link;
  private final OkxMarketApi market;

  public OkxStatus(OkxLink link) {
    this.link = link;
    this.market = link.proxy(OkxMarketApi.class);
  }

  @Override
  public Result<Optional<String>> closed() {
    Instant soon = link.estimatedVenueTime().plus(BEFORE);
    return ReplyRules.read(
        "the status of OKX",
        link.ask(WEIGHT, "api/v5/system/status", market::systemStatus),
        json -> told(json, soon, link.settings().isDemo() ? DEMO : PRODUCTION));
  }

  /** The first notice that concerns trading in an environment and begins before an instant. */
  static Optional<String> told(JsonNode json, Instant soon, String environment) {
    return OkxFields.rows(json).stream()
        .filter(row -> concerns(row, soon, environment))
        .map(OkxStatus::words)
        .findFirst();
  }

  private static boolean concerns(JsonNode row, Instant soon, String environment) {
    boolean isOfHere = !row.hasNonNull("env") || row.path("env").asText().equals(environment);
    String state = JsonFields.text(row, "state");
    boolean hasBegun = !state.equals("scheduled") || !begin(row).isAfter(soon);
    return isOfHere
        && TRADING.contains(JsonFields.text(row, "serviceType"))
        && !OVER.contains(state)
        && hasBegun;
  }

  private static Instant begin(JsonNode row) {
    return OkxFields.time(row, "begin");
  }

  private static String words(JsonNode row) {
    return "OKX says of itself: "
        + JsonFields.text(row, "title")
        + ", "
        + JsonFields.text(row, "state")
        + " from "
        + begin(row)
        + " to "
        + OkxFields.time(row, "end");
  }
}
