package org.evenkeel.shell.xchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import si.mazi.rescu.ParamsDigest;

/** Signed calls about money that comes to the account, leaves it or moves on it, for XChange's proxy builder. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
interface WalletApi {

  @GET
  @Path("sapi/v1/account/apiRestrictions")
  @Nullable JsonNode apiRestrictions(
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(FuturesTradeApi.KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  @GET
  @Path("sapi/v1/spot/delist-schedule")
  @Nullable JsonNode delistSchedule(
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(FuturesTradeApi.KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  @GET
  @Path("sapi/v1/capital/deposit/hisrec")
  @Nullable JsonNode deposits(
      @QueryParam("startTime") long startTime,
      @QueryParam("endTime") long endTime,
      @QueryParam("offset") int offset,
      @QueryParam("limit") int limit,
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(FuturesTradeApi.KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  @GET
  @Path("sapi/v1/capital/withdraw/history")
  @Nullable JsonNode withdrawals(
      @QueryParam("startTime") long startTime,
      @QueryParam("endTime") long endTime,
      @QueryParam("offset") int offset,
      @QueryParam("limit") int limit,
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(FuturesTradeApi.KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  @GET
  @Path("sapi/v1/asset/transfer")
  @Nullable JsonNode transfers(
      @QueryParam("type") String type,
      @QueryParam("startTime") long startTime,
      @QueryParam("endTime") long endTime,
      @QueryParam("current") int current,
      @QueryParam("size") int size,
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(FuturesTradeApi.KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  /** Moves money between the wallets of the account. */
  @POST
  @Path("sapi/v1/asset/transfer")
  @Nullable JsonNode transfer(
      @FormParam("type") String type,
      @FormParam("asset") String asset,
      @FormParam("amount") String amount,
      @FormParam("recvWindow") long recvWindow,
      @FormParam("timestamp") long timestamp,
      @HeaderParam(FuturesTradeApi.KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;
}
