package org.evenkeel.core.basics;

/**
 * The name of a class of sleeves that share floors and budgets, such as 'majors'.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param value the text, never blank
 */
public record SleeveClass(String value) implements Comparable<SleeveClass> {

  private static final Texts SHAPE = Texts.like("[a-z][a-z0-9-]{0,31}", "SleeveClass", "majors");

  public SleeveClass {
    SHAPE.require(value);
  }

  public static SleeveClass of(String value) {
    return new SleeveClass(value);
  }

  @Override
  public int compareTo(SleeveClass other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
