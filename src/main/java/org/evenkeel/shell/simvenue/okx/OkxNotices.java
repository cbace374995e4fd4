package org.evenkeel.shell.simvenue.okx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.evenkeel.shell.simvenue.exchange.MarginTiers;
import org.evenkeel.shell.simvenue.exchange.SimEvent;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.okx.OkxInstruments.Listed;

/**
 * What OKX publishes besides prices: its state, the steps of margin, the prices of delivery.
 *
 * <p>Source: OKX API v5, "Status", "Get position tiers", "Get delivery/exercise history".
 * Thread-safe.
 */
final class OkxNotices {

  /** The one question that is answered during maintenance. */
  static final String STATUS = "GET /api/v5/system/status";

  private static final long HOUR_MS = 3_600_000L;

  private final SimExchange exchange;
  private final OkxInstruments instruments;
  private final BooleanSupplier underMaintenance;

  OkxNotices(SimExchange exchange, OkxInstruments instruments, BooleanSupplier underMaintenance) {
    this.exchange = exchange;
    this.instruments = instruments;
    this.underMaintenance = underMaintenance;
  }

  void addTo(Map<String, OkxRoute> routes) {
    routes.put(STATUS, OkxRoute.open(1, this::status));
    routes.put("GET /api/v5/public/position-tiers", OkxRoute.open(10, this::tiers));
    routes.put("GET /api/v5/public/delivery-exercise-history", OkxRoute.open(40, this::deliveries));
  }

  private ArrayNode status(OkxRequest request, long atMs) {
    ArrayNode rows = Json.array();
    boolean isAsked = request.text("state").map("ongoing"::equals).orElse(true);
    if (underMaintenance.getAsBoolean() && isAsked) {
      rows.addObject()
          .put("title", "Trading system maintenance")
          .put("state", "ongoing")
          .put("begin", Long.toString(atMs))
          .put("end", Long.toString(atMs + HOUR_MS))
          .put("preOpenBegin", "")
          .put("href", "")
          .put("serviceType", "5")
          .put("system", "unified")
          .put("scheDesc", "")
          .put("maintType", "2")
          .put("env", "1");
    }
    return rows;
  }

  /** Sizes are in contracts, at the mark of now; an inverse contract is worth its face. */
  private ArrayNode tiers(OkxRequest request, long atMs) {
    String type = request.required("instType");
    if (!request.required("tdMode").equals("cross")) {
      throw OkxError.parameter("tdMode");
    }
    String family = request.text("instFamily").or(() -> request.text("uly")).orElse("");
    ArrayNode rows = Json.array();
    for (Listed listed : instruments.ofType(type)) {
      boolean isAsked =
          listed.isContract()
              && (family.isEmpty() || List.of(family.split(",")).contains(listed.pair()));
      if (isAsked && (type.equals("SWAP") || isFirst(listed))) {
        exchange
            .quote(SeriesId.perpetual(listed.info().id().pair()), atMs)
            .ifPresent(quote -> addTiers(rows, listed, quote.mark()));
      }
    }
    return rows;
  }

  /** The steps are those of a family, so one of its dated contracts stands for all. */
  private boolean isFirst(Listed listed) {
    return instruments.ofType("FUTURES").stream()
        .filter(other -> other.pair().equals(listed.pair()))
        .findFirst()
        .map(listed::equals)
        .orElse(false);
  }

  private void addTiers(ArrayNode rows, Listed listed, BigDecimal mark) {
    BigDecimal contract =
        listed.info().isInverse() ? listed.contractSize() : mark.multiply(listed.contractSize());
    for (MarginTiers.Tier tier : exchange.tiers(listed.info()).tiers()) {
      BigDecimal initial =
          BigDecimal.ONE.divide(BigDecimal.valueOf(tier.maxLeverage()), 4, RoundingMode.HALF_EVEN);
      rows.addObject()
          .put("instType", listed.instType())
          .put("instFamily", listed.pair())
          .put("uly", listed.pair())
          .put("instId", "")
          .put("tier", Integer.toString(tier.number()))
          .put("minSz", contracts(tier.floor(), contract))
          .put("maxSz", contracts(tier.cap(), contract))
          .put("mmr", Json.plain(tier.rate()))
          .put("imr", Json.plain(initial))
          .put("maxLever", Integer.toString(tier.maxLeverage()))
          .put("optMgnFactor", "")
          .put("quoteMaxLoan", "")
          .put("baseMaxLoan", "");
    }
  }

  private static String contracts(BigDecimal notional, BigDecimal contract) {
    return notional.divide(contract, 0, RoundingMode.DOWN).toPlainString();
  }

  private ArrayNode deliveries(OkxRequest request, long atMs) {
    if (!request.required("instType").equals("FUTURES")) {
      return Json.array();
    }
    ArrayNode rows = Json.array();
    for (SimEvent.Delivered delivered : exchange.deliveries().reversed()) {
      Listed listed = instruments.of(delivered.series());
      if (request.text("instFamily").map(listed.pair()::equals).orElse(true)) {
        ObjectNode row = rows.addObject().put("ts", Long.toString(delivered.atMs()));
        row.putArray("details")
            .addObject()
            .put("insId", listed.instId())
            .put("px", Json.plain(delivered.price()))
            .put("type", "delivery");
      }
    }
    return rows;
  }
}
