package org.evenkeel.cycle.conform;

/**
 * What one check came to.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param outcome whether the claim held
 * @param detail what was seen, or why nothing could be
 */
record Verdict(Outcome outcome, String detail) {

  static Verdict pass(String seen) {
    return new Verdict(Outcome.PASS, seen);
  }

  static Verdict fail(String seen) {
    return new Verdict(Outcome.FAIL, seen);
  }

  static Verdict skipped(String reason) {
    return new Verdict(Outcome.SKIPPED, reason);
  }
}
