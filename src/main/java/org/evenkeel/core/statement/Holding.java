package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Wallet;

/** An account as it would be if something else were held of one instrument. */
final class Holding {

  private Holding() {}

  static AccountSnapshot set(AccountSnapshot account, InstrumentId id, Contracts held) {
    List<VenuePosition> positions = new ArrayList<>(account.positions());
    List<Balance> balances = new ArrayList<>(account.balances());
    switch (Instrument.parse(id)) {
      case Instrument.Spot spot -> {
        Wallet wallet =
            balances.stream()
                .map(Balance::wallet)
                .filter(w -> w.venue().equals(spot.venue()) && w.purse().paysForCoins())
                .findFirst()
                .orElse(Wallet.spot(spot.venue()));
        balances.removeIf(b -> b.wallet().equals(wallet) && b.currency().equals(spot.base()));
        balances.add(new Balance(wallet, spot.base(), held.value(), held.value()));
      }
      case Instrument.Future future -> {
        positions.removeIf(position -> position.instrument().equals(id));
        positions.add(new VenuePosition(id, held, BigDecimal.ZERO, BigDecimal.ZERO));
      }
    }
    return new AccountSnapshot(
        account.venue(), account.venueTime(), account.receivedAt(), balances, positions);
  }
}
