package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.contract.JournalContract;
import org.evenkeel.contract.JournalExamples;
import org.evenkeel.contract.OrderLogContract;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.route.Denial;
import org.evenkeel.core.statement.OrderRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The order log in PostgreSQL keeps the contract, and operators see what is in it. */
class PgOrderLogTest extends OrderLogContract {

  private final List<Database> open = new ArrayList<>();
  private DatabaseSettings settings;

  @Override
  protected JournalContract.Member newMemory() {
    settings = TestServer.emptiedDatabase();
    Database database = attached();
    PgLease lease = lease(database, "leader");
    return new JournalContract.Member(
        new PgJournal(database, lease), new PgControls(database), lease);
  }

  private Database attached() {
    Database database = Database.attach(settings);
    open.add(database);
    return database;
  }

  private static PgLease lease(Database database, String holder) {
    return new PgLease(database, "evenkeel", holder, Duration.ofSeconds(60));
  }

  @Override
  protected void loseLease() {
    open.get(0)
        .write(
            "expire the lease",
            sql ->
                sql.update(
                    "update lease set expires_at = clock_timestamp() - interval '1 second'"));
    assertThat(lease(attached(), "rival").tryAcquire()).isTrue();
  }

  @Test
  void an_operator_sees_a_denial_among_the_orders_of_its_decision() {
    journal()
        .orderLog()
        .deny(
            new Denial(intent, Refusal.of(RefusalReason.LIMIT, "too large"), JournalExamples.NOON));
    PgRecords records = new PgRecords(attached(), Currency.of("USDT"));

    assertThat(records.cycle(intent.cycle().value()).orElseThrow().orders())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.state()).isEqualTo("DENIED");
              assertThat(row.detail()).isEqualTo("LIMIT: too large");
              assertThat(row.instrument()).isEqualTo(intent.instrument().value());
              assertThat(row.orderQty()).isEqualByComparingTo(intent.quantity().value());
            });
    assertThat(records.orders(false, 10)).extracting(OrderRow::state).containsExactly("DENIED");
    assertThat(records.orders(true, 10)).isEmpty();
  }

  @AfterEach
  void closeAll() {
    open.forEach(Database::close);
  }
}
