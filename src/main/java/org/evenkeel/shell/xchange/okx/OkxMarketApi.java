package org.evenkeel.shell.xchange.okx;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Public questions to OKX, for XChange's proxy builder.
 *
 * <p>The answers stay JSON because XChange's own types round ticks to powers of ten and fail on words they do not know.
 */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public interface OkxMarketApi {

  @GET
  @Path("api/v5/public/time")
  @Nullable JsonNode time() throws IOException;

  /** What of maintenance is scheduled or under way. */
  @GET
  @Path("api/v5/system/status")
  @Nullable JsonNode systemStatus() throws IOException;

  @GET
  @Path("api/v5/public/instruments")
  @Nullable JsonNode instruments(@QueryParam("instType") String instType) throws IOException;

  @GET
  @Path("api/v5/public/mark-price")
  @Nullable JsonNode markPrice(
      @QueryParam("instType") String instType, @QueryParam("instId") @Nullable String instId)
      throws IOException;

  /** The tiers of up to five families, such as BTC-USDT,ETH-USDT. */
  @GET
  @Path("api/v5/public/position-tiers")
  @Nullable JsonNode positionTiers(
      @QueryParam("instType") String instType,
      @QueryParam("tdMode") String tdMode,
      @QueryParam("instFamily") String families)
      throws IOException;

  @GET
  @Path("api/v5/public/funding-rate")
  @Nullable JsonNode fundingRate(@QueryParam("instId") String instId) throws IOException;

  @GET
  @Path("api/v5/public/funding-rate-history")
  @Nullable JsonNode fundingHistory(
      @QueryParam("instId") String instId,
      @QueryParam("after") long after,
      @QueryParam("limit") int limit)
      throws IOException;

  @GET
  @Path("api/v5/market/ticker")
  @Nullable JsonNode ticker(@QueryParam("instId") String instId) throws IOException;

  @GET
  @Path("api/v5/market/tickers")
  @Nullable JsonNode tickers(@QueryParam("instType") String instType) throws IOException;

  @GET
  @Path("api/v5/market/index-tickers")
  @Nullable JsonNode indexTickers(
      @QueryParam("quoteCcy") @Nullable String quoteCcy,
      @QueryParam("instId") @Nullable String instId)
      throws IOException;

  @GET
  @Path("api/v5/market/candles")
  @Nullable JsonNode candles(
      @QueryParam("instId") String instId,
      @QueryParam("bar") String bar,
      @QueryParam("after") long after,
      @QueryParam("limit") int limit)
      throws IOException;

  @GET
  @Path("api/v5/market/history-candles")
  @Nullable JsonNode historyCandles(
      @QueryParam("instId") String instId,
      @QueryParam("bar") String bar,
      @QueryParam("after") long after,
      @QueryParam("limit") int limit)
      throws IOException;
}
