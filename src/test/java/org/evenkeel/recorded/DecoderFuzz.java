package org.evenkeel.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.shell.xchange.Refusals;

/**
 * Gives a decoder mutated answers and counts what it says: a value or a typed refusal, and never an exception.
 *
 * <p>A venue adds itself by a list of {@link Decoder}s over a {@link ScriptedGate}, and calls {@link #run} in a test.
 * The system property 'evenkeel.fuzz' sets the number of cases per decoder.
 */
public final class DecoderFuzz {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private DecoderFuzz() {}

  /**
   * One way from an answer to a value.
   *
   * @param name the call's name and what is made of it, such as 'fapi/v1/order sent'
   * @param call the name under which the gate is asked
   * @param sample an answer that decodes
   * @param read asks the adapter once and returns its {@link Result}, {@link SendOutcome} or {@link Lookup}
   */
  public record Decoder(
      String name, String call, String sample, Function<ScriptedGate, Object> read) {}

  /**
   * What became of a decoder's cases.
   *
   * @param escaped exceptions that came out, by seed; must stay empty
   */
  public record Tally(String name, int cases, int values, int refusals, List<String> escaped) {

    @Override
    public String toString() {
      return String.format(
          "%-44s %8d cases %8d values %8d refusals %3d escaped",
          name, cases, values, refusals, escaped.size());
    }
  }

  /** The cases per decoder: what the property says, or else the standard. */
  public static int cases(int standard) {
    return Integer.getInteger("evenkeel.fuzz", standard);
  }

  /** Runs a decoder over so many mutations of its sample; the same seed makes the same ones. */
  public static Tally run(Decoder decoder, ScriptedGate gate, int cases, long seed) {
    JsonNode sample = parsed(decoder.sample());
    requireValue(decoder, gate, sample);
    int values = 0;
    int refused = 0;
    List<String> escaped = new ArrayList<>();
    for (int i = 0; i < cases; i++) {
      long one = seed + i;
      gate.on(decoder.call(), new JsonMutator(one).mutated(sample));
      try {
        if (isValue(decoder.read().apply(gate))) {
          values++;
        } else {
          refused++;
        }
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        escaped.add("seed " + one + ": " + e);
      }
    }
    gate.on(decoder.call(), sample);
    return new Tally(decoder.name(), cases, values, refused, escaped);
  }

  private static void requireValue(Decoder decoder, ScriptedGate gate, JsonNode sample) {
    gate.on(decoder.call(), sample);
    Object answer = decoder.read().apply(gate);
    if (!isValue(answer)) {
      throw new IllegalStateException(
          "the sample of '" + decoder.name() + "' does not decode: " + answer);
    }
  }

  private static boolean isValue(Object answer) {
    return switch (answer) {
      case Result.Ok<?> ok -> true;
      case Result.Refused<?> refused -> false;
      case SendOutcome.Accepted accepted -> true;
      case SendOutcome.Rejected rejected -> false;
      case SendOutcome.Unknown unknown -> false;
      case Lookup.Found found -> true;
      case Lookup.NotVisible none -> false;
      case Lookup.Unreadable unreadable -> false;
      default -> throw new IllegalStateException("not an answer: " + answer);
    };
  }

  /** A venue's way to say no, over mutated bodies and every kind of status; how often it recognized one. */
  public static Tally refusals(
      String venue, Refusals refusals, String sample, int cases, long seed) {
    JsonNode body = parsed(sample);
    int recognized = 0;
    List<String> escaped = new ArrayList<>();
    int[] statuses = {200, 400, 401, 403, 408, 418, 429, 500, 503};
    for (int i = 0; i < cases; i++) {
      try {
        JsonNode mutated = new JsonMutator(seed + i).mutated(body);
        recognized += refusals.in(statuses[i % statuses.length], mutated).isPresent() ? 1 : 0;
      } catch (RuntimeException e) {
        escaped.add("seed " + (seed + i) + ": " + e);
      }
    }
    return new Tally(venue + " refusals", cases, recognized, cases - recognized, escaped);
  }

  /** The lines of a table, with a total. */
  public static String table(List<Tally> tallies) {
    TreeMap<String, Integer> total = new TreeMap<>();
    StringBuilder text = new StringBuilder();
    for (Tally tally : tallies) {
      text.append(tally).append('\n');
      total.merge("cases", tally.cases(), Integer::sum);
      total.merge("escaped", tally.escaped().size(), Integer::sum);
    }
    return text.append("total ").append(total).append('\n').toString();
  }

  private static JsonNode parsed(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException("the sample is no JSON", e);
    }
  }
}
