package org.evenkeel.shell.xchange.binance.trade;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.evenkeel.shell.xchange.binance.FakeBinance;

/** The signature that Binance would compute for a request. */
final class Signatures {

  private Signatures() {}

  static String of(FakeBinance.Request request, String secret) {
    int hash = request.raw().indexOf('#');
    String query = request.raw().substring(0, hash).replaceAll("&?signature=[0-9a-f]*", "");
    String signed = query + request.raw().substring(hash + 1);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
