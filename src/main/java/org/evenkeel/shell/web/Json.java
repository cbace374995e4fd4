package org.evenkeel.shell.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.util.Map;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.core.statement.Status;

/**
 * The JSON of the page: plain decimals, instants as ISO-8601 text, an empty Optional as null, pure ASCII.
 *
 * <p>ASCII, so that no proxy or stream can misread the bytes. Thread-safe.
 */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .addMixIn(Status.class, WithLockCount.class)
          .addMixIn(Ratio.class, JustItsNumber.class)
          .addMixIn(SleeveId.class, JustItsText.class)
          .build();

  private Json() {}

  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass().getSimpleName(), e);
    }
  }

  /** A cycle with its stored documents as JSON and not as text that holds JSON. */
  static String text(CycleDetail detail) {
    ObjectNode node = MAPPER.valueToTree(detail);
    ObjectNode documents = node.putObject("documents");
    for (Map.Entry<String, String> document : detail.documents().entrySet()) {
      documents.set(document.getKey(), parsed(document.getValue()));
    }
    return text(node);
  }

  private static JsonNode parsed(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }

  private interface WithLockCount {
    @JsonProperty
    int locks();
  }

  private interface JustItsNumber {
    @JsonValue
    BigDecimal value();
  }

  private interface JustItsText {
    @JsonValue
    String value();
  }
}
