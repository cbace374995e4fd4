package org.evenkeel.shell.simvenue.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One request as it came over the wire, for a venue to check its signature and read its parameters.
 *
 * @param method GET, POST, PUT or DELETE
 * @param path without the query
 * @param query exactly as sent, empty if there was none
 * @param body exactly as sent
 * @param headers the first value of each, by name in lower case
 */
public record Request(
    String method, String path, String query, String body, SortedMap<String, String> headers) {

  /** "GET /path". */
  public String endpoint() {
    return method + " " + path;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The parameters of the query, and those of a form in the body; one in both is the query's. */
  public SortedMap<String, String> parameters() {
    TreeMap<String, String> parameters = new TreeMap<>();
    decode(body, parameters);
    decode(query, parameters);
    return parameters;
  }

  /** Decodes what a query or a form says. */
  public static void decode(String encoded, Map<String, String> into) {
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        into.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
  }
}
