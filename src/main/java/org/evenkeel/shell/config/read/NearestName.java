package org.evenkeel.shell.config.read;

import java.util.List;
import java.util.Optional;

/**
 * The known name that a mistyped one was probably meant to be.
 *
 * <p>Uses the edit distance of Levenshtein; up to a third of the letters may be wrong.
 */
public final class NearestName {

  private NearestName() {}

  /** The nearest of the known names, if one is near enough. */
  public static Optional<String> of(String typed, List<String> known) {
    int best = Math.max(2, typed.length() / 3) + 1;
    Optional<String> nearest = Optional.empty();
    for (String name : known) {
      int distance = distance(typed, name);
      if (distance < best) {
        best = distance;
        nearest = Optional.of(name);
      }
    }
    return nearest;
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
