package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.evenkeel.core.statement.ChainVerdict;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database whose facts of costs were written before they were chained is brought up to date with a sound chain. */
class CostsChainMigrationTest {

  /** Only the rows that are chained now matter here; what they refer to is left out. */
  private static final String ROWS =
      """
      set search_path = evenkeel; set session_replication_role = replica;
      insert into order_arrival (client_order_id, bid, ask, per_price, nav_currency, quote_rate, assumed_fee,
        assumed_spread, assumed_impact, style, reason, run_id, epoch)
      values ('ek2', 1, 2, 1, 'USDT', 1, 0, 0, 0, 'TWAP', 'configured', 'r', 1),
             ('ek1', 1, 2, 1, 'USDT', 1, 0, 0, 0, 'IOC', 'configured', 'r', 1);
      insert into intent_forgone (intent_id, unfilled, end_price, per_price, style, at, run_id, epoch)
      values ('i1', 1, 2, 1, 'TWAP', now(), 'r', 1);
      """;

  @Test
  void rows_from_before_are_chained_and_the_chain_is_sound() throws SQLException {
    DatabaseSettings settings = TestServer.emptyDatabase();
    Flyway.configure()
        .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
        .locations("classpath:db/migration")
        .schemas(Database.SCHEMA, "quartz")
        .defaultSchema(Database.SCHEMA)
        .createSchemas(true)
        .target("45")
        .load()
        .migrate();
    try (Connection connection = Plain.connect(settings, "evenkeel test");
        Statement statement = connection.createStatement()) {
      statement.execute(ROWS);
    }
    Schema.of(settings).prepare(true);
    try (Database database = Database.attach(settings)) {
      ChainVerdict verdict = new PgAuditTrail(database).verify(List.of());
      assertThat(verdict.fault()).isEmpty();
      assertThat(verdict.rows()).isEqualTo(3);
    }
  }
}
