package org.evenkeel.shell.xchange.kraken.trade;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.evenkeel.shell.config.secret.Secret;

/**
 * The two hashes that both of Kraken's signatures are made of: SHA-256 within HMAC-SHA-512, in base 64.
 *
 * <p>Each signature has its own Mac and digest: one that is shared signs wrongly when two threads sign at once.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class KrakenHash {

  private static final String HMAC = "HmacSHA512";

  private final SecretKeySpec key;

  /**
   * @throws IllegalArgumentException if the key is not in base 64; the message does not have it
   */
  public KrakenHash(Secret privateKey) {
    byte[] raw;
    try {
      raw = Base64.getDecoder().decode(privateKey.reveal().strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Kraken's private key must be base 64, as Kraken shows it");
    }
    this.key = new SecretKeySpec(raw, HMAC);
  }

  /** The signature of a prefix as it is, followed by the SHA-256 of a text. */
  public String signature(String prefix, String hashed) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(hashed.getBytes(StandardCharsets.UTF_8));
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update(prefix.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256 and " + HMAC, e);
    }
  }
}
