package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.shell.simvenue.exchange.SimEvent;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Json;

/**
 * What came to the account, left it and moved on it, newest first and in pages.
 *
 * <p>Deposits and withdrawals are complete as soon as they are there; there is no funding wallet.
 * Thread-safe.
 */
final class FlowRoutes {

  private static final int MOST_ROWS = 1000;
  private static final int MOST_TRANSFERS = 100;

  private final SimExchange exchange;

  FlowRoutes(SimExchange exchange) {
    this.exchange = exchange;
  }

  void addTo(Map<String, Route> routes) {
    routes.put("GET /sapi/v1/capital/deposit/hisrec", Route.signed(1, this::deposits));
    routes.put("GET /sapi/v1/capital/withdraw/history", Route.signed(1, this::withdrawals));
    routes.put("GET /sapi/v1/asset/transfer", Route.signed(1, this::transfers));
  }

  private JsonNode deposits(ApiRequest request, long atMs) {
    ArrayNode rows = Json.array();
    for (SimEvent.Deposited d : asked(request, atMs, 1)) {
      rows.addObject()
          .put("id", Long.toString(d.tranId()))
          .put("amount", Json.plain(d.amount()))
          .put("coin", d.asset())
          .put("network", "SIM")
          .put("status", 1)
          .put("insertTime", d.atMs())
          .put("completeTime", d.atMs())
          .put("walletType", 0);
    }
    return rows;
  }

  private JsonNode withdrawals(ApiRequest request, long atMs) {
    ArrayNode rows = Json.array();
    for (SimEvent.Deposited d : asked(request, atMs, -1)) {
      String second = Instant.ofEpochMilli(d.atMs()).toString().substring(0, 19).replace('T', ' ');
      rows.addObject()
          .put("id", Long.toString(d.tranId()))
          .put("amount", Json.plain(d.amount().abs()))
          .put("transactionFee", "0")
          .put("coin", d.asset())
          .put("network", "SIM")
          .put("status", 6)
          .put("applyTime", second)
          .put("walletType", 0);
    }
    return rows;
  }

  private List<SimEvent.Deposited> asked(ApiRequest request, long atMs, int sign) {
    List<SimEvent.Deposited> found = new ArrayList<>();
    for (SimEvent.Deposited d : exchange.deposits().reversed()) {
      if (d.amount().signum() == sign && isWithin(request, d.atMs(), atMs)) {
        found.add(d);
      }
    }
    long limit = Math.min(MOST_ROWS, request.whole("limit").orElse((long) MOST_ROWS));
    return page(found, request.whole("offset").orElse(0L), limit);
  }

  private static boolean isWithin(ApiRequest request, long timeMs, long atMs) {
    return timeMs >= request.whole("startTime").orElse(0L)
        && timeMs <= request.whole("endTime").orElse(atMs);
  }

  private static <T> List<T> page(List<T> all, long offset, long limit) {
    return all.stream().skip(offset).limit(limit).toList();
  }

  private JsonNode transfers(ApiRequest request, long atMs) {
    String type = request.required("type");
    Optional<Integer> sign =
        switch (type) {
          case "MAIN_UMFUTURE" -> Optional.of(1);
          case "UMFUTURE_MAIN" -> Optional.of(-1);
          default -> Optional.empty();
        };
    List<SimEvent.Transferred> found = new ArrayList<>();
    for (SimEvent.Transferred t : exchange.transfers().reversed()) {
      if (sign.equals(Optional.of(t.toFutures().signum())) && isWithin(request, t.atMs(), atMs)) {
        found.add(t);
      }
    }
    long size = Math.min(MOST_TRANSFERS, request.whole("size").orElse(10L));
    long current = request.whole("current").orElse(1L);
    ObjectNode answer = Json.object().put("total", found.size());
    ArrayNode rows = answer.putArray("rows");
    for (SimEvent.Transferred t : page(found, (current - 1) * size, size)) {
      rows.addObject()
          .put("asset", t.asset())
          .put("amount", plain(t.toFutures()))
          .put("type", type)
          .put("status", "CONFIRMED")
          .put("tranId", t.tranId())
          .put("timestamp", t.atMs());
    }
    return answer;
  }

  private static String plain(BigDecimal toFutures) {
    return Json.plain(toFutures.abs());
  }
}
