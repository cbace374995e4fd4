package org.evenkeel.shell.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.Purse;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.cycle.OneWallet;
import org.evenkeel.cycle.Venue;
import org.evenkeel.cycle.WalletTransfers;
import org.evenkeel.shell.xchange.binance.trade.BinanceVenue;
import org.evenkeel.shell.xchange.kraken.trade.KrakenVenue;
import org.evenkeel.shell.xchange.krakenfutures.trade.KrakenFuturesVenue;

/** Between which wallets money can go, and what they are called. */
final class TransferWays {

  private static final VenueId KRAKEN = VenueId.of("kraken");
  private static final VenueId KRAKEN_FUTURES = VenueId.of("krakenfutures");

  private TransferWays() {}

  /** The ways between the wallets of connected venues. */
  static List<WalletTransfers> between(List<Venue> venues) {
    Optional<KrakenVenue> spot = first(venues, KrakenVenue.class);
    Optional<KrakenFuturesVenue> futures = first(venues, KrakenFuturesVenue.class);
    List<WalletTransfers> ways = new ArrayList<>();
    first(venues, BinanceVenue.class).ifPresent(venue -> ways.add(venue.transfers()));
    if (spot.isPresent() && futures.isPresent()) {
      ways.add(futures.get().transfers(spot.get()));
    }
    for (Venue venue : venues) {
      VenueId name = venue.capabilities().venue();
      if (venue.capabilities().isUnified()) {
        ways.add(OneWallet.unified(Wallet.unified(name)));
      }
    }
    return List.copyOf(ways);
  }

  private static <T> Optional<T> first(List<Venue> venues, Class<T> type) {
    return venues.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  /**
   * What the wallet of a purse is called at a venue; Kraken keeps its markets apart under two names.
   *
   * @param venues those of the configuration
   */
  static Result<Wallet> wallet(List<VenueCapabilities> venues, VenueId at, Purse purse) {
    boolean isKraken = at.equals(KRAKEN) || at.equals(KRAKEN_FUTURES);
    VenueId name = isKraken ? (purse.carriesMargin() ? KRAKEN_FUTURES : KRAKEN) : at;
    Optional<VenueCapabilities> venue =
        venues.stream().filter(one -> one.venue().equals(name)).findFirst();
    if (venue.isEmpty()) {
      return Result.refused(
          RefusalReason.INVALID_INPUT,
          "the "
              + purse
              + " wallet of "
              + at
              + " is at "
              + name
              + ", which is not configured; configured are "
              + venues.stream().map(one -> one.venue().value()).toList());
    }
    return venue.get().isUnified()
        ? Result.refused(
            RefusalReason.VENUE_REJECTED, OneWallet.unified(Wallet.unified(name)).why())
        : Result.ok(Wallet.of(purse, name));
  }
}
