package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.settle.Bookkeeping;
import org.evenkeel.core.settle.LedgerTransaction;
import org.evenkeel.core.statement.RequestRow;

/**
 * The balance trade: two persons bring the ledger's position to the venue's where no execution can be found.
 *
 * <p>It is a booking without proof and without money: wallets, profit and loss stay as they are, and nothing is sent. It
 * stands for everything that the venue has executed of the instrument until a moment and that is not booked; such an
 * execution that turns up afterwards is booked with its money, and its quantity is taken out again in the same transaction,
 * so nothing counts twice.
 *
 * <p>The moment is one that the venue itself told between two equal readings of the position.
 *
 * <p>Single-threaded.
 */
public final class BalanceTrades implements RequestHandler {

  private static final String KIND = "book-balance-trade";
  private static final Duration LOOK_BACK = Duration.ofDays(1);
  private static final Duration BETWEEN_READINGS = Duration.ofMillis(500);

  private final Venues venues;
  private final MarketData market;
  private final Journal journal;
  private final SpecBook specs;
  private final FillIntake intake;
  private final Clock clock;

  BalanceTrades(
      Venues venues,
      MarketData market,
      Journal journal,
      SpecBook specs,
      FillIntake intake,
      Clock clock) {
    this.venues = venues;
    this.market = market;
    this.journal = journal;
    this.specs = specs;
    this.intake = intake;
    this.clock = clock;
  }

  /**
   * The request to bring the ledger to the venue.
   *
   * @param instrument a future
   * @param ledger contracts by the ledger, as text
   * @param venue contracts by the venue, as text
   */
  public static Request of(String instrument, String ledger, String venue) {
    return new Request(
        KIND,
        "balance trade of " + instrument + " from " + ledger + " to " + venue,
        instrument + "\n" + ledger + "\n" + venue);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Result<Work> prepare(RequestRow request) {
    List<String> lines = request.request().payload().lines().toList();
    InstrumentId instrument = InstrumentId.of(lines.get(0));
    if (Instrument.parse(instrument) instanceof Instrument.Spot) {
      return no(
          instrument + " is held as coins; a difference of coins is booked by 'flows adjust'");
    }
    Optional<Instant> opening = journal.openingTime(Instrument.parse(instrument).venue());
    if (opening.isEmpty()) {
      return no("there are no books of " + Instrument.parse(instrument).venue());
    }
    Optional<String> open = openOrder(instrument);
    if (open.isPresent()) {
      return no(open.get() + " is open; what it executes is booked by itself");
    }
    return specs
        .ensure(market, List.of(instrument))
        .then(known -> intake.searchAgain(instrument, opening.get(), LOOK_BACK))
        .then(read -> position(instrument))
        .then(seen -> judged(instrument, seen, lines))
        .map(seen -> work(instrument, seen, request));
  }

  private Optional<String> openOrder(InstrumentId instrument) {
    return journal.openAttempts().stream()
        .filter(order -> order.ticket().instrument().equals(instrument))
        .map(order -> "order " + order.ticket().clientOrderId())
        .findFirst()
        .or(
            () ->
                journal.adoptions().open().stream()
                    .filter(order -> order.instrument().equals(instrument))
                    .map(order -> "adopted order " + order.clientOrderId())
                    .findFirst());
  }

  /** A position at a moment that the venue told. */
  private record Seen(BigDecimal contracts, Instant at) {}

  private Result<Seen> position(InstrumentId instrument) {
    Venue venue = venues.of(instrument);
    return venue
        .account()
        .then(
            first -> {
              clock.sleep(BETWEEN_READINGS);
              return venue
                  .venueTime()
                  .then(
                      now ->
                          venue
                              .account()
                              .then(second -> unchanged(instrument, first, second, now)));
            });
  }

  private static Result<Seen> unchanged(
      InstrumentId instrument, AccountSnapshot first, AccountSnapshot second, Instant now) {
    BigDecimal before = first.position(instrument).value();
    BigDecimal after = second.position(instrument).value();
    return before.compareTo(after) == 0
        ? Result.ok(new Seen(after, now))
        : Result.refused(
            RefusalReason.VENUE_UNAVAILABLE,
            "two readings of the position differ: "
                + Decimals.text(before)
                + " and "
                + Decimals.text(after));
  }

  private Result<Seen> judged(InstrumentId instrument, Seen seen, List<String> agreed) {
    BigDecimal ledger = journal.ledger().position(instrument).value();
    boolean isAgreed =
        ledger.compareTo(new BigDecimal(agreed.get(1))) == 0
            && seen.contracts().compareTo(new BigDecimal(agreed.get(2))) == 0;
    if (ledger.compareTo(seen.contracts()) == 0) {
      return no(
          "ledger and venue agree about "
              + instrument
              + ": "
              + Decimals.text(ledger)
              + "; there is nothing to book");
    }
    return isAgreed
        ? Result.ok(seen)
        : no(
            "agreed was from "
                + agreed.get(1)
                + " to "
                + agreed.get(2)
                + "; the ledger now has "
                + Decimals.text(ledger)
                + " and the venue "
                + Decimals.text(seen.contracts()));
  }

  private Work work(InstrumentId instrument, Seen seen, RequestRow request) {
    Contracts missing =
        Contracts.of(seen.contracts().subtract(journal.ledger().position(instrument).value()));
    LedgerTransaction booking =
        Bookkeeping.balanceTrade(
            instrument, missing, request.number(), seen.at(), request.persons(), request.reason());
    return () -> {
      journal.book(booking);
      return "booked "
          + missing
          + " contracts of "
          + instrument
          + " as "
          + booking.name()
          + ", which stands for all that was executed until "
          + seen.at()
          + " and is not booked";
    };
  }

  private static <T> Result<T> no(String why) {
    return Result.refused(RefusalReason.APPROVAL, why);
  }
}
