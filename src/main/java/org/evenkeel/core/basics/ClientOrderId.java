package org.evenkeel.core.basics;

/**
 * Our name for one order on the wire: at most 18 letters and digits, which every venue accepts (FIX ClOrdID).
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param value the text, never blank
 */
public record ClientOrderId(String value) implements Comparable<ClientOrderId> {

  private static final Texts SHAPE =
      Texts.like("[A-Za-z0-9]{1,18}", "ClientOrderId", "ek4f7q2k9x0c1d2e3f");

  public ClientOrderId {
    SHAPE.require(value);
  }

  public static ClientOrderId of(String value) {
    return new ClientOrderId(value);
  }

  @Override
  public int compareTo(ClientOrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
