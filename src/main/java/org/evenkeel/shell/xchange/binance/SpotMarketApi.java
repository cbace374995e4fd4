package org.evenkeel.shell.xchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Public questions to the spot market, for XChange's proxy builder. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public interface SpotMarketApi {

  /** The instruments of a JSON list of symbols such as ["BTCUSDT"]; all of them would be ten megabytes. */
  @GET
  @Path("api/v3/exchangeInfo")
  @Nullable JsonNode exchangeInfo(@QueryParam("symbols") String symbols) throws IOException;

  @GET
  @Path("api/v3/klines")
  @Nullable JsonNode klines(
      @QueryParam("symbol") String symbol,
      @QueryParam("interval") String interval,
      @QueryParam("startTime") long startTime,
      @QueryParam("endTime") long endTime,
      @QueryParam("limit") int limit)
      throws IOException;

  @GET
  @Path("api/v3/ticker/bookTicker")
  @Nullable JsonNode bookTicker(@QueryParam("symbols") String symbols) throws IOException;

  /** Whether the venue is under maintenance; of spot and futures together. */
  @GET
  @Path("sapi/v1/system/status")
  @Nullable JsonNode systemStatus() throws IOException;

  /** The newest trade. */
  @GET
  @Path("api/v3/ticker/price")
  @Nullable JsonNode priceTicker(@QueryParam("symbols") String symbols) throws IOException;
}
