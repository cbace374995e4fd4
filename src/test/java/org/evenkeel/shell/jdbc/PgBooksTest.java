package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.contract.JournalExamples.NOON;
import static org.evenkeel.contract.JournalExamples.SLOT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.contract.JournalExamples;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.statement.CycleStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever comes past the rules of the schema is found by reading. */
class PgBooksTest {

  private Database database;
  private PgBooks books;
  private PgJournal journal;
  private Attempt ended;

  @BeforeEach
  void decide() {
    database = Database.attach(TestServer.emptiedDatabase());
    books = new PgBooks(database);
    PgLease lease = new PgLease(database, "evenkeel", "tester", Duration.ofSeconds(60));
    assertThat(lease.tryAcquire()).isTrue();
    journal = new PgJournal(database, lease);
    ended = JournalExamples.trade(journal);
    journal.endCycle(SLOT.cycleId(), NOON, CycleStatus.DONE, "", Optional.empty(), new TreeMap<>());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void sound_books_have_no_faults() {
    assertThat(books.faults()).isEmpty();
  }

  @Test
  void an_execution_after_the_end_is_a_locked_fact_and_no_defect() {
    JournalExamples.book(journal, "9", ended, ended.booked(Contracts.of("3")));
    assertThat(books.faults()).singleElement().asString().startsWith("I7");
    String id = ended.ticket().clientOrderId().value();
    journal.locks().hold(new LockFinding("BTC", LockCause.LATE_FILL, id, "ended", "trade 9"), NOON);
    assertThat(books.faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "update attempt set cum_qty = 3|I7: order .* ended FILLED with 3 filled and 2 booked",
        "delete from fill where trade_id = '8'|I7: order .* with 2 filled and 1 booked",
        "update cycle set status = 'RUNNING', ended_at = null|I14: cycle .* has not ended",
        "update ledger_entry set amount = amount + 1 where number = 1|I15: booking .* leaves 1.*",
        "delete from ledger_transaction where reference like '%/8'|I15: trade 8 .* without its entries",
        "update fill set last_qty = 5 where trade_id = '8'|I1: .* is 2 in the ledger, its trades add up to 6",
      })
  void a_row_that_came_past_the_rules_is_found(String harm, String fault) {
    assertThat(faultsAfter(harm)).anyMatch(found -> found.matches(fault));
  }

  @Test
  void two_live_orders_of_one_intent_are_found() {
    assertThat(
            faultsAfter(
                "drop index one_live_attempt_per_intent",
                """
                insert into attempt
                select (jsonb_populate_record(a, jsonb_build_object(
                  'client_order_id', 'ek4f7q' || n, 'number', n + 5, 'state', 'NEW', 'venue_order_id', null))).*
                from attempt a, generate_series(1, 2) n
                """))
        .anyMatch(found -> found.matches("I3: intent .* has 2 live orders"));
  }

  /** What is found after a hand has gone past all rules; nothing of it stays. */
  private List<String> faultsAfter(String... harms) {
    List<String> faults = new ArrayList<>();
    assertThatThrownBy(
            () ->
                database.write(
                    "do harm",
                    sql -> {
                      sql.update("set local role none");
                      sql.update("set local session_replication_role = replica");
                      for (String harm : harms) {
                        sql.update(harm);
                      }
                      faults.addAll(PgBooks.faults(sql));
                      throw new IllegalStateException("enough harm");
                    }))
        .hasMessageContaining("enough harm");
    assertThat(books.faults()).isEmpty();
    return faults;
  }
}
