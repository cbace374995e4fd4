package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.evenkeel.cycle.JournalUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is demanded of a server before anything is entrusted to it, and the limits that every connection works under. */
class DatabaseLimitsTest {

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "full_page_writes"})
  void a_server_that_does_not_keep_what_it_has_written_is_refused(String setting) {
    DatabaseSettings settings = TestServer.freshDatabase();
    Database.open(settings).close();
    try {
      reload(settings, "alter system set " + setting + " = off");
      assertThatThrownBy(() -> Database.open(settings))
          .isInstanceOf(DatabaseRefused.class)
          .hasMessageContaining(setting + " is off")
          .hasMessageContaining("an order could be sent twice after a crash");
    } finally {
      reload(settings, "alter system reset " + setting);
    }
    Database.open(settings).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "local"})
  void a_role_whose_commits_may_be_lost_is_refused(String value) {
    DatabaseSettings settings = TestServer.freshDatabase();
    String name = settings.jdbcUrl().replaceAll(".*/", "");
    String role = "alter role " + settings.user() + " in database " + name;
    execute(settings, role + " set synchronous_commit = " + value);
    assertThatThrownBy(() -> Database.open(settings))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("synchronous_commit is " + value);
    execute(settings, role + " reset synchronous_commit");
    Database.open(settings).close();
  }

  @Test
  void a_statement_that_lasts_too_long_is_ended() {
    try (Database database = Database.attach(impatient())) {
      assertThatThrownBy(
              () ->
                  database
                      .as(DatabaseRole.OWNER)
                      .write("sleep", sql -> sql.list("select pg_sleep(30)", row -> 0)))
          .isInstanceOf(JournalUnavailable.class)
          .hasMessageContaining("57014");
      assertThat(one(database)).isEqualTo(1);
    }
  }

  @Test
  void a_transaction_that_does_nothing_is_ended() {
    try (Database database = Database.attach(impatient())) {
      assertThatThrownBy(
              () ->
                  database
                      .as(DatabaseRole.OWNER)
                      .write(
                          "dawdle",
                          sql -> {
                            sql.list("select 1 as n", row -> row.number("n"));
                            pause(600);
                            return sql.list("select 1 as n", row -> row.number("n"));
                          }))
          .isInstanceOf(JournalUnavailable.class);
      assertThat(one(database)).isEqualTo(1);
    }
  }

  private static DatabaseSettings impatient() {
    DatabaseSettings patient = TestServer.emptiedDatabase();
    return new DatabaseSettings(
        patient.jdbcUrl(),
        patient.user(),
        patient.password(),
        2,
        Duration.ofSeconds(3),
        Duration.ofMillis(300),
        Duration.ofMillis(200),
        Duration.ofMillis(200));
  }

  private static long one(Database database) {
    return database
        .as(DatabaseRole.OWNER)
        .read("read a number", sql -> sql.one("select 1 as n", row -> row.number("n")));
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A reload is done when a new connection sees it. */
  private static void reload(DatabaseSettings settings, String statement) {
    execute(settings, statement);
    execute(settings, "select pg_reload_conf()");
    pause(300);
  }

  private static void execute(DatabaseSettings settings, String statement) {
    try (Connection connection = Plain.connect(settings, "evenkeel test");
        var plain = connection.createStatement()) {
      plain.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
