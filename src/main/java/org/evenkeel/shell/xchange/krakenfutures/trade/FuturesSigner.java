package org.evenkeel.shell.xchange.krakenfutures.trade;

import jakarta.ws.rs.HeaderParam;
import java.util.Locale;
import org.evenkeel.shell.xchange.kraken.trade.KrakenHash;
import si.mazi.rescu.ParamsDigest;
import si.mazi.rescu.RestInvocation;

/**
 * Kraken Futures' signature: of what is sent, the nonce and the path without '/derivatives'.
 *
 * <p>What is sent is signed as it goes over the wire, encoded.
 * Source: docs.kraken.com, Futures, "REST: authentication", with the change of 2025.
 *
 * <p>This class is immutable and thread-safe.
 */
final class FuturesSigner implements ParamsDigest {

  private static final String STRIPPED = "/derivatives";

  private final KrakenHash hash;

  FuturesSigner(KrakenHash hash) {
    this.hash = hash;
  }

  @Override
  public String digestParams(RestInvocation invocation) {
    Object nonce = invocation.getParamValue(HeaderParam.class, FuturesTradeApi.NONCE);
    boolean hasBody = invocation.getHttpMethod().toUpperCase(Locale.ROOT).equals("POST");
    String sent = hasBody ? invocation.getRequestBody() : invocation.getQueryString();
    return signature(sent == null ? "" : sent, String.valueOf(nonce), invocation.getPath());
  }

  String signature(String sent, String nonce, String requestPath) {
    String path = requestPath.startsWith("/") ? requestPath : "/" + requestPath;
    String signed = path.startsWith(STRIPPED) ? path.substring(STRIPPED.length()) : path;
    return hash.signature("", sent + nonce + signed);
  }
}
