package org.evenkeel.core.estimate.sample;

/**
 * How far prices moved within their bars, in logarithms; NaN where it is not known.
 *
 * <p>The arrays are not copied: nobody writes to them after this was made.
 */
public final class BarRanges {

  private final double[][] gap;
  private final double[][] up;
  private final double[][] down;
  private final double[][] body;

  /**
   * Takes the arrays as they are.
   *
   * @param gap the open over the close before it, one row per bar, one column per sleeve
   * @param up the high over the open
   * @param down the low over the open
   * @param body the close over the open
   */
  public BarRanges(double[][] gap, double[][] up, double[][] down, double[][] body) {
    if (up.length != gap.length || down.length != gap.length || body.length != gap.length) {
      throw new IllegalArgumentException("gap, up, down and body must have equally many rows");
    }
    this.gap = gap;
    this.up = up;
    this.down = down;
    this.body = body;
  }

  /** The open over the close before it, one row per bar, one column per sleeve. */
  public double[][] gap() {
    return gap;
  }

  /** The high over the open. */
  public double[][] up() {
    return up;
  }

  /** The low over the open. */
  public double[][] down() {
    return down;
  }

  /** The close over the open. */
  public double[][] body() {
    return body;
  }
}
