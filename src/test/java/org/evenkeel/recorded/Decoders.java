package org.evenkeel.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.function.Function;
import org.evenkeel.core.basics.Result;
import org.evenkeel.shell.xchange.Refusals;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;

/** Puts changed messages to a decoder: it answers with a value or a refusal that says what is wrong. */
public final class Decoders {

  private static final int CASES = 5_000;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private Decoders() {}

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** The message decodes as it stands, and {@value #CASES} mutations of it decode or are refused in words. */
  public static void fuzz(
      String name, Refusals refusals, String message, Function<JsonNode, Object> decoder) {
    JsonNode original = json(message);
    assertThat(ReplyRules.judged(name, () -> decoder.apply(original)))
        .as(name)
        .isInstanceOf(Result.Ok.class);
    JsonMutator mutator = new JsonMutator(name.hashCode());
    int decoded = 0;
    int refused = 0;
    for (int i = 0; i < CASES; i++) {
      JsonNode mutated = mutator.mutated(original);
      if (refusals.in(200, mutated).isPresent()) {
        refused++;
        continue;
      }
      Result<Object> read = ReplyRules.read(name, new Reply.Body(mutated), decoder);
      if (read instanceof Result.Refused<Object> no) {
        refused++;
        assertThat(no.refusal().detail())
            .as(name + " of " + mutated)
            .doesNotContain("NullPointer", "ClassCast", "OutOfBounds", "NoSuchElement");
      } else {
        decoded++;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-44s %8d cases %8d values %8d refusals   0 escaped%n",
        refusals.getClass().getSimpleName().replace("Refusals", "") + " " + name,
        CASES,
        decoded,
        refused);
    assertThat(decoded).as(name + ": unknown fields and harmless changes").isPositive();
  }
}
