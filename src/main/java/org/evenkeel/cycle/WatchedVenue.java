package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.Income;

/**
 * A venue whose calls tell a {@link ReachWatch} how they went.
 *
 * <p>Where reading works and writing does not, the first thing that is written again is never an order that adds: before
 * one, the last order that was not answered is asked to be canceled, and unless that is answered nothing is sent.
 * Single-threaded.
 */
public final class WatchedVenue implements Venue {

  private static final String NOT_SENT = "NOT_SENT";

  private final Venue venue;
  private final ReachWatch watch;
  private final TreeMap<ClientOrderId, InstrumentId> unanswered = new TreeMap<>();
  private Optional<OrderTicket> lastUnanswered = Optional.empty();

  public WatchedVenue(Venue venue, ReachWatch watch) {
    this.venue = venue;
    this.watch = watch;
  }

  /** The same for the venue's dead-man switch, whose renewal is a writing. */
  static DeadManSwitch watched(DeadManSwitch real, ReachWatch watch) {
    return new DeadManSwitch() {
      @Override
      public String description() {
        return real.description();
      }

      @Override
      public Result<Boolean> arm(Duration countdown) {
        return noted(real.arm(countdown));
      }

      @Override
      public Result<Boolean> disarm() {
        return noted(real.disarm());
      }

      private Result<Boolean> noted(Result<Boolean> answer) {
        switch (answer) {
          case Result.Ok<Boolean> ok -> {
            // Where there is nothing to arm, nothing was asked of the venue.
            if (ok.value()) {
              watch.wrote(true, "");
            }
          }
          case Result.Refused<Boolean> refused ->
              watch.wrote(false, "dead-man switch: " + refused.refusal());
        }
        return answer;
      }
    };
  }

  @Override
  public SendOutcome send(OrderTicket ticket) {
    if (!ticket.reduceOnly() && watch.isReadingOnly() && !isWrittenTo()) {
      return new SendOutcome.Rejected(
          NOT_SENT, "the venue does not answer what is sent, not even a cancel; nothing is added");
    }
    SendOutcome outcome = venue.send(ticket);
    switch (outcome) {
      case SendOutcome.Accepted accepted -> answered();
      case SendOutcome.Rejected rejected -> {
        if (rejected.code().equals(NOT_SENT)) {
          watch.wrote(false, "order not sent: " + rejected.text());
        } else {
          answered();
        }
      }
      case SendOutcome.Unknown unknown -> {
        unanswered.put(ticket.clientOrderId(), ticket.instrument());
        lastUnanswered = Optional.of(ticket);
        watch.wrote(false, "order " + ticket.clientOrderId() + ": " + unknown.detail());
      }
    }
    return outcome;
  }

  /** Whether a cancel is answered: of an order that has long ended it changes nothing. */
  private boolean isWrittenTo() {
    return lastUnanswered
        .map(ticket -> cancel(ticket.clientOrderId(), ticket.instrument()) instanceof Result.Ok)
        .orElse(true);
  }

  private void answered() {
    unanswered.clear();
    watch.wrote(true, "");
  }

  @Override
  public Result<Boolean> cancel(ClientOrderId id, InstrumentId instrument) {
    Result<Boolean> answer = venue.cancel(id, instrument);
    switch (answer) {
      case Result.Ok<Boolean> ok -> answered();
      case Result.Refused<Boolean> refused ->
          watch.wrote(false, "cancel of " + id + ": " + refused.refusal());
    }
    return answer;
  }

  /** An order that is shown was taken, whatever became of the answer. */
  @Override
  public Lookup lookup(ClientOrderId id, InstrumentId instrument) {
    Lookup lookup = venue.lookup(id, instrument);
    switch (lookup) {
      case Lookup.Unreadable unreadable -> watch.read(false, "order: " + unreadable.detail());
      case Lookup.NotVisible none -> watch.read(true, "");
      case Lookup.Found found -> {
        watch.read(true, "");
        if (unanswered.containsKey(id)) {
          answered();
        }
      }
    }
    return lookup;
  }

  private <T> Result<T> read(String what, Result<T> answer) {
    switch (answer) {
      case Result.Ok<T> ok -> watch.read(true, "");
      case Result.Refused<T> refused -> watch.read(false, what + ": " + refused.refusal());
    }
    return answer;
  }

  @Override
  public VenueCapabilities capabilities() {
    return venue.capabilities();
  }

  /** Not a reading of the account: anybody may ask for the time. */
  @Override
  public Result<Instant> venueTime() {
    return venue.venueTime();
  }

  @Override
  public Result<AccountSnapshot> account() {
    return read("account", venue.account());
  }

  @Override
  public Result<List<VenueOrder>> openOrders(InstrumentId instrument) {
    return read("open orders", venue.openOrders(instrument));
  }

  @Override
  public Result<List<Fill>> fills(InstrumentId instrument, Optional<TradeId> from, Instant since) {
    return read("fills", venue.fills(instrument, from, since));
  }

  @Override
  public Result<List<Income>> income(Instant since) {
    return read("income", venue.income(since));
  }

  @Override
  public Result<ExecutionCause> causeOf(VenueOrderId order, InstrumentId instrument) {
    return read("order", venue.causeOf(order, instrument));
  }

  @Override
  public Result<Optional<ClientOrderId>> clientIdOf(VenueOrderId order, InstrumentId instrument) {
    return read("order", venue.clientIdOf(order, instrument));
  }

  @Override
  public Result<List<CashFlow>> cashFlows(Instant since) {
    return read("cash flows", venue.cashFlows(since));
  }
}
