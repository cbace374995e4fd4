package org.evenkeel.shell.xchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.route.VenueCapabilities.RequestExpiry;
import org.evenkeel.core.route.VenueCapabilities.Uniqueness;
import org.evenkeel.shell.config.keys.ConfigKeys;
import org.evenkeel.shell.config.read.ConfigValues;
import org.evenkeel.shell.config.read.StrictReader;

/** Capabilities as they stand in config/venues, so that the adapters are tested with what they will run with. */
public final class VenueFile {

  private VenueFile() {}

  public static VenueCapabilities read(String venue) {
    Path file = Path.of("config", "venues", venue + ".yml");
    StrictReader.Reading reading =
        StrictReader.read(file.toString(), text(file), ConfigKeys.capabilities(), List.of());
    assertThat(reading.errors()).isEmpty();
    ConfigValues values = reading.values();
    return new VenueCapabilities(
        VenueId.of(values.text("venue").orElseThrow()),
        values.text("account_layout").orElseThrow().equals("unified"),
        values.whole("client_id_max_characters").orElseThrow().intValue(),
        Uniqueness.valueOf(word(values, "client_id_uniqueness")),
        RequestExpiry.valueOf(word(values, "request_expiry")),
        millis(values, "request_life_ms"),
        millis(values, "backend_timeout_ms"),
        millis(values, "visibility_lag_ms"),
        days(values, "forgets_unfilled_after_days"),
        days(values, "forgets_fills_after_days"),
        values.texts("definitive_reject_codes"),
        values.texts("not_found_codes"),
        values.texts("insufficient_funds_codes"),
        values.text("order_shown_as").orElse("whole").equals("parts"),
        values.flag("post_only_orders").orElseThrow());
  }

  private static String word(ConfigValues values, String key) {
    return values.text(key).orElseThrow().toUpperCase(Locale.ROOT);
  }

  private static Duration millis(ConfigValues values, String key) {
    return Duration.ofMillis(values.whole(key).orElseThrow());
  }

  private static Duration days(ConfigValues values, String key) {
    BigDecimal days = values.decimal(key).orElseThrow();
    return Duration.ofSeconds(days.multiply(BigDecimal.valueOf(86_400)).longValue());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
