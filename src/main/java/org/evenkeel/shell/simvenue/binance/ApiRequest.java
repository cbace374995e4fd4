package org.evenkeel.shell.simvenue.binance;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenkeel.shell.simvenue.http.Request;

/**
 * One request with its parameters, which Binance takes from query and form body alike.
 *
 * <p>A parameter in both counts as the query's.
 * Immutable.
 *
 * @param method GET, POST, PUT or DELETE
 * @param path without the query
 * @param rawQuery exactly as sent, for the signature
 * @param rawBody exactly as sent, for the signature
 * @param apiKey the key header, empty when not sent
 * @param params decoded parameters
 */
record ApiRequest(
    String method,
    String path,
    String rawQuery,
    String rawBody,
    String apiKey,
    Map<String, String> params) {

  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?");

  static ApiRequest of(Request request) {
    return new ApiRequest(
        request.method(),
        request.path(),
        request.query(),
        request.body(),
        request.header("X-MBX-APIKEY").orElse(""),
        request.parameters());
  }

  String endpoint() {
    return method + " " + path;
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(params.get(name)).filter(v -> !v.isEmpty());
  }

  String required(String name) {
    return text(name).orElseThrow(() -> ApiError.missing(name));
  }

  Optional<Long> whole(String name) {
    return text(name)
        .map(
            value -> {
              if (!WHOLE.matcher(value).matches()) {
                throw ApiError.illegal(name, "^[0-9]{1,20}$");
              }
              return Long.parseLong(value);
            });
  }

  Optional<BigDecimal> decimal(String name) {
    return text(name)
        .map(
            value -> {
              if (!DECIMAL.matcher(value).matches()) {
                throw ApiError.illegal(name, "^([0-9]{1,20})(\\.[0-9]{1,20})?$");
              }
              return new BigDecimal(value);
            });
  }

  boolean flag(String name) {
    return text(name).map(Boolean::parseBoolean).orElse(false);
  }

  /** Returns the page size, at most the maximum, as Binance cuts it. */
  int limit(int standard, int maximum) {
    return (int) Math.min(maximum, Math.max(1, whole("limit").orElse((long) standard)));
  }
}
