package org.evenkeel.shell.simvenue.okx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.evenkeel.shell.simvenue.http.Request;

/**
 * A request with its parameters, which a GET has in its query and a POST in a JSON object.
 *
 * @param http as it came
 * @param params by name
 */
record OkxRequest(Request http, Map<String, String> params) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?");

  /** The most rows of a page. */
  static final int PAGE = 100;

  static OkxRequest of(Request http) {
    TreeMap<String, String> params = new TreeMap<>();
    if (http.method().equals("POST")) {
      body(http.body()).properties().forEach(e -> params.put(e.getKey(), e.getValue().asText()));
    } else {
      Request.decode(http.query(), params);
    }
    return new OkxRequest(http, params);
  }

  private static JsonNode body(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw OkxError.withStatus(400, "50002", "JSON syntax error");
    }
    throw OkxError.withStatus(400, "50000", "Body for POST request cannot be empty.");
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(params.get(name)).filter(v -> !v.isEmpty());
  }

  String required(String name) {
    return text(name).orElseThrow(() -> OkxError.missing(name));
  }

  Optional<Long> whole(String name) {
    return text(name)
        .map(
            value -> {
              if (!WHOLE.matcher(value).matches()) {
                throw OkxError.parameter(name);
              }
              return Long.parseLong(value);
            });
  }

  /** A decimal of an order; a word that is none refuses the order. */
  Optional<BigDecimal> decimal(String name) {
    return text(name)
        .map(
            value -> {
              if (!DECIMAL.matcher(value).matches()) {
                throw OkxError.rowParameter(name);
              }
              return new BigDecimal(value);
            });
  }

  int limit() {
    return (int) Math.min(PAGE, Math.max(1, whole("limit").orElse((long) PAGE)));
  }
}
