package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database with the books of a single venue is carried over to the names of several. */
class VenuesMigrationTest {

  private static final String BOOKS =
      """
      insert into run (run_id, mode, version, config_hash, schema_version, started_at, epoch)
      values ('r', 'paper', '1', 'cafe', '13', now(), 1);
      insert into ledger_transaction (kind, reference, venue_time, run_id, epoch, author, reason)
      values ('OPENING', 'binance', now(), 'r', 1, '', ''),
             ('FILL', 'BTC-USDT-PERP@binance/17', now(), 'r', 1, '', ''),
             ('FUNDING', 'FUNDING_FEE/9', now(), 'r', 1, '', ''),
             ('TRANSFER', 'TRANSFER/5', now(), 'r', 1, '', ''),
             ('EXTERNAL_FLOW', 'DEPOSIT/3', now(), 'r', 1, '', ''),
             ('ADJUSTMENT', 'INSURANCE_CLEAR/8', now(), 'r', 1, 'policy', 'the venue says so'),
             ('ADJUSTMENT', 'request 4', now(), 'r', 1, 'ann', 'explained');
      insert into ledger_entry (transaction_id, number, account, unit, amount)
      values (1, 1, 'FUTURES_WALLET', 'USDT', 100), (1, 2, 'OPENING', 'USDT', -100),
             (1, 3, 'SPOT_WALLET', 'USDC', 40), (1, 4, 'OPENING', 'USDC', -40),
             (2, 1, 'POSITION', 'BTC-USDT-PERP@binance', 2), (2, 2, 'MARKET', 'BTC-USDT-PERP@binance', -2),
             (2, 3, 'FUTURES_WALLET', 'USDT', -1), (2, 4, 'FEE', 'USDT', 1),
             (3, 1, 'FUTURES_WALLET', 'USDT', 3), (3, 2, 'FUNDING', 'USDT', -3),
             (4, 1, 'FUTURES_WALLET', 'USDT', 5), (4, 2, 'SPOT_WALLET', 'USDT', -5),
             (5, 1, 'SPOT_WALLET', 'USDT', 50), (5, 2, 'EXTERNAL', 'USDT', -50),
             (6, 1, 'FUTURES_WALLET', 'USDT', 2), (6, 2, 'ADJUSTMENT', 'USDT', -2),
             (7, 1, 'SPOT_WALLET', 'USDT', 1), (7, 2, 'ADJUSTMENT', 'USDT', -1);
      insert into cash_flow (venue, account, kind, flow_id, wallet, currency, amount, venue_time, run_id, epoch)
      values ('binance', 'main', 'DEPOSIT', '3', 'SPOT', 'USDT', 50, now(), 'r', 1),
             ('binance', 'main', 'TRANSFER', '5', 'FUTURES', 'USDT', 5, now(), 'r', 1);
      """;

  private static DatabaseSettings settings;

  /** The schema of the last version that knew one venue only, with books, and then brought up to date. */
  @BeforeAll
  static void convert() throws SQLException {
    settings = TestServer.emptyDatabase();
    Flyway.configure()
        .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
        .locations("classpath:db/migration")
        .schemas(Database.SCHEMA, "quartz")
        .defaultSchema(Database.SCHEMA)
        .createSchemas(true)
        .target("13")
        .load()
        .migrate();
    execute("begin; " + BOOKS + " commit");
    Schema.of(settings).prepare(true);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = Plain.connect(settings, "evenkeel test");
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path = evenkeel");
      statement.execute(sql);
    }
  }

  private static List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = Plain.connect(settings, "evenkeel test");
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path = evenkeel");
      try (ResultSet found = statement.executeQuery(query)) {
        while (found.next()) {
          rows.add(found.getString(1));
        }
      }
    }
    return rows;
  }

  @Test
  void money_is_counted_by_venue_and_amounts_are_what_they_were() throws SQLException {
    assertThat(
            rows(
                "select account || ' ' || unit || ' ' || sum(amount) from ledger_entry"
                    + " where account in ('SPOT_WALLET', 'FUTURES_WALLET', 'POSITION', 'MARKET')"
                    + " group by account, unit order by account collate \"C\", unit collate \"C\""))
        .containsExactly(
            "FUTURES_WALLET USDT@binance 109",
            "MARKET BTC-USDT-PERP@binance -2",
            "POSITION BTC-USDT-PERP@binance 2",
            "SPOT_WALLET USDC@binance 40",
            "SPOT_WALLET USDT@binance 46");
    assertThat(rows("select unit from ledger_entry where unit !~ '^[^@]+@binance$'")).isEmpty();
  }

  @Test
  void what_a_venue_calls_a_fact_is_named_by_the_venue_and_the_rest_keeps_its_name()
      throws SQLException {
    assertThat(
            rows("select kind || ' ' || reference from ledger_transaction order by transaction_id"))
        .containsExactly(
            "OPENING binance",
            "FILL BTC-USDT-PERP@binance/17",
            "FUNDING binance/FUNDING_FEE/9",
            "TRANSFER binance/TRANSFER/5",
            "EXTERNAL_FLOW binance/DEPOSIT/3",
            "ADJUSTMENT binance/INSURANCE_CLEAR/8",
            "ADJUSTMENT request 4");
  }

  @Test
  void flows_are_of_a_wallet_at_their_venue_and_of_no_other() throws SQLException {
    assertThat(rows("select wallet from cash_flow order by flow_number"))
        .containsExactly("SPOT@binance", "FUTURES@binance");
    for (String wallet : List.of("SPOT", "SPOT@okx", "MARGIN@binance")) {
      assertThatThrownBy(
              () ->
                  execute(
                      "insert into cash_flow (venue, account, kind, flow_id, wallet, currency, amount,"
                          + " venue_time, run_id, epoch) values ('binance', 'main', 'DEPOSIT', 'x', '"
                          + wallet
                          + "', 'USDT', 1, now(), 'r', 1)"))
          .hasMessageContaining("cash_flow_wallet_is_at_its_venue");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_entry set amount = 0",
        "update ledger_transaction set reference = 'x'",
        "update cash_flow set amount = 1",
        "delete from ledger_entry",
        "delete from cash_flow"
      })
  void the_books_are_append_only_again(String change) {
    assertThatThrownBy(() -> execute(change)).hasMessageContaining("is_append_only");
  }
}
