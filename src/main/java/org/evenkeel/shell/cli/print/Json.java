package org.evenkeel.shell.cli.print;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import org.evenkeel.core.basics.BaseQuantity;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.core.statement.Status;
import org.evenkeel.core.statement.VenueReach;

/**
 * Records as JSON: exact decimals, instants as text, an absent value as null, identifiers as plain texts.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class Json {

  private Json() {}

  /** One record or list, indented, with a line break at the end. */
  public static String of(Object record) {
    try {
      return mapper().writerWithDefaultPrettyPrinter().writeValueAsString(record) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that cannot be written: " + record, e);
    }
  }

  /** One record on one line, without a line break. */
  public static String line(Object record) {
    try {
      return mapper()
          .writer()
          .without(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that cannot be written: " + record, e);
    }
  }

  /** A record as a tree. */
  static JsonNode tree(Object record) {
    return mapper().valueToTree(record);
  }

  /** The tree of a stored document; a missing node if it is no JSON. */
  static JsonNode parse(String json) {
    try {
      return mapper().readTree(json);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** JSON text with indentation; any other text as it is. */
  static String pretty(String json) {
    try {
      ObjectMapper mapper = mapper();
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(json));
    } catch (JsonProcessingException e) {
      return json;
    }
  }

  private static ObjectMapper mapper() {
    SimpleModule texts = new SimpleModule();
    for (Class<?> id : List.of(SleeveId.class, InstrumentId.class, Currency.class)) {
      texts.addSerializer(id, new AsText());
    }
    for (Class<?> number : List.of(Ratio.class, Price.class, Contracts.class, BaseQuantity.class)) {
      texts.addSerializer(number, new AsNumber());
    }
    return JsonMapper.builder()
        .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
        .build()
        .registerModules(new Jdk8Module(), new JavaTimeModule(), texts)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
        .addMixIn(Status.class, StatusView.class)
        .addMixIn(VenueReach.class, VenueReachView.class)
        .addMixIn(CycleDetail.class, CycleDetailView.class);
  }

  /** Adds the number of locks, which scripts look at first. */
  @JsonAutoDetect
  private interface StatusView {
    @JsonProperty
    int locks();
  }

  /** Adds what it means for trading. */
  @JsonAutoDetect
  private interface VenueReachView {
    @JsonProperty
    String meaning();
  }

  /** Stored documents are JSON already. */
  private interface CycleDetailView {
    @JsonProperty
    @JsonSerialize(contentUsing = AsIs.class)
    SortedMap<String, String> documents();
  }

  private static final class AsText extends JsonSerializer<Object> {
    @Override
    public void serialize(Object value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  private static final class AsNumber extends JsonSerializer<Object> {
    @Override
    public void serialize(Object value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeNumber(value.toString());
    }
  }

  /** Not private, because the library makes it. */
  static final class AsIs extends JsonSerializer<String> {
    @Override
    public void serialize(String value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeRawValue(value);
    }
  }
}
