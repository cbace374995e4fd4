package org.evenkeel.shell.simvenue.kraken;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Request;

/**
 * The spot market's request security: key, HMAC-SHA-512 over the path and the SHA-256 of nonce and body, and a nonce above
 * the last one.
 *
 * <p>Thread-safe.
 */
final class SpotSecurity {

  private final Credentials credentials;
  private final byte[] key;
  private final Optional<SpotSecurity> other;
  private long lastNonce;

  SpotSecurity(Credentials credentials) {
    this.credentials = credentials;
    this.other = credentials.other().map(SpotSecurity::new);
    try {
      this.key = Base64.getDecoder().decode(credentials.apiSecret());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a simulated Kraken needs a secret in base 64, as the real one gives out");
    }
  }

  synchronized void check(Request request) {
    String sent = request.header("API-Key").orElse("");
    // Each key counts its own nonces.
    if (other.isPresent() && other.orElseThrow().credentials.apiKey().equals(sent)) {
      other.orElseThrow().check(request);
      return;
    }
    if (!sent.equals(credentials.apiKey())) {
      throw new SpotError("EAPI:Invalid key");
    }
    String nonce = request.parameters().getOrDefault("nonce", "");
    byte[] given = request.header("API-Sign").orElse("").getBytes(StandardCharsets.UTF_8);
    byte[] wanted = sign(request.path(), nonce + request.body()).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(given, wanted)) {
      throw new SpotError("EAPI:Invalid signature");
    }
    if (!nonce.matches("[0-9]{1,18}") || Long.parseLong(nonce) <= lastNonce) {
      throw new SpotError("EAPI:Invalid nonce");
    }
    lastNonce = Long.parseLong(nonce);
  }

  private String sign(String path, String hashed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(key, "HmacSHA512"));
      mac.update(path.getBytes(StandardCharsets.UTF_8));
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(hashed.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256 and HmacSHA512", e);
    }
  }
}
