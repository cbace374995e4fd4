package org.evenkeel.shell.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.cycle.Records;

/** The read-only endpoints; thread-safe if the records are. */
final class Api {

  /** Three missed beats of the default heartbeat job, on the wall clock. */
  static final Duration FRESH = Duration.ofSeconds(30);

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 1000;

  private final Records records;
  private final Supplier<String> metrics;
  private final Supplier<Optional<Duration>> sinceHeartbeat;

  Api(Records records, Supplier<String> metrics, Supplier<Optional<Duration>> sinceHeartbeat) {
    this.records = records;
    this.metrics = metrics;
    this.sinceHeartbeat = sinceHeartbeat;
  }

  void status(Context ctx) {
    json(ctx, records.status());
  }

  void cycles(Context ctx) {
    json(ctx, records.cycles(limit(ctx)));
  }

  void cycle(Context ctx) {
    String id = ctx.pathParam("id");
    ctx.contentType("application/json");
    ctx.result(
        Json.text(
            records.cycle(id).orElseThrow(() -> new NotFoundResponse("there is no cycle " + id))));
  }

  void weights(Context ctx) {
    json(ctx, records.lastStatement().map(CycleStatement::weights).orElse(List.of()));
  }

  void positions(Context ctx) {
    json(ctx, records.lastStatement().map(CycleStatement::positions).orElse(List.of()));
  }

  void orders(Context ctx) {
    json(ctx, records.orders("true".equals(ctx.queryParam("open")), limit(ctx)));
  }

  void navs(Context ctx) {
    json(ctx, records.navs(limit(ctx)));
  }

  /** Null before the first look at a forecast. */
  void risk(Context ctx) {
    json(ctx, records.risk());
  }

  void metrics(Context ctx) {
    ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.get());
  }

  /** Healthy is what beats: the page may answer while the bot is stuck, and a supervisor must see that. */
  void health(Context ctx) {
    Optional<Duration> age = sinceHeartbeat.get();
    boolean fresh = isWell(age);
    Map<String, Object> body = new TreeMap<>();
    body.put("healthy", fresh);
    body.put("secondsSinceHeartbeat", age.map(Duration::toSeconds));
    ctx.status(fresh ? 200 : 503);
    json(ctx, body);
  }

  static boolean isWell(Optional<Duration> age) {
    return age.isPresent() && age.get().compareTo(FRESH) <= 0;
  }

  private static int limit(Context ctx) {
    String text = ctx.queryParam("limit");
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > MAX_LIMIT) {
      throw new BadRequestResponse("limit must be a whole number from 1 to " + MAX_LIMIT);
    }
    return Integer.parseInt(text);
  }

  private static void json(Context ctx, Object body) {
    ctx.contentType("application/json").result(Json.text(body));
  }
}
