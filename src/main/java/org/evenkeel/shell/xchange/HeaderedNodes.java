package org.evenkeel.shell.xchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import si.mazi.rescu.HttpResponseAware;

/**
 * JSON that keeps the headers of its answer, which rescu hands to results that ask for them.
 *
 * <p>Venues tell in headers how much of the request allowance is used up.
 */
final class HeaderedNodes extends JsonNodeFactory {

  private static final long serialVersionUID = 1L;

  /** The headers of an answer by name; none if it was not read over HTTP. */
  static Map<String, List<String>> headers(JsonNode answer) {
    Map<String, List<String>> headers =
        answer instanceof HttpResponseAware aware ? aware.getResponseHeaders() : null;
    return headers == null ? Map.of() : headers;
  }

  @Override
  public ObjectNode objectNode() {
    return new HeaderedObject(this);
  }

  @Override
  public ArrayNode arrayNode() {
    return new HeaderedArray(this);
  }

  @Override
  public ArrayNode arrayNode(int capacity) {
    return new HeaderedArray(this);
  }

  // Never serialized by Java; the cast of deepCopy() is Jackson's own.
  @SuppressWarnings({"serial", "unchecked"})
  private static final class HeaderedObject extends ObjectNode implements HttpResponseAware {

    private static final long serialVersionUID = 1L;

    private Map<String, List<String>> headers = Map.of();

    HeaderedObject(JsonNodeFactory factory) {
      super(factory);
    }

    @Override
    public void setResponseHeaders(Map<String, List<String>> given) {
      headers = given;
    }

    @Override
    public Map<String, List<String>> getResponseHeaders() {
      return headers;
    }
  }

  // Never serialized by Java; the cast of deepCopy() is Jackson's own.
  @SuppressWarnings({"serial", "unchecked"})
  private static final class HeaderedArray extends ArrayNode implements HttpResponseAware {

    private static final long serialVersionUID = 1L;

    private Map<String, List<String>> headers = Map.of();

    HeaderedArray(JsonNodeFactory factory) {
      super(factory);
    }

    @Override
    public void setResponseHeaders(Map<String, List<String>> given) {
      headers = given;
    }

    @Override
    public Map<String, List<String>> getResponseHeaders() {
      return headers;
    }
  }
}
