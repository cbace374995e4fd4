package org.evenkeel.shell.simvenue.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What a venue answers: status, JSON body and headers. */
public record Answer(int status, JsonNode body, Map<String, String> headers) {

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** An answer without headers of its own. */
  public static Answer of(int status, JsonNode body) {
    return new Answer(status, body, Map.of());
  }
}
