package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.settle.Bookkeeping;
import org.evenkeel.core.settle.Fill;

/**
 * The booking of one execution that an operator names: the venue is asked for it, and what the venue says is booked.
 *
 * <p>Nothing is booked on a person's word. An execution that the venue does not show, or that is booked, is refused.
 *
 * <p>Single-threaded.
 */
public final class NamedFills {

  private final Venues venues;
  private final Journal journal;
  private final SpecBook specs;
  private final FillIntake intake;
  private final MarketData market;

  NamedFills(Venues venues, MarketData market, Journal journal, SpecBook specs, FillIntake intake) {
    this.venues = venues;
    this.market = market;
    this.journal = journal;
    this.specs = specs;
    this.intake = intake;
  }

  /** An errand's subject. */
  public static String subject(InstrumentId instrument, TradeId trade) {
    return instrument + " " + trade;
  }

  /** Looks for an execution at its venue and books it; what was done in words, or why nothing was. */
  Result<String> book(String subject) {
    String[] words = subject.split(" ", 2);
    InstrumentId instrument = InstrumentId.of(words[0]);
    TradeId trade = TradeId.of(words[1]);
    VenueId venue = Instrument.parse(instrument).venue();
    Optional<Fill> booked = journal.accounting().fill(instrument, trade);
    if (booked.isPresent() || journal.isBooked(instrument, trade)) {
      return no(
          "trade "
              + trade
              + " of "
              + instrument
              + " is booked already"
              + booked
                  .map(fill -> ", as FILL " + Bookkeeping.referenceOf(fill) + ": " + fill)
                  .orElse(" and was taken back"));
    }
    Optional<Instant> opening = journal.openingTime(venue);
    if (venues.all().stream().noneMatch(each -> each.capabilities().venue().equals(venue))
        || opening.isEmpty()) {
      return no("there are no books of " + venue);
    }
    return specs
        .ensure(market, List.of(instrument))
        .then(known -> venues.at(venue).fills(instrument, Optional.of(trade), opening.get()))
        .then(fills -> found(fills, instrument, trade, opening.get()));
  }

  private Result<String> found(
      List<Fill> fills, InstrumentId instrument, TradeId trade, Instant opening) {
    Optional<Fill> fill = fills.stream().filter(each -> each.tradeId().equals(trade)).findFirst();
    if (fill.isEmpty()) {
      return no(
          "the venue shows no trade "
              + trade
              + " of "
              + instrument
              + "; a difference in the position without one is closed by 'book balance-trade'");
    }
    if (fill.get().venueTime().isBefore(opening)) {
      return no(
          "trade "
              + trade
              + " of "
              + fill.get().venueTime()
              + " came before the books were opened at "
              + opening
              + "; it is in the opening balances");
    }
    return intake
        .bookNamed(fill.get(), opening)
        .then(
            isOwned ->
                isOwned
                    ? Result.ok(
                        "booked as FILL " + Bookkeeping.referenceOf(fill.get()) + ": " + fill.get())
                    : Result.refused(
                        RefusalReason.VENUE_UNAVAILABLE,
                        "trade "
                            + trade
                            + " may be of an order whose fate is open; it is booked when that is known"));
  }

  private static Result<String> no(String why) {
    return Result.refused(Refusal.of(RefusalReason.APPROVAL, why));
  }
}
