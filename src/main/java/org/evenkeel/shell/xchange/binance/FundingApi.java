package org.evenkeel.shell.xchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.knowm.xchange.binance.dto.BinanceException;

/** The public question for settled funding, which XChange's own Binance module does not have at this version. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
interface FundingApi {

  /** The contracts that are not settled every eight hours. */
  @GET
  @Path("fapi/v1/fundingInfo")
  @Nullable JsonNode fundingInfo() throws IOException, BinanceException;

  @GET
  @Path("fapi/v1/fundingRate")
  @Nullable JsonNode fundingRate(
      @QueryParam("symbol") String symbol,
      @QueryParam("startTime") long startTime,
      @QueryParam("endTime") long endTime,
      @QueryParam("limit") int limit)
      throws IOException, BinanceException;
}
