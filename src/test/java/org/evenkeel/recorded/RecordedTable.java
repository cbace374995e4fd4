package org.evenkeel.recorded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.SendOutcome;

/**
 * What becomes of every recorded message of a venue: decoded, refused with the adapter's reason, or not read at all.
 *
 * <p>A venue adds itself with its folder, the endpoints that it uses, and a table of the messages whose file does not name
 * its endpoint. The messages lie beside the repository, in {@code ../shared/fixtures}.
 */
public final class RecordedTable {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RecordedTable() {}

  /** What became of a message. */
  public enum Verdict {
    DECODED,
    REFUSED,
    UNSUPPORTED
  }

  /** One message and what was made of it. */
  public record Row(String file, String endpoint, Verdict verdict, String reason) {}

  /** The folder of a venue's messages, if it lies beside the repository. */
  public static Optional<Path> folder(String venue) {
    return Stream.of(System.getProperty("evenkeel.shared", "../shared"), "../../shared")
        .map(path -> Path.of(path, "fixtures", venue))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /**
   * Reads every file below a folder.
   *
   * @param readings what the adapter makes of an answer, by endpoint such as 'GET fapi/v1/time'
   * @param named the endpoints of files that do not name their own, by path below the folder
   */
  public static List<Row> rows(
      Path folder, Map<String, Function<JsonNode, Object>> readings, Map<String, String> named) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> row(folder, file, readings, named))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(
      Path folder,
      Path file,
      Map<String, Function<JsonNode, Object>> readings,
      Map<String, String> named) {
    String name = folder.relativize(file).toString();
    if (!name.endsWith(".json")) {
      return new Row(name, "", Verdict.UNSUPPORTED, "not one message of JSON");
    }
    Optional<JsonNode> message = json(file);
    if (message.isEmpty()) {
      return new Row(name, "", Verdict.UNSUPPORTED, "not one message of JSON");
    }
    JsonNode root = message.orElseThrow();
    boolean isWrapped = root.isObject() && root.has("method") && root.has("response");
    String endpoint =
        isWrapped && root.has("path")
            ? root.get("method").asText() + " " + root.get("path").asText().replaceFirst("^/", "")
            : named.getOrDefault(name, "");
    Function<JsonNode, Object> reading = readings.get(endpoint);
    if (reading == null) {
      return new Row(name, endpoint, Verdict.UNSUPPORTED, "the adapter does not use it");
    }
    Object answer = reading.apply(isWrapped ? root.get("response") : root);
    return refusal(answer)
        .map(why -> new Row(name, endpoint, Verdict.REFUSED, why))
        .orElseGet(() -> new Row(name, endpoint, Verdict.DECODED, ""));
  }

  private static Optional<String> refusal(Object answer) {
    return switch (answer) {
      case Result.Ok<?> ok -> Optional.empty();
      case Result.Refused<?> refused -> Optional.of(refused.refusal().toString());
      case SendOutcome.Accepted accepted -> Optional.empty();
      case SendOutcome.Rejected rejected -> Optional.of(rejected.text());
      case SendOutcome.Unknown unknown -> Optional.of(unknown.detail());
      case Lookup.Found found -> Optional.empty();
      case Lookup.NotVisible none -> Optional.of("not visible");
      case Lookup.Unreadable unreadable -> Optional.of(unreadable.detail());
      default -> throw new IllegalStateException("not an answer: " + answer);
    };
  }

  private static Optional<JsonNode> json(Path file) {
    try {
      return Optional.of(MAPPER.readTree(file.toFile()));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The counts, and every message that is refused with the reason. */
  public static String text(String venue, List<Row> rows) {
    Map<Verdict, Long> counts =
        rows.stream()
            .collect(Collectors.groupingBy(Row::verdict, TreeMap::new, Collectors.counting()));
    StringBuilder text = new StringBuilder(venue + " recorded messages: " + counts + "\n");
    rows.stream()
        .filter(row -> row.verdict() == Verdict.REFUSED)
        .forEach(
            row ->
                text.append("  refused ")
                    .append(row.file())
                    .append(" (")
                    .append(row.endpoint())
                    .append("): ")
                    .append(row.reason())
                    .append('\n'));
    return text.toString();
  }
}
