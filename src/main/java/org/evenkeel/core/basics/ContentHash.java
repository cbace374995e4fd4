package org.evenkeel.core.basics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of some content in lower-case hexadecimal: the name under which a decision's inputs are stored.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param value 64 hexadecimal digits
 */
public record ContentHash(String value) implements Comparable<ContentHash> {

  private static final Texts SHAPE =
      Texts.like("[0-9a-f]{64}", "ContentHash", "e3b0c44298fc1c14...");

  public ContentHash {
    SHAPE.require(value);
  }

  public static ContentHash ofText(String content) {
    return ofBytes(content.getBytes(StandardCharsets.UTF_8));
  }

  public static ContentHash ofBytes(byte[] content) {
    try {
      return new ContentHash(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must provide SHA-256", e);
    }
  }

  @Override
  public int compareTo(ContentHash other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
