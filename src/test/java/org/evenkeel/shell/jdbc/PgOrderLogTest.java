package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.contract.JournalExamples.NOON;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.contract.CostExamples;
import org.evenkeel.contract.JournalContract;
import org.evenkeel.contract.JournalExamples;
import org.evenkeel.contract.OrderLogContract;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.route.Denial;
import org.evenkeel.core.statement.CostFacts;
import org.evenkeel.core.statement.CostRow;
import org.evenkeel.core.statement.Forgone;
import org.evenkeel.core.statement.MeasuredOrder;
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

  /** By price paid less price decided, which knows nothing of delay, spread and impact. */
  @Test
  void the_parts_of_the_costs_that_are_read_add_up_to_what_was_paid() {
    CostExamples.trade(journal());
    PgRecords records = new PgRecords(attached(), Currency.of("USDT"));
    CostFacts all = records.costs(NOON, NOON.plusSeconds(61));
    assertThat(all.orders()).isEqualTo(CostExamples.measured());
    assertThat(all.forgone()).usingRecursiveComparison().isEqualTo(List.of(CostExamples.GIVEN_UP));
    // 0.5 at 100.4, 0.75 at 101 and 0.25 at 101.2 instead of 100.5; a fee in BTC at its price.
    BigDecimal paid =
        new BigDecimal("0.5")
            .multiply(new BigDecimal("-0.1"))
            .add(new BigDecimal("0.75").multiply(new BigDecimal("0.5")))
            .add(new BigDecimal("0.25").multiply(new BigDecimal("0.7")));
    BigDecimal rate = new BigDecimal("1.001");
    BigDecimal fees =
        new BigDecimal("-0.005")
            .add(new BigDecimal("0.0303"))
            .add(new BigDecimal("0.0001").multiply(new BigDecimal("101.2")).multiply(rate));
    assertThat(
            CostRow.sum(
                    CostRow.of(
                        all.orders(),
                        MeasuredOrder::instrument,
                        all.forgone(),
                        Forgone::instrument))
                .total())
        .isEqualByComparingTo(paid.multiply(rate).add(fees));
  }

  @Test
  void a_time_of_costs_has_its_beginning_and_not_its_end() {
    CostExamples.trade(journal());
    PgRecords records = new PgRecords(attached(), Currency.of("USDT"));
    List<MeasuredOrder> both = CostExamples.measured();
    CostFacts first = records.costs(NOON, NOON.plusSeconds(20));
    assertThat(first.orders()).isEqualTo(both.subList(1, 2));
    assertThat(first.forgone()).isEmpty();
    CostFacts second = records.costs(NOON.plusMillis(1), NOON.plusSeconds(60));
    assertThat(second.orders()).isEqualTo(both.subList(0, 1));
    assertThat(second.forgone()).isEmpty();
    assertThat(records.costs(NOON.plusSeconds(60), NOON.plusSeconds(61)).forgone()).hasSize(1);
  }

  @AfterEach
  void closeAll() {
    open.forEach(Database::close);
  }
}
