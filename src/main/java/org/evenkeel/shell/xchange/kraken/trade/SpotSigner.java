package org.evenkeel.shell.xchange.kraken.trade;

import jakarta.ws.rs.FormParam;
import si.mazi.rescu.ParamsDigest;
import si.mazi.rescu.RestInvocation;

/**
 * The spot market's signature: of the path, and of the nonce with the body that has it.
 *
 * <p>Source: docs.kraken.com, Spot REST, "Authentication". This class is immutable and thread-safe.
 */
final class SpotSigner implements ParamsDigest {

  private final KrakenHash hash;

  SpotSigner(KrakenHash hash) {
    this.hash = hash;
  }

  @Override
  public String digestParams(RestInvocation invocation) {
    Object nonce = invocation.getParamValue(FormParam.class, SpotTradeApi.NONCE);
    return signature(invocation.getPath(), String.valueOf(nonce), invocation.getRequestBody());
  }

  String signature(String requestPath, String nonce, String body) {
    String path = requestPath.startsWith("/") ? requestPath : "/" + requestPath;
    return hash.signature(path, nonce + body);
  }
}
