package org.evenkeel.shell.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogAlertsTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger("org.evenkeel.alerts");
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
  private final LogAlerts alerts = new LogAlerts();

  @BeforeEach
  void listen() {
    appender.start();
    logger.addAppender(appender);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(appender);
  }

  @Test
  void an_alert_is_told_once_until_it_changes() {
    alerts.raise("database", "no answer");
    alerts.raise("database", "no answer");
    alerts.raise("database", "no answer for 10 s");

    assertThat(lines())
        .containsExactly(
            "WARN event=alert_raised subject=database message=\"no answer\"",
            "WARN event=alert_raised subject=database message=\"no answer for 10 s\"");
  }

  @Test
  void a_cleared_alert_is_told_and_may_be_raised_anew() {
    alerts.raise("venue/binance", "down");
    alerts.clear("venue/binance");
    alerts.clear("venue/binance");
    alerts.raise("venue/binance", "down");

    assertThat(lines())
        .containsExactly(
            "WARN event=alert_raised subject=venue/binance message=\"down\"",
            "INFO event=alert_cleared subject=venue/binance",
            "WARN event=alert_raised subject=venue/binance message=\"down\"");
    assertThat(alerts.standing()).containsOnlyKeys("venue/binance");
  }

  @Test
  void subjects_do_not_silence_each_other() {
    alerts.raise("btc", "late");
    alerts.raise("eth", "late");

    assertThat(lines()).hasSize(2);
  }

  @Test
  void a_note_is_told_every_time() {
    alerts.note("cycle_ended", "DONE");
    alerts.note("cycle_ended", "DONE");

    assertThat(lines())
        .containsExactly(
            "INFO event=cycle_ended message=\"DONE\"", "INFO event=cycle_ended message=\"DONE\"");
  }

  @Test
  void a_message_from_outside_cannot_forge_a_line_or_a_key() {
    alerts.raise("x y", "a \"quoted\"\nevent=alert_cleared\r\u001b[31m \\");

    assertThat(lines())
        .containsExactly(
            "WARN event=alert_raised subject=\"x y\" message="
                + "\"a \\\"quoted\\\"\\nevent=alert_cleared\\r?[31m \\\\\"");
  }

  private List<String> lines() {
    return appender.list.stream()
        .map(event -> event.getLevel() + " " + event.getFormattedMessage())
        .toList();
  }
}
