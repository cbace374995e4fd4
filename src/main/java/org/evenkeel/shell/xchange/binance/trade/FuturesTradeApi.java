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

/**
 * Signed calls to USD-M futures, for XChange's proxy builder.
 *
 * <p>Timestamp and window are plain parameters: XChange's timestamp factory reads the host's clock while it signs, so a
 * pause between commit and signature would move the order's expiry.
 */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
interface FuturesTradeApi {

  String KEY = "X-MBX-APIKEY";

  @POST
  @Path("fapi/v1/order")
  @Nullable JsonNode order(
      @FormParam("symbol") String symbol,
      @FormParam("side") String side,
      @FormParam("type") String type,
      @FormParam("timeInForce") String timeInForce,
      @FormParam("quantity") String quantity,
      @FormParam("price") String price,
      @FormParam("reduceOnly") String reduceOnly,
      @FormParam("newClientOrderId") String newClientOrderId,
      @FormParam("newOrderRespType") String newOrderRespType,
      @FormParam("selfTradePreventionMode") String selfTradePreventionMode,
      @FormParam("recvWindow") long recvWindow,
      @FormParam("timestamp") long timestamp,
      @HeaderParam(KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  /** One order by the venue's id or by the client's, whichever is given. */
  @GET
  @Path("fapi/v1/order")
  @Nullable JsonNode query(
      @QueryParam("symbol") String symbol,
      @QueryParam("orderId") @Nullable String orderId,
      @QueryParam("origClientOrderId") @Nullable String origClientOrderId,
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  @DELETE
  @Path("fapi/v1/order")
  @Nullable JsonNode cancel(
      @QueryParam("symbol") String symbol,
      @QueryParam("origClientOrderId") String origClientOrderId,
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  @GET
  @Path("fapi/v1/openOrders")
  @Nullable JsonNode openOrders(
      @QueryParam("symbol") String symbol,
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  @GET
  @Path("fapi/v1/userTrades")
  @Nullable JsonNode userTrades(
      @QueryParam("symbol") String symbol,
      @QueryParam("fromId") @Nullable Long fromId,
      @QueryParam("startTime") @Nullable Long startTime,
      @QueryParam("endTime") @Nullable Long endTime,
      @QueryParam("limit") int limit,
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  @GET
  @Path("fapi/v1/income")
  @Nullable JsonNode income(
      @QueryParam("startTime") long startTime,
      @QueryParam("page") @Nullable Integer page,
      @QueryParam("limit") int limit,
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  /** Version 2: the newer one leaves out the entry price. */
  @GET
  @Path("fapi/v2/account")
  @Nullable JsonNode account(
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  /** Version 2: the newer one leaves out flat instruments, with their leverage and margin type. */
  @GET
  @Path("fapi/v2/positionRisk")
  @Nullable JsonNode positionRisk(
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  @GET
  @Path("fapi/v1/positionSide/dual")
  @Nullable JsonNode positionMode(
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  @POST
  @Path("fapi/v1/leverage")
  @Nullable JsonNode leverage(
      @FormParam("symbol") String symbol,
      @FormParam("leverage") int leverage,
      @FormParam("recvWindow") long recvWindow,
      @FormParam("timestamp") long timestamp,
      @HeaderParam(KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  /** The brackets of leverage of every symbol. */
  @GET
  @Path("fapi/v1/leverageBracket")
  @Nullable JsonNode leverageBrackets(
      @QueryParam("recvWindow") long recvWindow,
      @QueryParam("timestamp") long timestamp,
      @HeaderParam(KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;

  /** The countdown in milliseconds; 0 ends it. */
  @POST
  @Path("fapi/v1/countdownCancelAll")
  @Nullable JsonNode countdownCancelAll(
      @FormParam("symbol") String symbol,
      @FormParam("countdownTime") long countdownTime,
      @FormParam("recvWindow") long recvWindow,
      @FormParam("timestamp") long timestamp,
      @HeaderParam(KEY) String apiKey,
      @QueryParam("signature") ParamsDigest signature)
      throws IOException;
}
