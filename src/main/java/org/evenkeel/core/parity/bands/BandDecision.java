package org.evenkeel.core.parity.bands;

import java.util.List;

/**
 * What of a portfolio is traded and what is left alone; one entry per name, fractions of NAV.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param rows in the order of the names
 */
public record BandDecision(List<Row> rows) {

  public BandDecision {
    rows = List.copyOf(rows);
  }

  /**
   * One name.
   *
   * @param aim exposure to trade to; what is held if it is left alone
   * @param isTraded whether it is traded
   * @param halfWidth half-width of its band by the cube-root rule
   * @param saving what the trade to its target would save, tracking variance in money as a fraction of NAV
   * @param cost what that trade would cost, as a fraction of NAV
   */
  public record Row(double aim, boolean isTraded, double halfWidth, double saving, double cost) {}
}
