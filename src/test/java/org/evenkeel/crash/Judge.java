package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.route.ClientOrderIds;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.OrderRow;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.Records;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.Overfills;
import org.evenkeel.shell.jdbc.PgJournal;
import org.evenkeel.shell.jdbc.PgLease;
import org.evenkeel.shell.jdbc.PgRecords;
import org.evenkeel.shell.simvenue.exchange.EventCodec;
import org.evenkeel.shell.simvenue.exchange.IncomeRecord;
import org.evenkeel.shell.simvenue.exchange.IncomeType;
import org.evenkeel.shell.simvenue.exchange.OrderArrivals;
import org.evenkeel.shell.simvenue.exchange.SimEvent;
import org.evenkeel.shell.simvenue.exchange.SpotBalance;

/**
 * The judgment over a bot that was disturbed: its database against the venue's own log.
 *
 * <p>Every comparison is exact: the venue computes with the same decimals that it tells.
 */
final class Judge {

  private static final int ALL = 1_000_000;
  private static final List<String> ENDS =
      List.of("FILLED", "CANCELED", "EXPIRED", "REJECTED", "ABSENT");

  private final VenueRig venue;
  private final Journal journal;
  private final Records records;

  private Judge(VenueRig venue, Database database) {
    this.venue = venue;
    this.journal =
        new PgJournal(database, new PgLease(database, "judge", "judge", Duration.ofSeconds(1)));
    this.records = new PgRecords(database, Currency.of("USDT"));
  }

  /**
   * What was judged and found right.
   *
   * @param orders how many orders reached the venue
   * @param cycles the decisions with their ends, newest first
   */
  record Verdict(int orders, List<CycleRow> cycles) {

    @Override
    public String toString() {
      return orders
          + " orders, each once; decisions "
          + cycles.stream().map(row -> (row.status() + " " + row.reason()).strip()).toList();
    }
  }

  /** Checks everything; throws with the first thing that is wrong. */
  static Verdict over(VenueRig venue, Database database) {
    Judge judge = new Judge(venue, database);
    judge.everyOrderArrivedOnce();
    judge.everyOrderWasCommittedFirst();
    judge.everyFillIsBookedToItsOrder();
    assertThat(Overfills.in(database)).as("intents filled twice").isEmpty();
    judge.ledgerEqualsVenue();
    judge.nothingIsOpen();
    judge.everySlotHasOneEnd();
    return new Verdict(judge.arrivals().size(), judge.cycles());
  }

  /**
   * Checks what must hold as soon as a bot is ready again, also while it goes on: each of these orders is known, at its
   * end, and booked with what the venue executed.
   */
  static void followedUp(VenueRig venue, Database database, Iterable<String> clientIds) {
    Judge judge = new Judge(venue, database);
    judge.everyOrderArrivedOnce();
    Map<String, OrderRow> rows = judge.rows();
    Map<String, BigDecimal> filled = judge.filled();
    for (String id : clientIds) {
      assertThat(rows).as("an order at the venue without an attempt").containsKey(id);
      OrderRow row = rows.get(id);
      assertThat(ENDS).as("the state of %s", row).contains(row.state());
      assertThat(row.cumQty())
          .as("filled of %s", row)
          .isEqualByComparingTo(filled.getOrDefault(id, BigDecimal.ZERO));
    }
  }

  /** The client ids of all orders that a database knows. */
  static List<String> committed(Database database) {
    return new PgRecords(database, Currency.of("USDT"))
        .orders(false, ALL).stream().map(OrderRow::clientOrderId).toList();
  }

  private List<CycleRow> cycles() {
    return records.cycles(ALL);
  }

  private SortedMap<String, Integer> arrivals() {
    return arrivals(venue);
  }

  /** How often each client id came in over a connection, also where the venue refused or failed on purpose. */
  static SortedMap<String, Integer> arrivals(VenueRig venue) {
    return OrderArrivals.byClientId(venue.log());
  }

  private void everyOrderArrivedOnce() {
    assertThat(arrivals().values())
        .as("arrivals by client id: %s", arrivals())
        .allMatch(times -> times == 1);
    assertThat(arrivals().keySet()).allMatch(id -> id.startsWith(ClientOrderIds.PREFIX));
  }

  private void everyOrderWasCommittedFirst() {
    Map<String, OrderRow> rows = rows();
    for (String line : venue.log()) {
      if (EventCodec.event(line) instanceof SimEvent.OrderReceived received) {
        String id = received.order().clientOrderId();
        assertThat(rows).as("an order at the venue without an attempt").containsKey(id);
        OrderRow row = rows.get(id);
        assertThat(row.committedAt())
            .as("%s was committed before it arrived", id)
            .isBeforeOrEqualTo(Instant.ofEpochMilli(received.atMs()).plusMillis(500));
        assertThat(row.orderQty()).isEqualByComparingTo(received.order().qty());
        assertThat(row.limitPrice()).isEqualByComparingTo(received.order().price());
      }
    }
  }

  private void everyFillIsBookedToItsOrder() {
    Map<String, BigDecimal> filled = filled();
    rows()
        .forEach(
            (id, row) ->
                assertThat(row.cumQty())
                    .as("filled of %s", row)
                    .isEqualByComparingTo(filled.getOrDefault(id, BigDecimal.ZERO)));
  }

  private SortedMap<String, BigDecimal> filled() {
    TreeMap<String, BigDecimal> filled = new TreeMap<>();
    venue
        .exchange()
        .series()
        .forEach(
            info ->
                venue
                    .exchange()
                    .orders(info.id())
                    .forEach(
                        order ->
                            filled.merge(
                                order.request().clientOrderId(), order.cumQty(), BigDecimal::add)));
    return filled;
  }

  private SortedMap<String, OrderRow> rows() {
    TreeMap<String, OrderRow> rows = new TreeMap<>();
    records.orders(false, ALL).forEach(row -> rows.put(row.clientOrderId(), row));
    return rows;
  }

  private void ledgerEqualsVenue() {
    TreeMap<String, BigDecimal> positions = new TreeMap<>();
    venue
        .exchange()
        .futures(venue.nowMs())
        .positions()
        .forEach(p -> positions.put(instrument(p.symbol()), p.position().qty()));
    equal("position", journal.ledger().positions(), positions);
    TreeMap<String, BigDecimal> wallets = new TreeMap<>();
    for (SpotBalance balance : venue.exchange().spotBalances()) {
      wallets.put(
          LedgerBalances.key(Wallets.SPOT, balance.asset()), balance.free().add(balance.locked()));
    }
    futuresSince()
        .forEach((asset, total) -> wallets.put(LedgerBalances.key(Wallets.FUTURES, asset), total));
    equal("wallets", journal.ledger().wallets(), wallets);
  }

  /** The futures wallet without the funding that came after the bot last looked. */
  private SortedMap<String, BigDecimal> futuresSince() {
    Instant read =
        journal
            .lastIncomeTime(Wallets.BINANCE)
            .or(() -> journal.openingTime(Wallets.BINANCE))
            .orElse(Instant.EPOCH);
    TreeMap<String, BigDecimal> wallet = new TreeMap<>();
    for (IncomeRecord income : venue.exchange().income()) {
      boolean isLater =
          income.type() == IncomeType.FUNDING_FEE && income.timeMs() > read.toEpochMilli();
      if (!isLater) {
        wallet.merge(income.asset(), income.amount(), BigDecimal::add);
      }
    }
    return wallet;
  }

  private static String instrument(String symbol) {
    return symbol.replaceAll("USDT$", "") + "-USDT-PERP@binance";
  }

  private static void equal(
      String what, SortedMap<String, BigDecimal> ours, SortedMap<String, BigDecimal> theirs) {
    TreeMap<String, BigDecimal> differences = new TreeMap<>();
    ours.forEach((key, value) -> differences.merge(key, value, BigDecimal::add));
    theirs.forEach((key, value) -> differences.merge(key, value.negate(), BigDecimal::add));
    differences.values().removeIf(difference -> difference.signum() == 0);
    assertThat(differences).as("%s: ledger minus venue", what).isEmpty();
  }

  private void nothingIsOpen() {
    assertThat(journal.openAttempts()).as("open attempts").isEmpty();
    assertThat(journal.locks().open()).as("locks").isEmpty();
    assertThat(records.status().quarantined()).isZero();
  }

  /** A decision that was interrupted is taken up again under the name of its slot and a mark. */
  private static boolean isResumed(CycleRow row) {
    return row.cycleId().endsWith("#2");
  }

  private void everySlotHasOneEnd() {
    assertThat(journal.unfinishedCycles()).as("unfinished cycles").isEmpty();
    List<Instant> slots =
        cycles().stream()
            .filter(row -> !isResumed(row) && !row.cycleId().endsWith("#3"))
            .map(CycleRow::dueAt)
            .sorted()
            .toList();
    assertThat(cycles().stream().filter(Judge::isResumed).map(CycleRow::dueAt))
        .as("slots taken up again, each once")
        .doesNotHaveDuplicates()
        .isSubsetOf(slots);
    assertThat(slots).doesNotHaveDuplicates();
    for (int i = 1; i < slots.size(); i++) {
      assertThat(Duration.between(slots.get(i - 1), slots.get(i)))
          .as("a slot has no row between %s and %s", slots.get(i - 1), slots.get(i))
          .isEqualTo(Duration.ofHours(6));
    }
    assertThat(cycles()).allMatch(row -> row.status().isEnded() && row.endedAt().isPresent());
  }
}
