package org.evenkeel.core.basics;

/**
 * The identity of one start of the program.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param value the text, never blank
 */
public record RunId(String value) implements Comparable<RunId> {

  private static final Texts SHAPE =
      Texts.like("[A-Za-z0-9-]{4,64}", "RunId", "20260131T000000Z-4f7q");

  public RunId {
    SHAPE.require(value);
  }

  public static RunId of(String value) {
    return new RunId(value);
  }

  @Override
  public int compareTo(RunId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
