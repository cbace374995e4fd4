package org.evenkeel.shell.xchange.krakenfutures;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Public questions to Kraken Futures, for XChange's proxy builder. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public interface FuturesMarketApi {

  /** One instrument's state: the smallest answer that tells the venue's time. */
  @GET
  @Path("derivatives/api/v3/instruments/{symbol}/status")
  @Nullable JsonNode status(@PathParam("symbol") String symbol) throws IOException;

  @GET
  @Path("derivatives/api/v3/instruments")
  @Nullable JsonNode instruments() throws IOException;

  @GET
  @Path("derivatives/api/v3/tickers")
  @Nullable JsonNode tickers() throws IOException;

  @GET
  @Path("derivatives/api/v4/historicalfundingrates")
  @Nullable JsonNode historicalFundingRates(@QueryParam("symbol") String symbol) throws IOException;

  /** Candles of the trades that open from one second to another, both included. */
  @GET
  @Path("api/charts/v1/trade/{symbol}/{resolution}")
  @Nullable JsonNode candles(
      @PathParam("symbol") String symbol,
      @PathParam("resolution") String resolution,
      @QueryParam("from") long fromSecond,
      @QueryParam("to") long toSecond)
      throws IOException;
}
