package org.evenkeel.contract;

import static org.evenkeel.contract.JournalExamples.BTC;
import static org.evenkeel.contract.JournalExamples.NOON;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.Arrival;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.ClientOrderIds;
import org.evenkeel.core.route.ExecutionStyle;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.statement.Forgone;
import org.evenkeel.core.statement.MeasuredOrder;
import org.evenkeel.core.statement.MeasuredOrder.Execution;
import org.evenkeel.cycle.Journal;

/**
 * The purchase of 2 contracts decided at 100.5, worked by three orders: one rests and is partly filled as a maker, one
 * takes twice, one gets nothing; half a contract is given up.
 */
public final class CostExamples {

  /** What was given up of the intent. */
  public static final Forgone GIVEN_UP =
      new Forgone(
          BTC.value(),
          JournalExamples.intent().side(),
          Contracts.of("0.5"),
          JournalExamples.intent().arrivalPrice(),
          Price.of("101.3"),
          new BigDecimal("1.001"),
          NOON.plusSeconds(60),
          "PASSIVE");

  private static final Intent INTENT = JournalExamples.intent();

  private CostExamples() {}

  /** The orders of which something was executed, newest first, as they are to be read back. */
  public static List<MeasuredOrder> measured() {
    return List.of(
        order(
            2,
            NOON.plusSeconds(20),
            arrival("100.8", "101", ExecutionStyle.PASSIVE, "its time is up"),
            List.of(
                execution("0.75", "101", "0.0303", "USDT", false),
                execution("0.25", "101.2", "0.0001", "BTC", false))),
        order(
            1,
            NOON,
            arrival("100.4", "100.6", ExecutionStyle.PASSIVE, "configured"),
            List.of(execution("0.5", "100.4", "-0.005", "USDT", true))));
  }

  /** Commits, fills and gives up; the run, the cycle and the intent are there. */
  public static void trade(Journal journal) {
    List<MeasuredOrder> orders = measured();
    work(journal, orders.get(1), 1, TimeInForce.GTX, NOON.plusSeconds(2));
    work(journal, orders.get(0), 2, TimeInForce.IOC, NOON.plusSeconds(21));
    Attempt last = attempt(3, TimeInForce.IOC);
    journal.commitAttempt(last, NOON.plusSeconds(40), orders.get(0).arrival());
    journal.advance(
        last, last.with(new AttemptState.Rejected("-2019")), NOON.plusSeconds(41), "refused");
    journal.orderLog().forgo(INTENT.id(), GIVEN_UP);
  }

  private static void work(
      Journal journal, MeasuredOrder order, int number, TimeInForce life, Instant at) {
    Attempt pending = attempt(number, life);
    journal.commitAttempt(pending, order.committedAt(), order.arrival());
    Contracts all = order.filled();
    Attempt now =
        pending
            .seenAs(VenueOrderId.of("" + number))
            .with(new AttemptState.Settling(all, VenueOrder.Status.CANCELED));
    journal.advance(pending, now, at, "closed");
    Contracts booked = Contracts.ZERO;
    for (Execution execution : order.executions()) {
      booked = booked.plus(execution.quantity());
      Attempt next = now.booked(booked);
      Attempt after = booked.equals(all) ? next.with(new AttemptState.Canceled(all)) : next;
      Fill fill = fill(execution, number, number + "0" + booked, at);
      journal.bookFill(fill, JournalExamples.bookingOf(fill), Optional.of(now), Optional.of(after));
      now = after;
    }
  }

  private static Fill fill(Execution execution, int order, String trade, Instant at) {
    return new Fill(
        BTC,
        TradeId.of(trade.replace(".", "")),
        VenueOrderId.of("" + order),
        INTENT.side(),
        execution.quantity(),
        execution.price(),
        execution.fee(),
        Money.of("0", "USDT"),
        execution.isMaker(),
        at);
  }

  private static Attempt attempt(int number, TimeInForce life) {
    return Attempt.pending(
        INTENT.id(),
        number,
        new OrderTicket(
            ClientOrderIds.derived("4f7q", INTENT.id(), number, NOON),
            BTC,
            INTENT.side(),
            INTENT.quantity(),
            Price.of("101.3"),
            life,
            false,
            NOON,
            NOON.plusSeconds(5)));
  }

  private static MeasuredOrder order(
      int number, Instant at, Arrival arrival, List<Execution> executions) {
    return new MeasuredOrder(
        ClientOrderIds.derived("4f7q", INTENT.id(), number, NOON).value(),
        BTC.value(),
        INTENT.side(),
        at,
        INTENT.arrivalPrice(),
        arrival,
        new ArrayList<>(executions));
  }

  private static Arrival arrival(String bid, String ask, ExecutionStyle style, String why) {
    return new Arrival(
        Price.of(bid),
        Price.of(ask),
        Money.of("1.001", "USDT"),
        new BigDecimal("1.001"),
        new Arrival.Assumed(Ratio.of("0.0005"), Ratio.of("0.0001"), Ratio.of("0.00017")),
        style,
        why);
  }

  private static Execution execution(
      String quantity, String price, String fee, String currency, boolean isMaker) {
    return new Execution(Contracts.of(quantity), Price.of(price), Money.of(fee, currency), isMaker);
  }
}
