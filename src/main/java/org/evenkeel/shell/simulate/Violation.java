package org.evenkeel.shell.simulate;

import java.util.function.Supplier;

/** An invariant that did not hold; an error, so that the bot cannot catch it. */
public final class Violation extends Error {

  private static final long serialVersionUID = 1L;

  private final String invariant;
  private final String detail;

  Violation(String invariant, String detail) {
    super(invariant + ": " + detail);
    this.invariant = invariant;
    this.detail = detail;
  }

  /** Throws if something does not hold; the words are made only then. */
  static void require(boolean holds, String invariant, Supplier<String> detail) {
    if (!holds) {
      throw new Violation(invariant, detail.get());
    }
  }

  /** What did not hold. */
  public String detail() {
    return detail;
  }

  /** The number of the invariant, such as 'I3'. */
  public String invariant() {
    return invariant;
  }
}
