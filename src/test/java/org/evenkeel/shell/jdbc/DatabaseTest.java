package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.evenkeel.cycle.JournalUnavailable;
import org.junit.jupiter.api.Test;

class DatabaseTest {

  @Test
  void opens_again_what_it_has_migrated() {
    DatabaseSettings settings = TestServer.freshDatabase();
    Database.open(settings).close();
    try (Database database = Database.attach(settings)) {
      assertThat(number(database, "select count(*) as n from quartz.qrtz_triggers")).isZero();
      assertThat(number(database, "select count(*) as n from lease")).isZero();
    }
  }

  @Test
  void refuses_a_database_of_a_newer_program() {
    DatabaseSettings settings = TestServer.freshDatabase();
    execute(
        settings,
        """
        insert into evenkeel.flyway_schema_history
          (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
        values (1000, '99', 'from the future', 'SQL', 'V99__future.sql', 1, 'x', 1, true)
        """);
    assertThatThrownBy(() -> Database.open(settings))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("schema version 99, newer than this program's ");
  }

  @Test
  void refuses_a_migration_that_was_edited_after_it_was_applied() {
    DatabaseSettings settings = TestServer.freshDatabase();
    execute(settings, "update evenkeel.flyway_schema_history set checksum = 1 where version = '3'");
    assertThatThrownBy(() -> Database.open(settings)).isInstanceOf(DatabaseRefused.class);
  }

  @Test
  void refuses_a_migration_that_was_applied_by_half() {
    DatabaseSettings settings = TestServer.freshDatabase();
    execute(
        settings,
        """
        insert into evenkeel.flyway_schema_history
          (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
        values (1000, '98', 'by half', 'SQL', 'V98__half.sql', 1, 'x', 1, false)
        """);
    assertThatThrownBy(() -> Database.open(settings)).isInstanceOf(DatabaseRefused.class);
  }

  @Test
  void a_command_does_not_migrate() {
    DatabaseSettings empty = TestServer.emptyDatabase();
    assertThatThrownBy(() -> Database.attach(empty))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("start the bot once");
    Database.open(empty).close();
    Database.attach(empty).close();
  }

  @Test
  void says_that_nobody_answers_where_nobody_listens() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThatThrownBy(
            () ->
                Database.open(
                    DatabaseSettings.of(
                        "jdbc:postgresql://127.0.0.1:" + port + "/x", "u", "secret")))
        .isInstanceOf(JournalUnavailable.class)
        .hasMessageContaining("08001")
        .hasMessageNotContaining("secret");
  }

  @Test
  void says_what_to_check_where_the_password_is_wrong() {
    DatabaseSettings right = TestServer.emptiedDatabase();
    assertThatThrownBy(
            () -> Database.open(DatabaseSettings.of(right.jdbcUrl(), right.user(), "guess")))
        .isInstanceOf(JournalUnavailable.class)
        .hasMessageContaining("check user and password")
        .hasMessageNotContaining("guess");
  }

  @Test
  void an_address_with_a_password_is_refused() {
    assertThatThrownBy(() -> DatabaseSettings.of("jdbc:postgresql://h/d?password=secret", "u", ""))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageNotContaining("=secret");
  }

  @Test
  void every_connection_has_its_time_limits() {
    try (Database database = Database.attach(TestServer.emptiedDatabase())) {
      assertThat(setting(database, "statement_timeout")).isEqualTo("15s");
      assertThat(setting(database, "lock_timeout")).isEqualTo("5s");
      assertThat(setting(database, "idle_in_transaction_session_timeout")).isEqualTo("30s");
      assertThat(setting(database, "timezone")).isEqualTo("UTC");
    }
  }

  @Test
  void a_connection_that_was_cut_in_mid_work_is_unavailable_and_the_next_work_succeeds() {
    try (Database database = Database.attach(TestServer.emptiedDatabase())) {
      assertThatThrownBy(
              () ->
                  database
                      .as(DatabaseRole.OWNER)
                      .write(
                          "be cut",
                          sql -> sql.update("select pg_terminate_backend(pg_backend_pid())")))
          .isInstanceOf(JournalUnavailable.class)
          .hasMessageContaining("be cut");
      assertThat(number(database, "select 1 as n")).isEqualTo(1);
    }
  }

  @Test
  void a_row_held_by_another_is_unavailable_after_the_lock_timeout() throws Exception {
    DatabaseSettings slow = TestServer.emptiedDatabase();
    DatabaseSettings settings =
        new DatabaseSettings(
            slow.jdbcUrl(),
            slow.user(),
            slow.password(),
            2,
            Duration.ofSeconds(3),
            Duration.ofSeconds(15),
            Duration.ofMillis(200),
            Duration.ofSeconds(30));
    try (Database database = Database.attach(settings);
        Connection other = Plain.connect(settings, "other")) {
      PgLease lease = new PgLease(database, "evenkeel", "me", Duration.ofSeconds(60));
      lease.tryAcquire();
      other.setAutoCommit(false);
      new Sql(other)
          .list("select epoch from evenkeel.lease for update", row -> row.number("epoch"));
      assertThatThrownBy(lease::renew)
          .isInstanceOf(JournalUnavailable.class)
          .hasMessageContaining("55P03");
      other.rollback();
      lease.renew();
    }
  }

  @Test
  void a_commit_without_an_answer_is_told_as_unknown_and_the_truth_can_be_read_again()
      throws Exception {
    DatabaseSettings direct = TestServer.emptiedDatabase();
    int port = URI.create(direct.jdbcUrl().substring("jdbc:".length())).getPort();
    try (CommitSwallowingProxy proxy = new CommitSwallowingProxy(port)) {
      try (Database database = Database.attach(proxy.to(direct))) {
        proxy.arm();
        assertThatThrownBy(
                () ->
                    database
                        .as(DatabaseRole.OWNER)
                        .write(
                            "ask for a cycle",
                            sql ->
                                sql.update(
                                    "insert into run_request (author, reason) values ('ann', 'look')")))
            .isInstanceOf(JournalUnavailable.class)
            .hasMessageContaining("outcome of the commit to ask for a cycle is unknown");
        assertThat(number(database, "select count(*) as n from run_request")).isEqualTo(1);
      }
    }
  }

  private static String setting(Database database, String name) {
    return database
        .as(DatabaseRole.OWNER)
        .read(
            "read a setting",
            sql -> sql.one("select current_setting(?) as value", row -> row.text("value"), name));
  }

  private static long number(Database database, String query) {
    return database
        .as(DatabaseRole.OWNER)
        .read("read a number", sql -> sql.one(query, row -> row.number("n")));
  }

  private static void execute(DatabaseSettings settings, String statement) {
    try (Connection connection = Plain.connect(settings, "evenkeel test")) {
      new Sql(connection).update(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
