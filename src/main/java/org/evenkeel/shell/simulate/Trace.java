package org.evenkeel.shell.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Everything that happened in a run, as a hash of 64 bits (FNV-1a) and, if wanted, as lines.
 *
 * <p>Two runs with the same hash did the same things in the same order.
 */
final class Trace {

  private static final long PRIME = 0x100000001b3L;

  private final List<String> lines = new ArrayList<>();
  private final boolean keepsLines;
  private long hash = 0xcbf29ce484222325L;
  private long events = 0;

  Trace(boolean keepsLines) {
    this.keepsLines = keepsLines;
  }

  void add(long millis, String event) {
    events++;
    mix(millis);
    // The hash of a text is part of the language's definition, and remembered by the text.
    mix(event.hashCode());
    if (keepsLines) {
      lines.add(String.format(Locale.ROOT, "%6d %12d %s", events, millis, event));
    }
  }

  private void mix(long value) {
    hash = (hash ^ value) * PRIME;
  }

  String hash() {
    return String.format(Locale.ROOT, "%016x", hash);
  }

  long events() {
    return events;
  }

  List<String> lines() {
    return lines;
  }
}
