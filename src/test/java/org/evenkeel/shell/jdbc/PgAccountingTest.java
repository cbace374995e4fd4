package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.evenkeel.contract.AccountingContract;
import org.evenkeel.contract.JournalContract;
import org.evenkeel.contract.JournalExamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The books in PostgreSQL keep the contract, and the schema refuses what breaks it whoever writes. */
class PgAccountingTest extends AccountingContract {

  private Database database;

  @Override
  protected JournalContract.Member newMemory() {
    database = Database.attach(TestServer.emptiedDatabase());
    PgLease lease = new PgLease(database, "evenkeel", "leader", Duration.ofSeconds(60));
    return new JournalContract.Member(
        new PgJournal(database, lease), new PgControls(database), lease);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void insert(String kind, String reverses, String author, String amount) {
    database
        .as(DatabaseRole.OWNER)
        .write(
            "book by hand",
            sql -> {
              sql.update(
                  """
              insert into ledger_transaction (kind, reference, venue_time, author, reason, reverses, run_id, epoch)
              values ('FUNDING', 'f1', now(), '', '', null, 'first-run', 1)
              """);
              sql.update(
                  "insert into ledger_entry select max(transaction_id), 1, 'FUNDING', 'USDT', 0 from ledger_transaction");
              sql.update(
                  """
              insert into ledger_transaction (kind, reference, venue_time, author, reason, reverses, run_id, epoch)
              select ?, 'x', now(), ?, ?, %s, 'first-run', 1 from ledger_transaction
              """
                      .formatted(reverses),
                  kind,
                  author,
                  author);
              sql.update(
                  """
              insert into ledger_entry
              select max(transaction_id), 1, 'FUTURES_WALLET', 'USDT', ?::numeric from ledger_transaction
              """,
                  amount);
              return sql.update(
                  """
              insert into ledger_entry
              select max(transaction_id), 2, 'FUNDING', 'USDT', -(?::numeric) from ledger_transaction
              """,
                  amount);
            });
  }

  @Test
  void an_adjustment_without_author_and_reason_is_refused() {
    assertThatThrownBy(() -> insert("ADJUSTMENT", "null", "", "1"))
        .hasMessageContaining("decided_booking_names_its_author");
  }

  @Test
  void a_reversal_of_nothing_and_a_reversal_that_is_not_the_opposite_are_refused() {
    assertThatThrownBy(() -> insert("REVERSAL", "null", "ann", "1"))
        .hasMessageContaining("reversal_names_what_it_reverses");
    assertThatThrownBy(() -> insert("REVERSAL", "transaction_id", "ann", "1"))
        .hasMessageContaining("reversal_is_the_opposite");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cash_flow", "flow_classification", "fill_correction"})
  void nothing_of_it_is_ever_edited(String table) {
    assertThatThrownBy(
            () ->
                database
                    .as(DatabaseRole.OWNER)
                    .write("edit", sql -> sql.update("delete from " + table)))
        .hasMessageContaining(table + "_is_append_only");
  }

  @Test
  void a_fill_is_the_same_only_at_the_same_venue_and_account() {
    insertFill("binance", "main");
    insertFill("binance", "other");
    insertFill("elsewhere", "main");
    assertThatThrownBy(() -> insertFill("binance", "main"))
        .hasMessageContaining("one_fill_per_trade");
  }

  private void insertFill(String venue, String account) {
    database
        .as(DatabaseRole.OWNER)
        .write(
            "a fill by hand",
            sql ->
                sql.update(
                    """
                insert into fill (venue, account, instrument, trade_id, venue_order_id, side, last_qty, last_px, fee,
                  fee_currency, realized_pnl, pnl_currency, is_maker, venue_time, run_id, epoch)
                values (?, ?, ?, '1', '1', 'BUY', 1, 1, 0, 'USDT', 0, 'USDT', false, now(), 'first-run', 1)
                """,
                    venue,
                    account,
                    JournalExamples.BTC.value()));
  }
}
