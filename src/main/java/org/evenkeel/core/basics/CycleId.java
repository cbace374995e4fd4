package org.evenkeel.core.basics;

/**
 * The identity of one decision cycle: strategy and slot, such as 'default/2026-01-31T00:00:00Z'.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param value the text, never blank
 */
public record CycleId(String value) implements Comparable<CycleId> {

  private static final Texts SHAPE =
      Texts.like(
          "[a-z][a-z0-9-]{0,31}/[0-9TZ:.-]+(#[0-9]+)?", "CycleId", "default/2026-01-31T00:00:00Z");

  public CycleId {
    SHAPE.require(value);
  }

  public static CycleId of(String value) {
    return new CycleId(value);
  }

  @Override
  public int compareTo(CycleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
