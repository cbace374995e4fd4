package org.evenkeel.cycle.conform;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.jspecify.annotations.Nullable;

/**
 * The small orders of a run in one instrument, and their taking back.
 *
 * <p>Their ids begin with 'ekC' and the moment of the run: no database makes such an id, so a bot never takes one for its
 * own. Single-threaded.
 */
final class TrialOrders {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final BigDecimal BELOW_MARKET = new BigDecimal("0.98");
  private static final BigDecimal THROUGH_ASK = new BigDecimal("1.005");
  private static final BigDecimal THROUGH_BID = new BigDecimal("0.995");

  /** Room for the price between two looks, and for a fee that is taken in the coin that was bought. */
  private static final BigDecimal ROOM = new BigDecimal("1.1");

  private static final int MOMENT_CHARACTERS = 9;

  private final Bench bench;
  private final InstrumentSpec spec;
  private final BigDecimal coinsBefore;
  private final String prefix;
  private final List<OrderTicket> sent = new ArrayList<>();
  private int sequence;
  private @Nullable Quote lastQuote;

  private TrialOrders(Bench bench, InstrumentSpec spec, AccountSnapshot before, int lane) {
    this.bench = bench;
    this.spec = spec;
    this.coinsBefore = before.coins(venue(), spec.instrument().base());
    this.prefix =
        "ekC"
            + String.format(
                Locale.ROOT,
                "%0" + MOMENT_CHARACTERS + "d",
                Math.floorMod(bench.clock().now().toEpochMilli(), 1_000_000_000L))
            + lane;
  }

  /**
   * Orders in an instrument of which nothing is held and nothing is open; refused otherwise, for what is there is somebody's.
   *
   * @param lane a digit that no other instrument of the run has
   */
  static Result<TrialOrders> open(Bench bench, InstrumentSpec spec, int lane) {
    return bench
        .venue()
        .account()
        .then(
            account ->
                bench
                    .venue()
                    .openOrders(spec.id())
                    .then(
                        open ->
                            open.isEmpty() && account.position(spec.id()).isZero()
                                ? Result.ok(new TrialOrders(bench, spec, account, lane))
                                : Result.refused(
                                    RefusalReason.POSITION_BREAK,
                                    "the account holds "
                                        + account.position(spec.id())
                                        + " contracts and has "
                                        + open.size()
                                        + " open orders; close them, or use another test account")));
  }

  InstrumentSpec spec() {
    return spec;
  }

  InstrumentId id() {
    return spec.id();
  }

  boolean isSpot() {
    return spec.instrument() instanceof Instrument.Spot;
  }

  private VenueId venue() {
    return spec.instrument().venue();
  }

  /** The book of now, or of a moment ago: a real venue allows a few such questions a second. */
  Quote quote() {
    Quote known = lastQuote;
    Instant now = bench.clock().now();
    if (known == null || Duration.between(known.receivedAt(), now).compareTo(FRESH) > 0) {
      known = bench.market().quotes(List.of(id())).orThrow().get(0);
      lastQuote = known;
    }
    return known;
  }

  Contracts position() {
    return bench.venue().account().orThrow().position(id());
  }

  ClientOrderId nextId() {
    sequence++;
    return ClientOrderId.of(prefix + String.format(Locale.ROOT, "%05d", sequence));
  }

  /** The smallest order that may rest at two percent under the market. */
  Contracts smallest() {
    Price price = farBelow();
    BigDecimal forValue =
        spec.exactContracts(new Money(spec.minNotional().multiply(ROOM), spec.valuedIn()), price)
            .value();
    BigDecimal least = spec.minQty().multiply(isSpot() ? ROOM : BigDecimal.ONE).max(forValue);
    return Contracts.of(Decimals.ceilingToStep(least.max(spec.lotSize()), spec.lotSize()));
  }

  /** What is bought at the market: of coins twice as much, so that they can be sold again after the fee. */
  Contracts bought() {
    return isSpot() ? smallest().plus(smallest()) : smallest();
  }

  Price farBelow() {
    return Price.of(
        Decimals.floorToStep(quote().bid().value().multiply(BELOW_MARKET), spec.tickSize()));
  }

  Price throughAsk() {
    return Price.of(
        Decimals.ceilingToStep(quote().ask().value().multiply(THROUGH_ASK), spec.tickSize()));
  }

  Price throughBid() {
    return Price.of(
        Decimals.floorToStep(quote().bid().value().multiply(THROUGH_BID), spec.tickSize()));
  }

  /** A purchase of the smallest size that only rests, far under the market. */
  OrderTicket resting() {
    return ticket(Side.BUY, smallest(), farBelow(), TimeInForce.GTX, false, now());
  }

  OrderTicket taking(Side side, Contracts quantity, Price price, boolean reduceOnly) {
    return ticket(side, quantity, price, TimeInForce.IOC, reduceOnly, now());
  }

  OrderTicket ticket(
      Side side,
      Contracts quantity,
      Price price,
      TimeInForce life,
      boolean reduceOnly,
      Instant signedAt) {
    return new OrderTicket(
        nextId(),
        id(),
        side,
        quantity,
        price,
        life,
        reduceOnly,
        signedAt,
        signedAt.plus(bench.venue().capabilities().requestLife()));
  }

  Instant now() {
    return Instant.ofEpochMilli(bench.venue().venueTime().orThrow().toEpochMilli());
  }

  SendOutcome send(OrderTicket ticket) {
    sent.add(ticket);
    return bench.venue().send(ticket);
  }

  /** What the venue shows of an order once it shows what is waited for, or at the end of the claimed delay. */
  Lookup shown(OrderTicket ticket, Predicate<Lookup> awaited) {
    Instant end = bench.clock().now().plus(bench.venue().capabilities().visibilityLag());
    while (true) {
      Lookup lookup = bench.venue().lookup(ticket.clientOrderId(), id());
      if (awaited.test(lookup) || !bench.clock().now().isBefore(end)) {
        return lookup;
      }
      bench.clock().sleep(BETWEEN_LOOKS);
    }
  }

  /** The order as the venue shows it in a status; empty if it never does within the claimed delay. */
  Optional<VenueOrder> shownAs(OrderTicket ticket, Predicate<VenueOrder> awaited) {
    Predicate<Lookup> isIt =
        lookup -> lookup instanceof Lookup.Found found && awaited.test(found.order());
    return shown(ticket, isIt) instanceof Lookup.Found found && awaited.test(found.order())
        ? Optional.of(found.order())
        : Optional.empty();
  }

  /** Open orders of the instrument under the id of a ticket. */
  List<VenueOrder> listed(OrderTicket ticket) {
    return bench.venue().openOrders(id()).orThrow().stream()
        .filter(order -> order.clientOrderId().equals(ticket.clientOrderId()))
        .toList();
  }

  Result<Boolean> cancel(OrderTicket ticket) {
    return bench.venue().cancel(ticket.clientOrderId(), id());
  }

  /** Cancels what is open of this run. */
  void cancelAll() {
    for (VenueOrder order : bench.venue().openOrders(id()).orThrow()) {
      boolean isOfThisRun =
          sent.stream().anyMatch(each -> each.clientOrderId().equals(order.clientOrderId()));
      if (isOfThisRun) {
        Result<Boolean> unused = bench.venue().cancel(order.clientOrderId(), id());
      }
    }
  }

  /** What is held because of this run: contracts, or coins in whole lots. */
  Contracts held() {
    if (!isSpot()) {
      return position();
    }
    BigDecimal coins = bench.venue().account().orThrow().coins(venue(), spec.instrument().base());
    return Contracts.of(Decimals.floorToStep(coins.subtract(coinsBefore), spec.lotSize()));
  }

  /** Takes back everything; what is left, in words, if something is. */
  Optional<String> takeBack() {
    cancelAll();
    Contracts held = held();
    boolean isLong = held.value().signum() > 0;
    boolean isSaleable = isLong || !isSpot();
    if (!held.isZero() && isSaleable) {
      Price price = isLong ? throughBid() : throughAsk();
      SendOutcome unused =
          send(taking(isLong ? Side.SELL : Side.BUY, held.abs(), price, !isSpot()));
    }
    List<VenueOrder> open = bench.venue().openOrders(id()).orThrow();
    Contracts left = held();
    return open.isEmpty() && left.abs().compareTo(tolerated()) <= 0
        ? Optional.empty()
        : Optional.of(open.size() + " open orders and " + left + " contracts are left; close them");
  }

  /** Coins under the smallest order cannot be sold. */
  private Contracts tolerated() {
    return isSpot() ? smallest() : Contracts.ZERO;
  }
}
