package org.evenkeel.shell.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.cycle.conform.ConformanceReport;
import org.evenkeel.shell.cli.print.ConformanceText;
import org.evenkeel.shell.cli.print.Json;

/**
 * The last conformance report of each venue, as text and as JSON.
 *
 * @param directory where they are kept
 */
public record ConformanceFiles(Path directory) {

  /** Where reports are kept unless another folder is named. */
  public static final Path DIRECTORY = Path.of("var", "conform");

  /** Writes a report over that of an earlier run; the path of its text. */
  Path keep(ConformanceReport report) {
    try {
      Files.createDirectories(directory);
      Files.writeString(json(report.venue()), Json.of(report), StandardCharsets.UTF_8);
      Path text = directory.resolve(report.venue() + ".txt");
      return Files.writeString(text, ConformanceText.of(report), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + directory + " (--report)", e);
    }
  }

  private Path json(String venue) {
    return directory.resolve(venue + ".json");
  }

  /** What the last run at a venue says of the claims and the version of now. */
  public Finding finding(VenueCapabilities claims, String version) {
    VenueId venue = claims.venue();
    String advice = "run './evenkeel venue conform " + venue + "' at its test network";
    Optional<ConformanceReport> last;
    try {
      last = last(venue.value());
    } catch (IOException e) {
      return Finding.warn("conformance", "the report of " + venue + " cannot be read", advice);
    }
    if (last.isEmpty()) {
      return Finding.warn("conformance", venue + " was never tried", advice);
    }
    ConformanceReport report = last.get();
    String words =
        venue
            + " at "
            + report.environment()
            + " on "
            + report.startedAt()
            + ": "
            + ConformanceText.summary(report);
    if (!report.claimsHash().equals(ConformanceReport.hashOf(claims))) {
      return Finding.warn("conformance", words + ", of other claims than now", advice);
    }
    if (!report.version().equals(version)) {
      return Finding.warn("conformance", words + ", of version " + report.version(), advice);
    }
    if (report.environment().equals("simulated")) {
      return Finding.warn("conformance", words + ", which proves nothing of the venue", advice);
    }
    return report.isPassed()
        ? Finding.ok("conformance", words)
        : Finding.warn("conformance", words, "read the report, then correct the claim or the bot");
  }

  private Optional<ConformanceReport> last(String venue) throws IOException {
    Path file = json(venue);
    return Files.isRegularFile(file)
        ? Optional.of(
            JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(file.toFile(), ConformanceReport.class))
        : Optional.empty();
  }
}
