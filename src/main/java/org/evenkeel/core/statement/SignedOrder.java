package org.evenkeel.core.statement;

import java.time.Instant;

/**
 * An order of a person with its signature, as it is kept beside its audit row.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param signer the name of the person
 * @param keyId which key
 * @param nonce used once
 * @param message the very text that is signed
 * @param signature in Base64
 */
public record SignedOrder(
    String signer, String keyId, String nonce, String message, String signature) {

  /** The text of an order: length-prefixed, so that no two orders have one text. */
  public static String message(
      String action,
      String subject,
      String before,
      String after,
      String signer,
      String reason,
      Instant at,
      String nonce) {
    StringBuilder text = new StringBuilder("evenkeel-order-1");
    for (String part :
        new String[] {action, subject, before, after, signer, reason, at.toString(), nonce}) {
      text.append('\n').append(part.length()).append(':').append(part);
    }
    return text.toString();
  }

  /** True if the signed text begins with these parts: what is ordered about what. */
  public boolean isAbout(String action, String subject, String before, String after) {
    StringBuilder text = new StringBuilder("evenkeel-order-1");
    for (String part : new String[] {action, subject, before, after, signer}) {
      text.append('\n').append(part.length()).append(':').append(part);
    }
    return message.startsWith(text + "\n");
  }
}
