package org.evenkeel.shell.xchange.krakenfutures.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a person does at the venue: signed by arithmetic of its own, as the documentation describes it. */
final class RawCall {

  private RawCall() {}

  static String signed(String url, String method, String path, String query) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(url + path + "?" + query))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .header("APIKey", FuturesAt.KEY)
                    .header("Authent", authent(FuturesAt.SECRET, query, "", path))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.body()).contains("\"result\":\"success\"");
    return answer.body();
  }

  static String authent(String secret, String sent, String nonce, String path) throws Exception {
    byte[] hashed =
        MessageDigest.getInstance("SHA-256")
            .digest(
                (sent + nonce + path.replaceFirst("^/derivatives", ""))
                    .getBytes(StandardCharsets.UTF_8));
    Mac mac = Mac.getInstance("HmacSHA512");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA512"));
    return Base64.getEncoder().encodeToString(mac.doFinal(hashed));
  }
}
