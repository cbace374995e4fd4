package org.evenkeel.core.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;

/**
 * A venue account at one moment: balances and positions.
 *
 * <p>An empty list is a claim of the venue that there is nothing; a failed reading is not a snapshot.
 *
 * @param venue the venue
 * @param venueTime the venue's clock at the reading
 * @param receivedAt our clock when the last part arrived
 * @param balances what lies in the wallets
 * @param positions futures positions that are not flat
 */
public record AccountSnapshot(
    VenueId venue,
    Instant venueTime,
    Instant receivedAt,
    List<Balance> balances,
    List<VenuePosition> positions) {

  public AccountSnapshot {
    balances = List.copyOf(balances);
    positions = List.copyOf(positions);
  }

  /** The same account where its moment is known better. */
  public AccountSnapshot at(Instant moment) {
    return new AccountSnapshot(venue, moment, receivedAt, balances, positions);
  }

  /** The venue's position in an instrument; zero if it lists none. */
  public Contracts position(InstrumentId instrument) {
    return positions.stream()
        .filter(p -> p.instrument().equals(instrument))
        .map(VenuePosition::quantity)
        .findFirst()
        .orElse(Contracts.ZERO);
  }

  /** The total of a currency in a wallet; zero if the venue lists none. */
  public BigDecimal total(Wallet wallet, Currency currency) {
    return balances.stream()
        .filter(b -> b.wallet() == wallet && b.currency().equals(currency))
        .map(Balance::total)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  /** What may be closed of an instrument now: the whole position of a contract, what is free of a coin. */
  public Contracts closable(InstrumentId instrument) {
    return switch (Instrument.parse(instrument)) {
      case Instrument.LinearPerpetual perpetual -> position(instrument);
      case Instrument.Spot spot ->
          balances.stream()
              .filter(b -> b.wallet() == Wallet.SPOT && b.currency().equals(spot.base()))
              .map(b -> new Contracts(b.available()))
              .findFirst()
              .orElse(Contracts.ZERO);
    };
  }
}
