package org.evenkeel.shell.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenkeel.cycle.Alerts;
import org.evenkeel.cycle.alerting.AlertCall;
import org.evenkeel.cycle.alerting.Escalation;
import org.evenkeel.cycle.alerting.FakeBook;
import org.evenkeel.cycle.alerting.PagedAlerts;
import org.evenkeel.cycle.alerting.Pager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls over HTTP to a receiver on loopback. */
class AlertThreadsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final FakeReceiver receiver = new FakeReceiver();
  private final FakeBook book = new FakeBook();
  private final List<String> said = new ArrayList<>();

  private final Alerts log =
      new Alerts() {
        @Override
        public void raise(String subject, String message) {
          said.add("raise " + subject + " " + message);
        }

        @Override
        public void clear(String subject) {
          said.add("clear " + subject);
        }

        @Override
        public void note(String event, String message) {
          said.add("note " + event);
        }
      };

  @AfterEach
  void close() {
    receiver.close();
  }

  private Webhook webhook(boolean isJson, Duration timeout) {
    return new Webhook("phone", receiver.address(), isJson, timeout);
  }

  private static AlertCall call(String message) {
    return new AlertCall(
        "phone",
        List.of(
            new AlertCall.Item(AlertCall.Why.RAISED, Optional.of(12L), "lock 7", message, NOON)));
  }

  @Test
  void an_alert_arrives_while_the_database_is_down_and_is_recorded_when_it_is_back() {
    book.setDown(true);
    Pager pager =
        new Pager(
            new Escalation(List.of("phone"), Duration.ofMinutes(5), Duration.ofMinutes(15)),
            Instant.now());
    PagedAlerts alerts = new PagedAlerts(log, pager, InstantSource.system());
    try (Webhook phone = webhook(true, PATIENCE);
        AlertThreads threads =
            new AlertThreads(pager, List.of(phone), book, InstantSource.system()).start()) {
      alerts.note("opening", "nobody is called for a note");
      alerts.raise("journal", "the database is gone");
      assertThat(receiver.next()).contains("the database is gone");

      book.setDown(false);
      threads.record();
      assertThat(book.kinds()).startsWith("RAISED");
      alerts.clear("journal");
      assertThat(receiver.next()).contains("cleared");
    }
    assertThat(book.kinds())
        .containsExactlyInAnyOrder("RAISED", "SENT phone", "CLEARED", "SENT phone");
    assertThat(said)
        .containsExactly("note opening", "raise journal the database is gone", "clear journal");
    assertThat(receiver.all()).hasSize(2);
  }

  @Test
  void the_json_has_the_alerts_and_a_text_for_those_who_show_only_that() throws IOException {
    try (Webhook phone = webhook(true, PATIENCE)) {
      assertThat(phone.send(call("say \"x\"\nor y"))).isEmpty();
    }
    String request = receiver.next();
    assertThat(request).startsWith("POST /canary-token ");
    JsonNode root = new JsonMapper().readTree(request.substring(request.indexOf('{')));
    assertThat(root.get("text").asText())
        .isEqualTo("evenkeel raised #12: lock 7: say \"x\"\nor y (2026-11-23T12:00:00Z)\n");
    JsonNode alert = root.get("alerts").get(0);
    assertThat(alert.get("number").asLong()).isEqualTo(12);
    assertThat(alert.get("status").asText()).isEqualTo("raised");
    assertThat(alert.get("message").asText()).isEqualTo("say \"x\"\nor y");
  }

  @Test
  void plain_text_is_for_those_who_show_what_they_are_sent() {
    try (Webhook phone = webhook(false, PATIENCE)) {
      assertThat(phone.send(call("differs"))).isEmpty();
    }
    assertThat(receiver.next())
        .isEqualTo(
            "POST /canary-token evenkeel raised #12: lock 7: differs (2026-11-23T12:00:00Z)\n");
  }

  @Test
  void whatever_goes_wrong_is_said_without_the_address() throws IOException {
    List<String> failures = new ArrayList<>();
    for (int status : List.of(404, 500, 302)) {
      receiver.answers(status);
      try (Webhook phone = webhook(true, PATIENCE)) {
        failures.add(phone.send(call("x")).orElseThrow());
      }
    }
    assertThat(receiver.all()).as("redirected").noneMatch(line -> line.contains("elsewhere"));
    receiver.answers(FakeReceiver.SILENT);
    try (Webhook phone = webhook(true, Duration.ofMillis(200))) {
      failures.add(phone.send(call("x")).orElseThrow());
    }
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
      Thread.ofVirtual().start(() -> speakNoTls(socket));
      failures.add(failure("https://127.0.0.1:" + free + "/canary-token"));
    }
    failures.add(failure("http://127.0.0.1:" + free + "/canary-token"));
    failures.add(failure("http://canary-host.invalid/canary-token"));

    assertThat(failures)
        .containsExactly(
            "the receiver answers with status 404",
            "the receiver answers with status 500",
            "the receiver answers with status 302",
            "no answer within 0.2 s",
            "its TLS certificate or protocol is not accepted",
            "nothing listens at its address",
            "its host has no address");
  }

  private static String failure(String url) {
    try (Webhook phone = new Webhook("phone", URI.create(url), true, PATIENCE)) {
      assertThat(phone.reach().orElseThrow()).doesNotContain("canary");
      return phone.send(call("x")).orElseThrow();
    }
  }

  private static void speakNoTls(ServerSocket socket) {
    try {
      while (true) {
        try (Socket open = socket.accept()) {
          open.getOutputStream().write("no TLS here\n".getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      // The test has closed it.
    }
  }

  @Test
  void to_reach_a_receiver_sends_nothing() {
    try (Webhook phone = webhook(true, PATIENCE)) {
      assertThat(phone.reach()).isEmpty();
    }
    assertThat(receiver.all()).isEmpty();
  }

  @Test
  void the_sign_of_life_is_given_only_while_the_bot_is_well() {
    AtomicBoolean isWell = new AtomicBoolean();
    try (Heartbeat heartbeat = new Heartbeat(receiver.address(), PATIENCE, isWell::get, log)) {
      heartbeat.beat();
      assertThat(receiver.all()).isEmpty();

      isWell.set(true);
      heartbeat.beat();
      assertThat(receiver.next()).isEqualTo("GET /canary-token ");
    }
  }

  @Test
  void a_sign_of_life_that_is_lost_three_times_is_an_alert() {
    try (Heartbeat heartbeat = new Heartbeat(receiver.address(), PATIENCE, () -> true, log)) {
      receiver.answers(500);
      heartbeat.beat();
      heartbeat.beat();
      assertThat(said).isEmpty();
      heartbeat.beat();
      assertThat(said).hasSize(1);
      assertThat(said.get(0)).startsWith("raise heartbeat").doesNotContain("canary");

      receiver.answers(200);
      heartbeat.beat();
      assertThat(said).endsWith("clear heartbeat");
    }
  }
}
