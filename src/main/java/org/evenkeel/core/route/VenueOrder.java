package org.evenkeel.core.route;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.InstrumentSpec;

/**
 * An order as the venue reports it.
 *
 * @param clientOrderId the client id that the venue repeats
 * @param venueOrderId the venue's own id
 * @param instrument what it trades
 * @param side the direction
 * @param orderQty contracts ordered
 * @param cumQty contracts filled so far
 * @param avgPx average price of the fills, zero if there are none or the venue tells none
 * @param status what the venue says has become of it
 * @param timeInForce the venue's word for its life, such as 'IOC'; {@link #UNSAID} where it tells none
 * @param reduceOnly whether the venue holds it as reduce-only
 * @param venueTime when the venue last changed it
 * @param limitPrice the worst price that the venue holds it to, where it says so
 * @param cumQuote the value of what was filled as the venue counts it, in quote currency, where it says so
 */
public record VenueOrder(
    ClientOrderId clientOrderId,
    VenueOrderId venueOrderId,
    InstrumentId instrument,
    Side side,
    Contracts orderQty,
    Contracts cumQty,
    BigDecimal avgPx,
    Status status,
    String timeInForce,
    boolean reduceOnly,
    Instant venueTime,
    Optional<Price> limitPrice,
    Optional<BigDecimal> cumQuote) {

  /** The life of an order about which the venue does not say how long it may live. */
  public static final String UNSAID = "";

  /** Ours and the venue's value of the same contracts may differ by rounding of the average price, not by more. */
  private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

  /** An order of a venue that repeats neither price nor value. */
  public VenueOrder(
      ClientOrderId clientOrderId,
      VenueOrderId venueOrderId,
      InstrumentId instrument,
      Side side,
      Contracts orderQty,
      Contracts cumQty,
      BigDecimal avgPx,
      Status status,
      String timeInForce,
      boolean reduceOnly,
      Instant venueTime) {
    this(
        clientOrderId,
        venueOrderId,
        instrument,
        side,
        orderQty,
        cumQty,
        avgPx,
        status,
        timeInForce,
        reduceOnly,
        venueTime,
        Optional.empty(),
        Optional.empty());
  }

  /** The venue's verdict on an order (FIX OrdStatus). */
  public enum Status {
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    EXPIRED,
    REJECTED;

    public boolean isClosed() {
      return switch (this) {
        case NEW, PARTIALLY_FILLED -> false;
        case FILLED, CANCELED, EXPIRED, REJECTED -> true;
      };
    }
  }

  public VenueOrder {
    avgPx = Decimals.normal(avgPx);
  }

  /** True if the venue holds the very order of the ticket: a flag that was dropped on the way is a different order. */
  public boolean echoes(OrderTicket ticket) {
    return differences(ticket).isEmpty();
  }

  /** What the venue holds otherwise than the ticket says, in words; empty if nothing. */
  public List<String> differences(OrderTicket ticket) {
    List<String> differences = new ArrayList<>();
    note(differences, "client order id", ticket.clientOrderId(), clientOrderId);
    note(differences, "instrument", ticket.instrument(), instrument);
    note(differences, "side", ticket.side(), side);
    note(differences, "quantity", ticket.orderQty(), orderQty);
    note(differences, "time in force", ticket.timeInForce().name(), life(ticket));
    note(differences, "reduce-only", ticket.reduceOnly(), reduceOnly);
    limitPrice.ifPresent(price -> note(differences, "price", ticket.limitPrice(), price));
    return differences;
  }

  /** The life that it shows: one that is not told is taken for what was sent, unless what should be over works still. */
  private String life(OrderTicket ticket) {
    if (!timeInForce.equals(UNSAID)) {
      return timeInForce;
    }
    boolean goesOn = !status.isClosed() && !ticket.timeInForce().rests();
    return goesOn ? "longer" : ticket.timeInForce().name();
  }

  /**
   * Whether this may be one of several orders that the venue has made of the ticket: smaller, and the same otherwise.
   *
   * <p>What it says was filled is then the least that was filled in all, and its end is not the end of the others.
   */
  public boolean isPartOf(OrderTicket ticket) {
    boolean isSmaller = orderQty.compareTo(ticket.orderQty()) < 0;
    return isSmaller && differences(ticket).size() == 1;
  }

  private static void note(List<String> differences, String what, Object ours, Object theirs) {
    if (!ours.equals(theirs)) {
      differences.add(what + " " + theirs + " instead of " + ours);
    }
  }

  /** The same with the value of what was filled as the venue counts it, in quote currency. */
  public VenueOrder worth(BigDecimal value) {
    return new VenueOrder(
        clientOrderId,
        venueOrderId,
        instrument,
        side,
        orderQty,
        cumQty,
        avgPx,
        status,
        timeInForce,
        reduceOnly,
        venueTime,
        limitPrice,
        Optional.of(value));
  }

  /**
   * How the venue's value of what was filled contradicts ours; empty if it does not, or if nothing was filled.
   *
   * <p>A contract that is worth a thousand times what the specification says shows itself here at its first execution.
   */
  public Optional<String> contradiction(InstrumentSpec spec) {
    if (cumQuote.isEmpty() || cumQty.isZero() || avgPx.signum() <= 0) {
      return Optional.empty();
    }
    BigDecimal ours = spec.notional(cumQty, new Price(avgPx)).amount();
    BigDecimal theirs = cumQuote.orElseThrow();
    boolean agrees = ours.subtract(theirs).abs().compareTo(theirs.abs().multiply(TOLERANCE)) <= 0;
    return agrees
        ? Optional.empty()
        : Optional.of(
            "contract size: "
                + cumQty
                + " contracts at "
                + Decimals.text(avgPx)
                + " are worth "
                + Decimals.text(Decimals.normal(ours))
                + " by the specification and "
                + Decimals.text(Decimals.normal(theirs))
                + " by the venue");
  }
}
