package org.evenkeel.shell.xchange.krakenfutures.trade;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import si.mazi.rescu.ParamsDigest;

/** Signed calls to Kraken Futures, for XChange's proxy builder. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
interface FuturesTradeApi {

  String KEY = "APIKey";
  String NONCE = "Nonce";
  String AUTHENT = "Authent";

  @POST
  @Path("derivatives/api/v3/sendorder")
  @Nullable JsonNode sendOrder(
      @FormParam("processBefore") String processBefore,
      @FormParam("orderType") String orderType,
      @FormParam("symbol") String symbol,
      @FormParam("side") String side,
      @FormParam("size") String size,
      @FormParam("limitPrice") String limitPrice,
      @FormParam("reduceOnly") String reduceOnly,
      @FormParam("cliOrdId") String cliOrdId,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(NONCE) String nonce,
      @HeaderParam(AUTHENT) ParamsDigest authent)
      throws IOException;

  /** Orders that are open or ended in the last five seconds, by our id or by the venue's. */
  @POST
  @Path("derivatives/api/v3/orders/status")
  @Nullable JsonNode orderStatus(
      @FormParam("cliOrdIds") @Nullable String cliOrdIds,
      @FormParam("orderIds") @Nullable String orderIds,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(NONCE) String nonce,
      @HeaderParam(AUTHENT) ParamsDigest authent)
      throws IOException;

  @POST
  @Path("derivatives/api/v3/cancelorder")
  @Nullable JsonNode cancelOrder(
      @FormParam("cliOrdId") String cliOrdId,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(NONCE) String nonce,
      @HeaderParam(AUTHENT) ParamsDigest authent)
      throws IOException;

  /** The countdown in seconds; 0 ends it. */
  @POST
  @Path("derivatives/api/v3/cancelallordersafter")
  @Nullable JsonNode cancelAllOrdersAfter(
      @FormParam("timeout") long timeout,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(NONCE) String nonce,
      @HeaderParam(AUTHENT) ParamsDigest authent)
      throws IOException;

  @GET
  @Path("derivatives/api/v3/openorders")
  @Nullable JsonNode openOrders(
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(NONCE) String nonce,
      @HeaderParam(AUTHENT) ParamsDigest authent)
      throws IOException;

  /** What the key may do, and from where. */
  @GET
  @Path("api/auth/v1/api-keys/v3/check")
  @Nullable JsonNode checkedKey(
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(NONCE) String nonce,
      @HeaderParam(AUTHENT) ParamsDigest authent)
      throws IOException;

  @GET
  @Path("derivatives/api/v3/openpositions")
  @Nullable JsonNode openPositions(
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(NONCE) String nonce,
      @HeaderParam(AUTHENT) ParamsDigest authent)
      throws IOException;

  @GET
  @Path("derivatives/api/v3/accounts")
  @Nullable JsonNode accounts(
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(NONCE) String nonce,
      @HeaderParam(AUTHENT) ParamsDigest authent)
      throws IOException;

  /** The last hundred fills, or those before a moment. */
  @GET
  @Path("derivatives/api/v3/fills")
  @Nullable JsonNode fills(
      @QueryParam("lastFillTime") @Nullable String lastFillTime,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(NONCE) String nonce,
      @HeaderParam(AUTHENT) ParamsDigest authent)
      throws IOException;

  /** The instruments under isolated margin, with the leverage set for each; all others are under cross margin. */
  @GET
  @Path("derivatives/api/v3/leveragepreferences")
  @Nullable JsonNode leveragePreferences(
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(NONCE) String nonce,
      @HeaderParam(AUTHENT) ParamsDigest authent)
      throws IOException;

  /** Without a leverage it sets cross margin. */
  @PUT
  @Path("derivatives/api/v3/leveragepreferences")
  @Nullable JsonNode setCrossMargin(
      @QueryParam("symbol") String symbol,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(NONCE) String nonce,
      @HeaderParam(AUTHENT) ParamsDigest authent)
      throws IOException;

  /** The currencies in which profit is paid, where one was chosen; all others pay USD. */
  @GET
  @Path("derivatives/api/v3/pnlpreferences")
  @Nullable JsonNode pnlPreferences(
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(NONCE) String nonce,
      @HeaderParam(AUTHENT) ParamsDigest authent)
      throws IOException;

  /** What becomes of an order that would trade with one of the same account. */
  @GET
  @Path("derivatives/api/v3/self-trade-strategy")
  @Nullable JsonNode selfTradeStrategy(
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(NONCE) String nonce,
      @HeaderParam(AUTHENT) ParamsDigest authent)
      throws IOException;

  /** Everything that changed a wallet or a position, by rising id. */
  @GET
  @Path("api/history/v3/account-log")
  @Nullable JsonNode accountLog(
      @QueryParam("since") long sinceMillis,
      @QueryParam("from") @Nullable Long fromId,
      @QueryParam("sort") String sort,
      @QueryParam("count") int count,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(NONCE) String nonce,
      @HeaderParam(AUTHENT) ParamsDigest authent)
      throws IOException;

  @GET
  @Path("api/history/v3/executions")
  @Nullable JsonNode executions(
      @QueryParam("since") long sinceMillis,
      @QueryParam("tradeable") String tradeable,
      @QueryParam("sort") String sort,
      @QueryParam("count") int count,
      @QueryParam("continuation_token") @Nullable String continuationToken,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(NONCE) String nonce,
      @HeaderParam(AUTHENT) ParamsDigest authent)
      throws IOException;

  @GET
  @Path("api/history/v3/orders")
  @Nullable JsonNode orderEvents(
      @QueryParam("since") long sinceMillis,
      @QueryParam("tradeable") String tradeable,
      @QueryParam("sort") String sort,
      @QueryParam("count") int count,
      @QueryParam("continuation_token") @Nullable String continuationToken,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(NONCE) String nonce,
      @HeaderParam(AUTHENT) ParamsDigest authent)
      throws IOException;

  /** Moves money to the wallet of Kraken's spot market. */
  @POST
  @Path("derivatives/api/v3/withdrawal")
  @Nullable JsonNode withdrawal(
      @FormParam("currency") String currency,
      @FormParam("amount") String amount,
      @FormParam("sourceWallet") String sourceWallet,
      @HeaderParam(KEY) String apiKey,
      @HeaderParam(NONCE) String nonce,
      @HeaderParam(AUTHENT) ParamsDigest authent)
      throws IOException;
}
