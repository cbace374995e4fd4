package org.evenkeel.shell.xchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.binance.FuturesListing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Balances and positions from the account answers of both markets.
 *
 * <p>A position that cannot be named, or that is one side of a hedge, makes the whole answer unreadable: leaving it out
 * would understate what is held.
 */
final class AccountReader {

  private static final Logger LOG = LoggerFactory.getLogger(AccountReader.class);
  private static final String CURRENCY = "[A-Z0-9]{2,12}";

  private AccountReader() {}

  static List<Balance> futuresBalances(JsonNode account, Wallet wallet) {
    List<Balance> balances = new ArrayList<>();
    for (JsonNode row : JsonFields.array(account, "assets")) {
      add(
          balances,
          wallet,
          JsonFields.text(row, "asset"),
          JsonFields.decimal(row, "walletBalance"),
          JsonFields.decimal(row, "availableBalance"),
          told(row, "marginBalance"));
    }
    if (balances.isEmpty() && JsonFields.decimal(account, "totalWalletBalance").signum() != 0) {
      throw new UnreadableReply("the futures wallet has a total but no assets");
    }
    return balances;
  }

  /** A figure that nothing is decided by: without it the rest of the account is still good. */
  private static Optional<BigDecimal> told(JsonNode row, String name) {
    return row.has(name) ? Optional.of(JsonFields.decimal(row, name)) : Optional.empty();
  }

  static List<Balance> spotBalances(JsonNode account, Wallet wallet) {
    List<Balance> balances = new ArrayList<>();
    for (JsonNode row : JsonFields.array(account, "balances")) {
      BigDecimal free = JsonFields.decimal(row, "free");
      BigDecimal locked = JsonFields.decimal(row, "locked");
      BigDecimal total = free.add(locked);
      add(balances, wallet, JsonFields.text(row, "asset"), total, free, Optional.of(total));
    }
    return balances;
  }

  private static void add(
      List<Balance> balances,
      Wallet wallet,
      String asset,
      BigDecimal total,
      BigDecimal available,
      Optional<BigDecimal> equity) {
    if (total.signum() == 0) {
      return;
    }
    if (!asset.matches(CURRENCY)) {
      LOG.warn("event=balance_left_out wallet={} reason=name_of_the_asset", wallet);
      return;
    }
    balances.add(new Balance(wallet, Currency.of(asset), total, available, equity));
  }

  static List<VenuePosition> positions(JsonNode account, FuturesListing.Listing listing) {
    List<VenuePosition> positions = new ArrayList<>();
    for (JsonNode row : JsonFields.array(account, "positions")) {
      BigDecimal quantity = JsonFields.decimal(row, "positionAmt");
      if (quantity.signum() != 0) {
        positions.add(position(row, quantity, listing));
      }
    }
    return positions;
  }

  private static VenuePosition position(
      JsonNode row, BigDecimal quantity, FuturesListing.Listing listing) {
    String symbol = JsonFields.text(row, "symbol");
    Optional<InstrumentId> name = listing.nameOf(symbol);
    if (name.isEmpty()) {
      throw new UnreadableReply("a position is held in " + symbol + ", which is not listed");
    }
    if (!"BOTH".equals(JsonFields.text(row, "positionSide"))) {
      throw new UnreadableReply("the position in " + name.get() + " is one side of a hedge");
    }
    return new VenuePosition(
        name.get(),
        Contracts.of(quantity),
        JsonFields.decimal(row, "entryPrice").movePointLeft(listing.shiftOf(symbol)),
        JsonFields.decimal(row, "unrealizedProfit"));
  }
}
