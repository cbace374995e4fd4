package org.evenkeel.shell.simvenue.krakenfutures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.SortedMap;
import org.evenkeel.shell.simvenue.http.Request;

/** The parameters of a request, from the query or the form, checked as they are read. */
final class Asked {

  private final SortedMap<String, String> parameters;

  Asked(Request request) {
    this.parameters = request.parameters();
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isEmpty());
  }

  String required(String name) {
    return text(name).orElseThrow(() -> KrakenError.missing(name));
  }

  Optional<Long> whole(String name) {
    return text(name)
        .map(
            text -> {
              try {
                return Long.parseLong(text);
              } catch (NumberFormatException e) {
                throw KrakenError.invalid(name);
              }
            });
  }

  BigDecimal decimal(String name) {
    try {
      return new BigDecimal(required(name));
    } catch (NumberFormatException e) {
      throw KrakenError.invalid(name);
    }
  }

  Optional<Instant> time(String name) {
    return text(name)
        .map(
            text -> {
              try {
                return Instant.parse(text);
              } catch (DateTimeParseException e) {
                throw KrakenError.invalid(name);
              }
            });
  }

  boolean flag(String name) {
    return switch (text(name).orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw KrakenError.invalid(name);
    };
  }
}
