package org.evenkeel.shell.xchange.okx.trade;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.SortedMap;
import org.evenkeel.shell.xchange.okx.OkxSettings;
import org.jspecify.annotations.Nullable;
import si.mazi.rescu.ParamsDigest;

/**
 * Signed calls to OKX, for XChange's proxy builder.
 *
 * <p>The timestamp and the expiry are plain headers that are given, so that those of an order are the committed ones.
 */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
interface OkxTradeApi {

  String KEY = "OK-ACCESS-KEY";
  String PASSPHRASE = "OK-ACCESS-PASSPHRASE";
  String TIMESTAMP = "OK-ACCESS-TIMESTAMP";
  String SIGNATURE = "OK-ACCESS-SIGN";
  String EXPIRY = "expTime";
  String DEMO = OkxSettings.DEMO_HEADER;

  @POST
  @Path("api/v5/trade/order")
  @Consumes(MediaType.APPLICATION_JSON)
  @Nullable JsonNode placeOrder(
      SortedMap<String, Object> body,
      @HeaderParam(EXPIRY) String expiry,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(TIMESTAMP) String timestamp,
      @HeaderParam(DEMO) String demo,
      @HeaderParam(SIGNATURE) ParamsDigest signature)
      throws IOException;

  @GET
  @Path("api/v5/trade/order")
  @Nullable JsonNode order(
      @QueryParam("instId") String instId,
      @QueryParam("clOrdId") @Nullable String clOrdId,
      @QueryParam("ordId") @Nullable String ordId,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(TIMESTAMP) String timestamp,
      @HeaderParam(DEMO) String demo,
      @HeaderParam(SIGNATURE) ParamsDigest signature)
      throws IOException;

  @POST
  @Path("api/v5/trade/cancel-order")
  @Consumes(MediaType.APPLICATION_JSON)
  @Nullable JsonNode cancelOrder(
      SortedMap<String, Object> body,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(TIMESTAMP) String timestamp,
      @HeaderParam(DEMO) String demo,
      @HeaderParam(SIGNATURE) ParamsDigest signature)
      throws IOException;

  @GET
  @Path("api/v5/trade/orders-pending")
  @Nullable JsonNode openOrders(
      @QueryParam("instType") String instType,
      @QueryParam("instId") String instId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") String limit,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(TIMESTAMP) String timestamp,
      @HeaderParam(DEMO) String demo,
      @HeaderParam(SIGNATURE) ParamsDigest signature)
      throws IOException;

  /** Orders of the last seven days, newest first. */
  @GET
  @Path("api/v5/trade/orders-history")
  @Nullable JsonNode orderHistory(
      @QueryParam("instType") String instType,
      @QueryParam("instId") String instId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") String limit,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(TIMESTAMP) String timestamp,
      @HeaderParam(DEMO) String demo,
      @HeaderParam(SIGNATURE) ParamsDigest signature)
      throws IOException;

  /** Orders of the last three months, newest first. */
  @GET
  @Path("api/v5/trade/orders-history-archive")
  @Nullable JsonNode orderArchive(
      @QueryParam("instType") String instType,
      @QueryParam("instId") String instId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") String limit,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(TIMESTAMP) String timestamp,
      @HeaderParam(DEMO) String demo,
      @HeaderParam(SIGNATURE) ParamsDigest signature)
      throws IOException;

  /** Fills of the last three days, newest first. */
  @GET
  @Path("api/v5/trade/fills")
  @Nullable JsonNode fills(
      @QueryParam("instType") String instType,
      @QueryParam("instId") String instId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("begin") @Nullable String begin,
      @QueryParam("limit") String limit,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(TIMESTAMP) String timestamp,
      @HeaderParam(DEMO) String demo,
      @HeaderParam(SIGNATURE) ParamsDigest signature)
      throws IOException;

  /** Fills of the last three months, newest first. */
  @GET
  @Path("api/v5/trade/fills-history")
  @Nullable JsonNode fillHistory(
      @QueryParam("instType") String instType,
      @QueryParam("instId") String instId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("begin") @Nullable String begin,
      @QueryParam("limit") String limit,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(TIMESTAMP) String timestamp,
      @HeaderParam(DEMO) String demo,
      @HeaderParam(SIGNATURE) ParamsDigest signature)
      throws IOException;

  /** The countdown in seconds; 0 ends it. */
  @POST
  @Path("api/v5/trade/cancel-all-after")
  @Consumes(MediaType.APPLICATION_JSON)
  @Nullable JsonNode cancelAllAfter(
      SortedMap<String, Object> body,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(TIMESTAMP) String timestamp,
      @HeaderParam(DEMO) String demo,
      @HeaderParam(SIGNATURE) ParamsDigest signature)
      throws IOException;

  @GET
  @Path("api/v5/account/balance")
  @Nullable JsonNode balance(
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(TIMESTAMP) String timestamp,
      @HeaderParam(DEMO) String demo,
      @HeaderParam(SIGNATURE) ParamsDigest signature)
      throws IOException;

  @GET
  @Path("api/v5/account/positions")
  @Nullable JsonNode positions(
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(TIMESTAMP) String timestamp,
      @HeaderParam(DEMO) String demo,
      @HeaderParam(SIGNATURE) ParamsDigest signature)
      throws IOException;

  @GET
  @Path("api/v5/account/config")
  @Nullable JsonNode configuration(
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(TIMESTAMP) String timestamp,
      @HeaderParam(DEMO) String demo,
      @HeaderParam(SIGNATURE) ParamsDigest signature)
      throws IOException;

  @GET
  @Path("api/v5/account/leverage-info")
  @Nullable JsonNode leverage(
      @QueryParam("instId") String instId,
      @QueryParam("mgnMode") String mgnMode,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(TIMESTAMP) String timestamp,
      @HeaderParam(DEMO) String demo,
      @HeaderParam(SIGNATURE) ParamsDigest signature)
      throws IOException;

  @POST
  @Path("api/v5/account/set-leverage")
  @Consumes(MediaType.APPLICATION_JSON)
  @Nullable JsonNode setLeverage(
      SortedMap<String, Object> body,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(TIMESTAMP) String timestamp,
      @HeaderParam(DEMO) String demo,
      @HeaderParam(SIGNATURE) ParamsDigest signature)
      throws IOException;

  /** Changes of balances in the last seven days, newest first. */
  @GET
  @Path("api/v5/account/bills")
  @Nullable JsonNode bills(
      @QueryParam("type") @Nullable String type,
      @QueryParam("after") @Nullable String after,
      @QueryParam("begin") @Nullable String begin,
      @QueryParam("limit") String limit,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(TIMESTAMP) String timestamp,
      @HeaderParam(DEMO) String demo,
      @HeaderParam(SIGNATURE) ParamsDigest signature)
      throws IOException;

  /** Changes of balances in the last three months, newest first. */
  @GET
  @Path("api/v5/account/bills-archive")
  @Nullable JsonNode billArchive(
      @QueryParam("type") @Nullable String type,
      @QueryParam("after") @Nullable String after,
      @QueryParam("begin") @Nullable String begin,
      @QueryParam("limit") String limit,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(PASSPHRASE) String passphrase,
      @HeaderParam(TIMESTAMP) String timestamp,
      @HeaderParam(DEMO) String demo,
      @HeaderParam(SIGNATURE) ParamsDigest signature)
      throws IOException;
}
