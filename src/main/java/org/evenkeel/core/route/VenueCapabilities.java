package org.evenkeel.core.route;

import java.time.Duration;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.Wallet;

/**
 * What may be relied on at a venue, as data: one reviewed row per venue.
 *
 * <p>The order protocol must be safe even where client ids are unique for nobody; {@code uniqueness} informs only.
 *
 * @param venue the venue
 * @param isUnified whether one wallet pays for coins and carries futures
 * @param clientIdMax longest client order id
 * @param uniqueness among which orders the venue keeps client ids apart
 * @param requestExpiry whether the venue refuses a request after a signed time
 * @param requestLife how long our signed requests stay acceptable
 * @param backendTimeout the longest the venue itself may go on working on a request that it has taken in
 * @param visibilityLag the longest assumed delay until queries show what happened
 * @param forgetsUnfilledAfter how long orders that ended without fills can be queried
 * @param forgetsFillsAfter how long fills can be queried
 * @param definitiveRejectCodes codes that prove that no order was placed
 * @param notFoundCodes codes that say that a query does not show the order
 * @param insufficientFundsCodes definitive codes after which a smaller order may be taken
 * @param splitsOrders whether the venue may make several orders of one and show each by itself under its client id
 * @param postOnly whether orders that only rest can be sent there and are shown as what they are
 */
public record VenueCapabilities(
    VenueId venue,
    boolean isUnified,
    int clientIdMax,
    Uniqueness uniqueness,
    RequestExpiry requestExpiry,
    Duration requestLife,
    Duration backendTimeout,
    Duration visibilityLag,
    Duration forgetsUnfilledAfter,
    Duration forgetsFillsAfter,
    List<String> definitiveRejectCodes,
    List<String> notFoundCodes,
    List<String> insufficientFundsCodes,
    boolean splitsOrders,
    boolean postOnly) {

  /** Among which orders a venue keeps client ids apart. */
  public enum Uniqueness {
    NONE,
    OPEN,
    FOREVER
  }

  /** How a request's expiry is carried. */
  public enum RequestExpiry {
    NONE,
    HEADER,
    PARAM
  }

  public VenueCapabilities {
    definitiveRejectCodes = List.copyOf(definitiveRejectCodes);
    notFoundCodes = List.copyOf(notFoundCodes);
    insufficientFundsCodes = List.copyOf(insufficientFundsCodes);
  }

  /** The wallet that pays for an instrument of the venue. */
  public Wallet walletOf(InstrumentId instrument) {
    return Wallet.of(Instrument.parse(instrument), isUnified);
  }

  /** The time after a ticket's expiry from which on its absence may be believed. */
  public Duration absenceDelay() {
    return backendTimeout.plus(visibilityLag).plusSeconds(1);
  }
}
