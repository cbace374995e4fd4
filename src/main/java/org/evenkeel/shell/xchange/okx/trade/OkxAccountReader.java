package org.evenkeel.shell.xchange.okx.trade;

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
import org.evenkeel.shell.xchange.okx.OkxFields;
import org.evenkeel.shell.xchange.okx.OkxSymbol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Balances and positions of the trading account.
 *
 * <p>The total is the cash balance, which trades, fees, funding and transfers change and open positions do not; what is
 * available is the venue's available equity where the account level has one.
 * A position that cannot be named, that is one side of a hedge or that has margin of its own makes the whole answer
 * unreadable: leaving it out would understate what is held.
 */
final class OkxAccountReader {

  private static final Logger LOG = LoggerFactory.getLogger(OkxAccountReader.class);
  private static final String CURRENCY = "[A-Z0-9]{2,12}";

  private OkxAccountReader() {}

  static List<Balance> balances(JsonNode json, Wallet wallet) {
    List<Balance> balances = new ArrayList<>();
    for (JsonNode row : JsonFields.array(OkxFields.row(json), "details")) {
      String currency = JsonFields.text(row, "ccy");
      BigDecimal total = OkxFields.decimal(row, "cashBal");
      if (total.signum() == 0) {
        continue;
      }
      if (!currency.matches(CURRENCY)) {
        LOG.warn("event=balance_left_out wallet={} reason=name_of_the_asset", wallet);
        continue;
      }
      balances.add(new Balance(wallet, Currency.of(currency), total, available(row), equity(row)));
    }
    return List.copyOf(balances);
  }

  /** A figure that nothing is decided by: without it the rest of the account is still good. */
  private static Optional<BigDecimal> equity(JsonNode row) {
    return row.has("eq") && !OkxFields.isBlank(row, "eq")
        ? Optional.of(OkxFields.decimal(row, "eq"))
        : Optional.empty();
  }

  private static BigDecimal available(JsonNode row) {
    boolean hasEquity = row.has("availEq") && !OkxFields.isBlank(row, "availEq");
    return OkxFields.decimal(row, hasEquity ? "availEq" : "availBal");
  }

  static List<VenuePosition> positions(JsonNode json) {
    List<VenuePosition> positions = new ArrayList<>();
    for (JsonNode row : OkxFields.rows(json)) {
      BigDecimal quantity = OkxFields.decimalOrZero(row, "pos");
      if (quantity.signum() != 0) {
        positions.add(position(row, quantity));
      }
    }
    return List.copyOf(positions);
  }

  private static VenuePosition position(JsonNode row, BigDecimal quantity) {
    String instId = JsonFields.text(row, "instId");
    Optional<InstrumentId> name = OkxSymbol.nameOf(instId);
    boolean isContract = JsonFields.text(row, "instType").matches("SWAP|FUTURES");
    if (name.isEmpty() || !isContract) {
      throw new UnreadableReply(
          "a position is held in " + instId + ", which is neither a swap nor a dated future");
    }
    if (!"net".equals(JsonFields.text(row, "posSide"))) {
      throw new UnreadableReply("the position in " + name.get() + " is one side of a hedge");
    }
    if (!"cross".equals(JsonFields.text(row, "mgnMode"))) {
      throw new UnreadableReply("the position in " + name.get() + " is not under cross margin");
    }
    return new VenuePosition(
        name.get(),
        Contracts.of(quantity),
        OkxFields.decimal(row, "avgPx"),
        OkxFields.decimal(row, "upl"));
  }
}
