package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.contract.JournalExamples.NOON;
import static org.evenkeel.contract.JournalExamples.SLOT;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.evenkeel.contract.JournalExamples;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Fill;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No column rounds: what is written is what is read, however large or small. */
class NumericExtremesTest {

  private static final String HUGE = "98765432109876543210987654321098765432.1";
  private static final String TINY = "0.000000000000000000000000000001";

  private Database database;
  private PgJournal journal;

  @BeforeEach
  void open() {
    database = Database.attach(TestServer.emptiedDatabase());
    PgLease lease = new PgLease(database, "evenkeel", "tester", Duration.ofSeconds(60));
    assertThat(lease.tryAcquire()).isTrue();
    journal = new PgJournal(database, lease);
    journal.openRun(JournalExamples.manifest("first-run"), JournalExamples.ids("4f7q"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void the_largest_and_the_smallest_amount_stand_side_by_side() {
    journal.book(JournalExamples.opening(HUGE));
    journal.book(JournalExamples.funding("f1", TINY, NOON));
    assertThat(journal.ledger().wallets().get("FUTURES@binance/USDT"))
        .isEqualByComparingTo(new BigDecimal(HUGE).add(new BigDecimal(TINY)));
  }

  @Test
  void a_hundred_random_amounts_add_up_to_the_last_digit() {
    Random random = new Random(73);
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < 100; i++) {
      BigDecimal amount = new BigDecimal(new BigInteger(120, random), random.nextInt(30)).negate();
      amount = random.nextBoolean() ? amount : amount.negate();
      if (amount.signum() != 0) {
        journal.book(JournalExamples.funding("f" + i, amount.toPlainString(), NOON));
        sum = sum.add(amount);
      }
    }
    assertThat(journal.ledger().wallets().get("FUTURES@binance/USDT")).isEqualByComparingTo(sum);
  }

  @Test
  void an_execution_of_extreme_size_comes_back_as_it_was_booked() {
    journal.beginCycle(SLOT, NOON);
    Intent intent = JournalExamples.intent();
    journal.commitIntents(java.util.List.of(intent));
    Attempt attempt = JournalExamples.attempt(intent.id(), 1);
    journal.commitAttempt(attempt, NOON);
    Attempt settling =
        attempt
            .seenAs(VenueOrderId.of("1"))
            .with(new AttemptState.Settling(Contracts.of("2"), VenueOrder.Status.FILLED));
    journal.advance(attempt, settling, NOON, "closed");
    Fill fill = JournalExamples.fill("7", TINY, "1");
    journal.bookFill(
        fill,
        JournalExamples.bookingOf(fill),
        Optional.of(settling),
        Optional.of(settling.booked(Contracts.of(TINY))));
    assertThat(journal.attempt(attempt.ticket().clientOrderId()).orElseThrow().bookedQty())
        .isEqualTo(Contracts.of(TINY));
  }
}
