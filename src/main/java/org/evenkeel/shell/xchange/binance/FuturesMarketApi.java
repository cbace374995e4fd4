package org.evenkeel.shell.xchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Public questions to USD-M futures, for XChange's proxy builder.
 *
 * <p>The answers stay JSON because XChange's own types drop fields that are needed and turn missing ones into null.
 * No exception type is declared because rescu would log an error page that it cannot turn into one, whatever it repeats.
 */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public interface FuturesMarketApi {

  @GET
  @Path("fapi/v1/time")
  @Nullable JsonNode time() throws IOException;

  @GET
  @Path("fapi/v1/exchangeInfo")
  @Nullable JsonNode exchangeInfo() throws IOException;

  @GET
  @Path("fapi/v1/klines")
  @Nullable JsonNode klines(
      @QueryParam("symbol") String symbol,
      @QueryParam("interval") String interval,
      @QueryParam("startTime") long startTime,
      @QueryParam("endTime") long endTime,
      @QueryParam("limit") int limit)
      throws IOException;

  @GET
  @Path("fapi/v1/ticker/bookTicker")
  @Nullable JsonNode bookTicker(@QueryParam("symbol") @Nullable String symbol) throws IOException;

  /** The newest trade. */
  @GET
  @Path("fapi/v2/ticker/price")
  @Nullable JsonNode priceTicker(@QueryParam("symbol") @Nullable String symbol) throws IOException;

  @GET
  @Path("fapi/v1/premiumIndex")
  @Nullable JsonNode premiumIndex(@QueryParam("symbol") @Nullable String symbol) throws IOException;
}
