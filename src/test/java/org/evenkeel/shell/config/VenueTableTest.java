package org.evenkeel.shell.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.core.route.VenueCapabilities;
import org.junit.jupiter.api.Test;

/** The page that shows what may be relied on at which venue, which must say what the configuration says. */
class VenueTableTest {

  private static final Path PAGE = Path.of("ops/venues.md");
  private static final String BEGIN = "<!-- capabilities:begin -->\n";
  private static final String END = "<!-- capabilities:end -->";

  private record Line(String name, Function<VenueCapabilities, String> value) {}

  private static final List<Line> LINES =
      List.of(
          new Line("wallets", v -> v.isUnified() ? "one for all" : "spot and futures apart"),
          new Line("longest client id", v -> Integer.toString(v.clientIdMax())),
          new Line("client ids unique among", v -> word(v.uniqueness())),
          new Line("request expiry carried by", v -> word(v.requestExpiry())),
          new Line("life of our requests", v -> seconds(v.requestLife())),
          new Line("venue may work on one for", v -> seconds(v.backendTimeout())),
          new Line("queries may lag by", v -> seconds(v.visibilityLag())),
          new Line("absence provable after", v -> seconds(v.requestLife().plus(v.absenceDelay()))),
          new Line("forgets orders without fills after", v -> days(v.forgetsUnfilledAfter())),
          new Line("forgets fills after", v -> days(v.forgetsFillsAfter())),
          new Line("shows an order", v -> v.splitsOrders() ? "in parts" : "whole"),
          new Line("orders that only rest", v -> v.postOnly() ? "sent" : "not sent"),
          new Line("codes that prove a rejection", v -> count(v.definitiveRejectCodes())),
          new Line("codes for 'not found'", v -> count(v.notFoundCodes())),
          new Line("codes for lack of money", v -> count(v.insufficientFundsCodes())));

  @Test
  void the_page_says_what_the_capability_rows_say() throws IOException {
    String table = table(rows());
    System.out.println(table);
    String page = Files.readString(PAGE);
    assertThat(page).containsOnlyOnce(BEGIN).containsOnlyOnce(END);

    assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
        .as("%s is out of date: put what this test prints between its markers", PAGE)
        .isEqualTo(table);
  }

  private static List<VenueCapabilities> rows() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("config/venues"))) {
      return files
          .filter(file -> file.toString().endsWith(".yml"))
          .sorted()
          .map(CapabilityRows::read)
          .toList();
    }
  }

  private static String table(List<VenueCapabilities> venues) {
    StringBuilder text = new StringBuilder();
    row(text, "", venues, venue -> venue.venue().value());
    text.append("|---".repeat(venues.size() + 1)).append("|\n");
    LINES.forEach(line -> row(text, line.name(), venues, line.value()));
    return text.toString();
  }

  private static void row(
      StringBuilder text,
      String name,
      List<VenueCapabilities> venues,
      Function<VenueCapabilities, String> value) {
    text.append("| ")
        .append(name)
        .append(venues.stream().map(value).collect(Collectors.joining(" | ", " | ", " |\n")));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String seconds(Duration time) {
    return time.toSeconds() + " s";
  }

  private static String days(Duration time) {
    return time.toDays() == 0 ? time.toMinutes() + " min" : time.toDays() + " d";
  }

  private static String count(List<String> codes) {
    return Integer.toString(codes.size());
  }
}
