package org.evenkeel.shell.simvenue.exchange;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** Turns events into lines of JSON and back, decimals as plain strings. Thread-safe. */
public final class EventCodec {

  private static final JsonMapper MAPPER = mapper();

  private EventCodec() {}

  /** Returns the event as one line without a line break. */
  public static String line(SimEvent event) {
    try {
      return MAPPER.writerFor(SimEvent.class).writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("event cannot be written: " + event, e);
    }
  }

  /** Returns the event of a line, or throws when the line is not one of ours. */
  public static SimEvent event(String line) {
    try {
      return MAPPER.readValue(line, SimEvent.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("not an event of the simulated exchange: " + line, e);
    }
  }

  private static JsonMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();
    mapper
        .configOverride(BigDecimal.class)
        .setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
    return mapper;
  }
}
