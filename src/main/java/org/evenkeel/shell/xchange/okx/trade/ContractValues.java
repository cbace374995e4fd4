package org.evenkeel.shell.xchange.okx.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.okx.OkxFields;
import org.evenkeel.shell.xchange.okx.OkxLink;
import org.evenkeel.shell.xchange.okx.OkxSymbol;

/**
 * What the venue itself takes a contract to be worth, so that an order's executions can be compared with our belief.
 *
 * <p>OKX tells the value of no order. It tells that of a position, in dollars: from it follows how many coins a contract
 * is, or how many dollars an inverse one is, whatever its price has done since. That is read once for each instrument, after its first execution, and again until there is a position.
 * A dollar is not quite a USDT, so a value near the published contract size is that size; what is looked for are
 * contracts of ten or a thousand times of it.
 * Source: OKX API v5, "Get positions" (notionalUsd, markPx).
 *
 * <p>This class is thread-safe.
 */
final class ContractValues {

  private static final BigDecimal NEAR_LOW = new BigDecimal("0.8");
  private static final BigDecimal NEAR_HIGH = new BigDecimal("1.25");

  private final OkxLink link;
  private final OkxCalls calls;
  private final Map<InstrumentId, BigDecimal> known = new ConcurrentHashMap<>();

  ContractValues(OkxLink link, OkxCalls calls) {
    this.link = link;
    this.calls = calls;
  }

  /** The order with the value of what it has filled, where that can be known. */
  VenueOrder valued(OkxSymbol symbol, VenueOrder order) {
    boolean isQuestion =
        symbol.kind().isContract() && !order.cumQty().isZero() && order.avgPx().signum() > 0;
    return isQuestion
        ? coins(symbol)
            .map(
                coins ->
                    order.worth(
                        Decimals.normal(
                            units(symbol, order.cumQty().value(), order.avgPx()).multiply(coins))))
            .orElse(order)
        : order;
  }

  private Optional<BigDecimal> coins(OkxSymbol symbol) {
    BigDecimal before = known.get(symbol.id());
    if (before != null) {
      return Optional.of(before);
    }
    Result<Optional<BigDecimal>> read =
        ReplyRules.read(
                "the positions",
                calls.ask(
                    2,
                    "api/v5/account/positions",
                    (api, s) ->
                        api.positions(
                            s.apiKey(), s.passphrase(), s.timestamp(), s.demo(), s.signature())),
                json -> ofPosition(symbol, json))
            .then(value -> value.isEmpty() ? Result.ok(value) : near(symbol, value.get()));
    Optional<BigDecimal> found =
        read instanceof Result.Ok<Optional<BigDecimal>> ok ? ok.value() : Optional.empty();
    found.ifPresent(value -> known.put(symbol.id(), value));
    return found;
  }

  /** What the size of one contract is multiplied by for the value in dollars: that of an inverse one is in dollars already. */
  private static BigDecimal units(OkxSymbol symbol, BigDecimal contracts, BigDecimal price) {
    return switch (symbol.instrument()) {
      case Instrument.Inverse inverse -> contracts;
      case Instrument.Linear linear -> contracts.multiply(price);
      case Instrument.QuantoPerpetual quanto ->
          throw new IllegalStateException(quanto.id() + " is not listed at OKX");
      case Instrument.Spot spot -> contracts.multiply(price);
    };
  }

  /** The coins of a contract, or the dollars of an inverse one, by the value of the position in it; empty if none is held. */
  static Optional<BigDecimal> ofPosition(OkxSymbol symbol, JsonNode json) {
    for (JsonNode row : OkxFields.rows(json)) {
      BigDecimal contracts = OkxFields.decimalOrZero(row, "pos").abs();
      if (symbol.instId().equals(JsonFields.text(row, "instId")) && contracts.signum() > 0) {
        BigDecimal one = units(symbol, contracts, OkxFields.decimal(row, "markPx"));
        BigDecimal value = OkxFields.decimal(row, "notionalUsd").abs();
        if (one.signum() <= 0 || value.signum() <= 0) {
          throw new UnreadableReply("the position in " + symbol.id() + " has no value");
        }
        return Optional.of(Decimals.quotient(value, one));
      }
    }
    return Optional.empty();
  }

  private Result<Optional<BigDecimal>> near(OkxSymbol symbol, BigDecimal value) {
    return link.listing()
        .read(symbol.kind())
        .map(
            listing ->
                Optional.ofNullable(listing.get(symbol.instId()))
                    .map(
                        entry ->
                            OkxFields.decimal(entry, "ctVal")
                                .multiply(OkxFields.decimal(entry, "ctMult")))
                    .map(published -> near(published, value)));
  }

  static BigDecimal near(BigDecimal published, BigDecimal value) {
    boolean isNear =
        value.compareTo(published.multiply(NEAR_LOW)) >= 0
            && value.compareTo(published.multiply(NEAR_HIGH)) <= 0;
    return isNear ? published : value;
  }
}
