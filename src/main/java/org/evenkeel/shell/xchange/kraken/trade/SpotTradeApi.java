package org.evenkeel.shell.xchange.kraken.trade;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import si.mazi.rescu.ParamsDigest;

/** Signed calls to Kraken's spot market, all of them POST, for XChange's proxy builder. */
@Path("0/private")
@Produces(MediaType.APPLICATION_JSON)
interface SpotTradeApi {

  String KEY = "API-Key";
  String SIGN = "API-Sign";
  String NONCE = "nonce";

  @POST
  @Path("AddOrder")
  @Nullable JsonNode addOrder(
      @FormParam(NONCE) long nonce,
      @FormParam("ordertype") String orderType,
      @FormParam("type") String type,
      @FormParam("volume") String volume,
      @FormParam("pair") String pair,
      @FormParam("price") String price,
      @FormParam("timeinforce") String timeInForce,
      @FormParam("oflags") String orderFlags,
      @FormParam("cl_ord_id") String clientOrderId,
      @FormParam("deadline") String deadline,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(SIGN) ParamsDigest sign)
      throws IOException;

  @POST
  @Path("QueryOrders")
  @Nullable JsonNode queryOrders(
      @FormParam(NONCE) long nonce,
      @FormParam("txid") String txid,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(SIGN) ParamsDigest sign)
      throws IOException;

  @POST
  @Path("OpenOrders")
  @Nullable JsonNode openOrders(
      @FormParam(NONCE) long nonce,
      @FormParam("cl_ord_id") @Nullable String clientOrderId,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(SIGN) ParamsDigest sign)
      throws IOException;

  @POST
  @Path("ClosedOrders")
  @Nullable JsonNode closedOrders(
      @FormParam(NONCE) long nonce,
      @FormParam("cl_ord_id") String clientOrderId,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(SIGN) ParamsDigest sign)
      throws IOException;

  @POST
  @Path("CancelOrder")
  @Nullable JsonNode cancelOrder(
      @FormParam(NONCE) long nonce,
      @FormParam("cl_ord_id") String clientOrderId,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(SIGN) ParamsDigest sign)
      throws IOException;

  /** The countdown in seconds; 0 ends it. */
  @POST
  @Path("CancelAllOrdersAfter")
  @Nullable JsonNode cancelAllOrdersAfter(
      @FormParam(NONCE) long nonce,
      @FormParam("timeout") long timeout,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(SIGN) ParamsDigest sign)
      throws IOException;

  /** What the key may do, and for how long. */
  @POST
  @Path("GetApiKeyInfo")
  @Nullable JsonNode apiKeyInfo(
      @FormParam(NONCE) long nonce,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(SIGN) ParamsDigest sign)
      throws IOException;

  @POST
  @Path("BalanceEx")
  @Nullable JsonNode balances(
      @FormParam(NONCE) long nonce,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(SIGN) ParamsDigest sign)
      throws IOException;

  @POST
  @Path("QueryTrades")
  @Nullable JsonNode queryTrades(
      @FormParam(NONCE) long nonce,
      @FormParam("txid") String txid,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(SIGN) ParamsDigest sign)
      throws IOException;

  /** Fifty trades after a second (exclusive), newest first, from an offset on. */
  @POST
  @Path("TradesHistory")
  @Nullable JsonNode tradesHistory(
      @FormParam(NONCE) long nonce,
      @FormParam("start") long startSecond,
      @FormParam("ofs") int offset,
      @FormParam("consolidate_taker") boolean consolidateTaker,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(SIGN) ParamsDigest sign)
      throws IOException;

  @POST
  @Path("Ledgers")
  @Nullable JsonNode ledgers(
      @FormParam(NONCE) long nonce,
      @FormParam("type") String type,
      @FormParam("start") long startSecond,
      @FormParam("ofs") int offset,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(SIGN) ParamsDigest sign)
      throws IOException;

  /** Moves money to the wallet of Kraken Futures. */
  @POST
  @Path("WalletTransfer")
  @Nullable JsonNode walletTransfer(
      @FormParam(NONCE) long nonce,
      @FormParam("asset") String asset,
      @FormParam("from") String from,
      @FormParam("to") String to,
      @FormParam("amount") String amount,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(SIGN) ParamsDigest sign)
      throws IOException;
}
