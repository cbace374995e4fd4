package org.evenkeel.shell.simvenue.market;

/** Arithmetic of whole hours since the epoch, the index under which bars are kept. */
final class Hours {

  static final long MS = 3_600_000L;
  static final long PER_DAY = 24;

  private Hours() {}

  /** The hour that contains an instant. */
  static long containing(long epochMs) {
    return Math.floorDiv(epochMs, MS);
  }

  /** First millisecond of an hour. */
  static long openMs(long hour) {
    return hour * MS;
  }

  /** Last millisecond of an hour. */
  static long closeMs(long hour) {
    return hour * MS + MS - 1;
  }
}
