package org.evenkeel.shell.jdbc;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.RateSource;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.cycle.DecisionInputs;
import org.jspecify.annotations.Nullable;

/**
 * The one canonical JSON of the journal: equal values give equal text on every machine, and text gives the value back.
 *
 * <p>Keys are sorted; numbers keep every digit and their scale; instants are ISO text; a type with the single component
 * {@code value} is written as that value, an instrument as its identifier, a bar as a row of seven.
 * For example a balance is {@code {"available":0.5,"currency":"USDT","total":1.25,"wallet":"FUTURES"}}.
 *
 * <p>This class is stateless and thread-safe.
 */
final class Documents {

  private static final JsonMapper MAPPER = mapper().build();

  private static final JsonMapper BASIS =
      mapper().addMixIn(DecisionInputs.class, WithoutParts.class).build();

  private Documents() {}

  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          value.getClass().getName() + " cannot be written as a document", e);
    }
  }

  static <T> T read(String text, Class<T> type) {
    try {
      if (type == Standing.class) {
        return MAPPER.treeToValue(withRules(text), type);
      }
      if (type == SavedPlan.class) {
        ObjectNode saved = MAPPER.readValue(text, ObjectNode.class);
        return OlderInputs.savedPlan(saved)
            ? MAPPER.treeToValue(saved, type)
            : MAPPER.readValue(text, type);
      }
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a stored " + type.getSimpleName() + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** What a decision is made from, without the components that are kept by themselves. */
  static String basis(DecisionInputs inputs) {
    try {
      return BASIS.writeValueAsString(inputs);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("inputs that cannot be written", e);
    }
  }

  /** A standing that was stored before overrides had rules of trading has none. */
  private static ObjectNode withRules(String text) throws JsonProcessingException {
    ObjectNode stored = MAPPER.readValue(text, ObjectNode.class);
    if (!stored.has("rules")) {
      stored.putObject("rules");
    }
    return stored;
  }

  /**
   * A statement; one that was stored before statements named their principle is of the only one that there was, and one
   * from before uncertain positions or lots were accounted for has none.
   */
  static CycleStatement readStatement(String text) {
    try {
      ObjectNode stored = MAPPER.readValue(text, ObjectNode.class);
      if (!stored.has("principle")) {
        stored.put("principle", "risk-parity");
      }
      if (!stored.has("open")) {
        stored.putArray("open");
      }
      if (!stored.has("lots")) {
        stored.put("lots", "");
      }
      return MAPPER.treeToValue(stored, CycleStatement.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored statement cannot be read", e);
    }
  }

  static SortedMap<String, Long> readCounts(String text) {
    try {
      return MAPPER.readValue(text, new TypeReference<TreeMap<String, Long>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored counts cannot be read: " + text, e);
    }
  }

  private static JsonMapper.Builder mapper() {
    SimpleModule core = new SimpleModule("core");
    core.addSerializer(new DecimalWriter());
    core.addSerializer(new InstrumentWriter());
    core.addDeserializer(Instrument.class, new InstrumentReader());
    core.addDeserializer(Quote.class, new QuoteReader());
    core.addDeserializer(InstrumentSpec.class, new SpecDocument());
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .addModule(core)
        .annotationIntrospector(new BareValues())
        .addMixIn(Bar.class, BarAsRow.class)
        .addMixIn(RateSource.class, RateByItsFields.class)
        .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
        .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
  }

  @JsonIgnoreProperties({"account", "market", "rules"})
  private abstract static class WithoutParts {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
  @JsonSubTypes({
    @JsonSubTypes.Type(RateSource.SpotMarket.class),
    @JsonSubTypes.Type(RateSource.IndexCross.class)
  })
  private abstract static class RateByItsFields {}

  /** Seven columns instead of seven repeated names: most of a market snapshot is bars. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"openTime", "closeTime", "open", "high", "low", "close", "volume"})
  private abstract static class BarAsRow {}

  /** Treats a record whose only component is called 'value' as that value. */
  private static final class BareValues extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasAsValue(Annotated annotated) {
      if (annotated instanceof AnnotatedField field
          && isBareValue(field.getDeclaringClass())
          && field.getName().equals("value")) {
        return Boolean.TRUE;
      }
      return super.hasAsValue(annotated);
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(
        MapperConfig<?> config, Annotated annotated) {
      if (annotated instanceof AnnotatedConstructor constructor
          && constructor.getParameterCount() == 1
          && isBareValue(constructor.getDeclaringClass())) {
        return JsonCreator.Mode.DELEGATING;
      }
      return super.findCreatorAnnotation(config, annotated);
    }

    private static boolean isBareValue(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      return components != null
          && components.length == 1
          && components[0].getName().equals("value");
    }
  }

  /** Keeps the scale: 1.50 stays 1.50, and 1E+3 is not 1000, because equal values must be equal objects again. */
  private static final class DecimalWriter extends StdSerializer<BigDecimal> {

    private static final long serialVersionUID = 1L;

    DecimalWriter() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeNumber(value.scale() < 0 ? value.toString() : value.toPlainString());
    }
  }

  private static final class InstrumentWriter extends StdSerializer<Instrument> {

    private static final long serialVersionUID = 1L;

    InstrumentWriter() {
      super(Instrument.class);
    }

    @Override
    public void serialize(Instrument value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.id().value());
    }
  }

  /** A quote; one that was stored before quotes had an index price has its mark price in place of it. */
  private static final class QuoteReader extends StdDeserializer<Quote> {

    private static final long serialVersionUID = 1L;

    QuoteReader() {
      super(Quote.class);
    }

    @Override
    public Quote deserialize(JsonParser in, DeserializationContext context) throws IOException {
      ObjectNode stored = in.readValueAsTree();
      return new Quote(
          InstrumentId.of(stored.required("instrument").asText()),
          price(stored, "bid"),
          price(stored, "ask"),
          price(stored, "mark"),
          price(stored, stored.has("index") ? "index" : "mark"),
          stored.hasNonNull("last") ? Optional.of(price(stored, "last")) : Optional.empty(),
          Instant.parse(stored.required("venueTime").asText()),
          Instant.parse(stored.required("receivedAt").asText()));
    }

    private static Price price(ObjectNode stored, String name) {
      return new Price(stored.required(name).decimalValue());
    }
  }

  private static final class InstrumentReader extends StdDeserializer<Instrument> {

    private static final long serialVersionUID = 1L;

    InstrumentReader() {
      super(Instrument.class);
    }

    @Override
    public Instrument deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      return Instrument.parse(InstrumentId.of(in.getText()));
    }
  }
}
