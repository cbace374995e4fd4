package org.evenkeel.shell.simvenue.krakenfutures;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Request;

/**
 * Kraken Futures' request security: key, and HMAC-SHA-512 over the SHA-256 of what was sent, the nonce and the path
 * without '/derivatives'.
 *
 * <p>A nonce may come a little out of order, but never twice. Thread-safe.
 */
final class AuthentCheck {

  /** How many nonces are remembered; one below all of them is too old. */
  private static final int REMEMBERED = 1000;

  private final Credentials credentials;
  private final byte[] key;
  private final Optional<AuthentCheck> other;
  private final TreeSet<Long> nonces = new TreeSet<>();

  AuthentCheck(Credentials credentials) {
    this.credentials = credentials;
    this.other = credentials.other().map(AuthentCheck::new);
    try {
      this.key = Base64.getDecoder().decode(credentials.apiSecret());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a simulated Kraken needs a secret in base 64, as the real one gives out");
    }
  }

  void check(Request request) {
    String nonce = request.header("Nonce").orElse("");
    String given = request.header("Authent").orElse("");
    String sent = request.header("APIKey").orElse("");
    // Each key counts its own nonces.
    if (other.isPresent() && other.orElseThrow().credentials.apiKey().equals(sent)) {
      other.orElseThrow().check(request);
      return;
    }
    boolean isKnown = sent.equals(credentials.apiKey());
    String path =
        request.path().startsWith("/derivatives")
            ? request.path().substring("/derivatives".length())
            : request.path();
    String wanted = authent(request.query() + request.body() + nonce + path);
    boolean isRight =
        MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    if (!isKnown || !isRight) {
      throw KrakenError.of("authenticationError");
    }
    if (!nonce.isEmpty()) {
      remember(nonce);
    }
  }

  private synchronized void remember(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw KrakenError.of("nonceBelowThreshold");
    }
    long nonce = Long.parseLong(text);
    if (nonces.size() >= REMEMBERED && nonce < nonces.first()) {
      throw KrakenError.of("nonceBelowThreshold");
    }
    if (!nonces.add(nonce)) {
      throw KrakenError.of("nonceDuplicate");
    }
    if (nonces.size() > REMEMBERED) {
      nonces.pollFirst();
    }
  }

  private String authent(String signed) {
    try {
      byte[] hashed =
          MessageDigest.getInstance("SHA-256").digest(signed.getBytes(StandardCharsets.UTF_8));
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(key, "HmacSHA512"));
      return Base64.getEncoder().encodeToString(mac.doFinal(hashed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256 and HmacSHA512", e);
    }
  }
}
