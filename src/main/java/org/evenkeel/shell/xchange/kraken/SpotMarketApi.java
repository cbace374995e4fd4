package org.evenkeel.shell.xchange.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Public questions to Kraken's spot market, for XChange's proxy builder. */
@Path("0/public")
@Produces(MediaType.APPLICATION_JSON)
public interface SpotMarketApi {

  @GET
  @Path("Time")
  @Nullable JsonNode time() throws IOException;

  @GET
  @Path("SystemStatus")
  @Nullable JsonNode systemStatus() throws IOException;

  @GET
  @Path("AssetPairs")
  @Nullable JsonNode assetPairs(@QueryParam("pair") String pairs) throws IOException;

  @GET
  @Path("Ticker")
  @Nullable JsonNode ticker(@QueryParam("pair") String pairs) throws IOException;

  /** At most 720 candles, the newest, whatever the beginning; the last of them is still open. */
  @GET
  @Path("OHLC")
  @Nullable JsonNode ohlc(
      @QueryParam("pair") String pair,
      @QueryParam("interval") long minutes,
      @QueryParam("since") long second)
      throws IOException;
}
