package org.evenkeel.shell.xchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** How a venue tells in an answer's headers how much of this minute's allowance is used up, by whomever. */
@FunctionalInterface
public interface UsedWeight {

  /** A venue that tells nothing. */
  UsedWeight UNTOLD = headers -> OptionalInt.empty();

  /** The weight used in this minute, if the headers tell it; never throws. */
  OptionalInt in(Map<String, List<String>> headers);

  /** The whole number of a header whose name is written in lower case. */
  static UsedWeight header(String lowerCaseName) {
    return headers -> {
      for (Map.Entry<String, List<String>> header : headers.entrySet()) {
        String name = header.getKey(); // the status line comes under the key null
        if (name != null
            && name.toLowerCase(Locale.ROOT).equals(lowerCaseName)
            && !header.getValue().isEmpty()
            && header.getValue().get(0).matches("[0-9]{1,9}")) {
          return OptionalInt.of(Integer.parseInt(header.getValue().get(0)));
        }
      }
      return OptionalInt.empty();
    };
  }
}
