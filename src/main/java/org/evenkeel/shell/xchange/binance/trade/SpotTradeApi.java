package org.evenkeel.shell.xchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.DELETE;
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

/** Signed calls to the spot market, for XChange's proxy builder. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
interface SpotTradeApi {

  @POST
  @Path("api/v3/order")
  @Nullable JsonNode order(
      @FormParam("symbol") String symbol,
      @FormParam("side") String side,
      @FormParam("type") String type,
      @FormParam("timeInForce") @Nullable String timeInForce,
      @FormParam("quantity") String quantity,
      @FormParam("price") String price,
      @FormParam("newClientOrderId") String newClientOrderId,
      @FormParam("newOrderRespType") String newOrderRespType,
      @FormParam("selfTradePreventionMode") String selfTradePreventionMode,
      @FormParam("recvWindow") long recvWindow,
      @FormParam("timestamp") long timestamp,
      @HeaderParam(FuturesTradeApi.KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  /** One order by the venue's id or by the client's, whichever is given. */
  @GET
  @Path("api/v3/order")
  @Nullable JsonNode query(
      @QueryParam("symbol") String symbol,
      @QueryParam("orderId") @Nullable String orderId,
      @QueryParam("origClientOrderId") @Nullable String origClientOrderId,
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(FuturesTradeApi.KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  @DELETE
  @Path("api/v3/order")
  @Nullable JsonNode cancel(
      @QueryParam("symbol") String symbol,
      @QueryParam("origClientOrderId") String origClientOrderId,
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(FuturesTradeApi.KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  @GET
  @Path("api/v3/openOrders")
  @Nullable JsonNode openOrders(
      @QueryParam("symbol") String symbol,
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(FuturesTradeApi.KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  @GET
  @Path("api/v3/allOrders")
  @Nullable JsonNode allOrders(
      @QueryParam("symbol") String symbol,
      @QueryParam("orderId") @Nullable Long orderId,
      @QueryParam("startTime") @Nullable Long startTime,
      @QueryParam("endTime") @Nullable Long endTime,
      @QueryParam("limit") int limit,
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(FuturesTradeApi.KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  @GET
  @Path("api/v3/myTrades")
  @Nullable JsonNode myTrades(
      @QueryParam("symbol") String symbol,
      @QueryParam("fromId") long fromId,
      @QueryParam("limit") int limit,
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(FuturesTradeApi.KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  @GET
  @Path("api/v3/account")
  @Nullable JsonNode account(
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(FuturesTradeApi.KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;
}
