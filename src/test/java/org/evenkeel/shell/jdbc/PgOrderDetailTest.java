package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.contract.JournalExamples.NOON;
import static org.evenkeel.contract.JournalExamples.SLOT;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evenkeel.contract.JournalExamples;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.Arrival;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.ExecutionStyle;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.statement.CostRow;
import org.evenkeel.core.statement.OrderDetail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is stored about one order. */
class PgOrderDetailTest {

  private Database database;
  private PgJournal journal;
  private PgRecords records;

  @BeforeEach
  void open() {
    database = Database.attach(TestServer.emptiedDatabase());
    PgLease lease = new PgLease(database, "evenkeel", "tester", Duration.ofSeconds(60));
    assertThat(lease.tryAcquire()).isTrue();
    journal = new PgJournal(database, lease);
    records = new PgRecords(database, Currency.of("USDT"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** Decided at 100.5, met 100.5 / 100.7, of which one contract is bought at 100.6 for a fee of 0.0402. */
  private Attempt halfFilled() {
    journal.openRun(JournalExamples.manifest("first-run"), JournalExamples.ids("4f7q"));
    journal.beginCycle(SLOT, NOON);
    Intent intent = JournalExamples.intent();
    journal.commitIntents(List.of(intent));
    Attempt pending = JournalExamples.attempt(intent.id(), 1);
    journal.commitAttempt(
        pending,
        NOON,
        new Arrival(
            Price.of("100.5"),
            Price.of("100.7"),
            new Money(BigDecimal.ONE, Currency.of("USDT")),
            BigDecimal.ONE,
            new Arrival.Assumed(Ratio.of("0.001"), Ratio.ZERO, Ratio.ZERO),
            ExecutionStyle.IOC,
            "configured"));
    Attempt settling =
        pending
            .seenAs(VenueOrderId.of("1"))
            .with(new AttemptState.Settling(Contracts.of("2"), VenueOrder.Status.FILLED));
    journal.advance(pending, settling, NOON.plusMillis(7), "closed");
    JournalExamples.book(journal, "7", settling, settling.booked(Contracts.of("1")));
    return settling;
  }

  @Test
  void an_order_is_told_with_its_steps_fills_and_costs() {
    Attempt attempt = halfFilled();
    String id = attempt.ticket().clientOrderId().value();
    OrderDetail order = records.order(id).orElseThrow();

    assertThat(order.row()).isEqualTo(records.orders(false, 1).get(0));
    assertThat(order.sent().venueOrderId()).contains("1");
    assertThat(order.sent().intent()).isEqualTo(attempt.intent().value());
    assertThat(order.sent().requestHash()).isEqualTo(attempt.ticket().requestHash().value());
    assertThat(order.sent().runId()).isEqualTo("first-run");
    assertThat(order.steps().get(0).from()).isEmpty();
    assertThat(order.steps())
        .extracting(OrderDetail.Step::to)
        .startsWith("PENDING_NEW", "SETTLING");
    assertThat(order.steps().get(1).event()).isEqualTo("closed");
    assertThat(order.steps().get(1).at()).isEqualTo(NOON.plusMillis(7));
    assertThat(order.fills())
        .containsExactly(
            new OrderDetail.Execution(
                "7",
                1,
                NOON.plusSeconds(2),
                BigDecimal.ONE,
                new BigDecimal("100.6"),
                new BigDecimal("0.0402"),
                "USDT",
                false));
    assertThat(order.market().orElseThrow().ask()).isEqualByComparingTo("100.7");
    CostRow cost = order.cost().orElseThrow();
    // Bought 1 at 100.6 what was decided at 100.5, and paid the fee.
    assertThat(cost.total()).isEqualByComparingTo("0.1402");
    assertThat(cost.assumed()).isEqualByComparingTo("0.1005");
  }

  @Test
  void an_order_that_met_no_measured_market_has_no_cost_and_an_unknown_one_is_nothing() {
    Attempt ended = JournalExamples.trade(journal);
    Optional<OrderDetail> order = records.order(ended.ticket().clientOrderId().value());
    assertThat(order.orElseThrow().fills()).hasSize(2);
    assertThat(order.orElseThrow().market()).isEmpty();
    assertThat(order.orElseThrow().cost()).isEmpty();
    assertThat(records.order("-")).isEmpty();
  }
}
