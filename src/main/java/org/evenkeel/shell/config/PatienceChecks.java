package org.evenkeel.shell.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.route.StyleSettings;
import org.evenkeel.shell.config.read.ConfigError;
import org.evenkeel.shell.config.read.ConfigValues;

/**
 * The check that patient work is over when the next decision is due.
 *
 * <p>Intents are worked one after the other, so a decision takes at most the sum over its instruments; a leg that is
 * rolled has two. If that is no more than the period, no decision makes the next one later than it was itself. The lease
 * is no bound: signs of life renew it while orders are worked. Of a cron expression the shortest distance of two
 * appointments counts.
 */
final class PatienceChecks {

  private static final String PERIOD = "schedule.period_hours";
  private static final String CRON = "schedule.cron";
  private static final long SECONDS_PER_HOUR = 3600;

  private final ConfigValues values;
  private final Consumer<ConfigError> errors;

  PatienceChecks(ConfigValues values, Consumer<ConfigError> errors) {
    this.values = values;
    this.errors = errors;
  }

  void all() {
    Work work = work();
    Optional<BigDecimal> period = values.decimal(PERIOD).filter(any -> values.isWritten(PERIOD));
    if (period.isPresent()) {
      BigDecimal has = period.get().multiply(BigDecimal.valueOf(SECONDS_PER_HOUR));
      if (BigDecimal.valueOf(work.seconds()).compareTo(has) > 0) {
        tooLong(
            PERIOD,
            period.get().toPlainString()
                + ", which is "
                + has.stripTrailingZeros().toPlainString()
                + " s",
            work);
      }
    } else {
      values.text(CRON).ifPresent(expression -> cron(expression, work));
    }
  }

  private void cron(String expression, Work work) {
    try {
      ShortestGap.of(CronReader.builtIn().read(expression))
          .filter(gap -> work.seconds() > gap.length().toSeconds())
          .ifPresent(
              gap ->
                  tooLong(
                      CRON,
                      "'"
                          + expression
                          + "', which is due at "
                          + gap.earlier()
                          + " and again "
                          + gap.length().toSeconds()
                          + " s later",
                      work));
    } catch (IllegalArgumentException none) {
      errors.accept(
          new ConfigError(
              values.place(CRON),
              CRON,
              "found " + none.getMessage(),
              "write a Quartz cron expression such as '0 0 0 * * ?'"));
    }
  }

  private void tooLong(String key, String found, Work work) {
    errors.accept(
        new ConfigError(
            values.place(key),
            key,
            "found "
                + found
                + ", where "
                + work.intents()
                + " instruments worked patiently one after the other take up to "
                + work.seconds()
                + " s",
            "write a longer period, a shorter execution.patience_seconds, fewer"
                + " execution.twap_slices or less execution.twap_slice_seconds, or style ioc"));
  }

  /** How many intents of one decision are worked patiently, and the longest that all of them take. */
  private record Work(int intents, long seconds) {}

  private Work work() {
    long seconds = 0;
    int patient = 0;
    for (String sleeve : values.elements("sleeves")) {
      for (String leg : values.elements(sleeve + ".legs")) {
        int intents = RollsFromValues.cadence(values, leg).isPresent() ? 2 : 1;
        long each = longest(style(leg));
        seconds += intents * each;
        patient += each > 0 ? intents : 0;
      }
    }
    return new Work(patient, seconds);
  }

  private String style(String leg) {
    String perpetuals = values.text("execution.style").orElse("ioc");
    String dated = values.text("execution.style_dated").orElse(perpetuals);
    String coins = values.text("execution.style_spot").orElse("ioc");
    return values
        .text(leg + ".instrument")
        .map(InstrumentId::of)
        .map(Instrument::parse)
        .map(instrument -> StyleSettings.ofKind(instrument, perpetuals, dated, coins))
        .orElse("ioc");
  }

  /** The longest that the work on one intent takes if the venue answers at once, in seconds. */
  private long longest(String style) {
    long crossings = seconds("execution.max_attempts_per_intent");
    long passive =
        seconds("execution.patience_seconds") + crossings * seconds("execution.reprice_seconds");
    long twap =
        (seconds("execution.twap_slices") - 1 + crossings)
            * seconds("execution.twap_slice_seconds");
    return switch (style) {
      case "passive" -> passive;
      case "twap" -> twap;
      case "auto" -> StrictMath.max(passive, twap);
      default -> 0;
    };
  }

  private long seconds(String path) {
    return values.whole(path).orElse(0L);
  }
}
