package org.evenkeel.shell.xchange.krakenfutures.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.Income;
import org.evenkeel.cycle.DeadManSwitch;
import org.evenkeel.cycle.KeyRights;
import org.evenkeel.cycle.SelfMatch;
import org.evenkeel.cycle.Venue;
import org.evenkeel.cycle.WalletTransfers;
import org.evenkeel.cycle.watch.DropCopy;
import org.evenkeel.shell.xchange.Redaction;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.kraken.trade.KrakenKeys;
import org.evenkeel.shell.xchange.kraken.trade.KrakenVenue;
import org.evenkeel.shell.xchange.krakenfutures.FuturesSymbol;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesLink;

/**
 * One Kraken Futures account: linear perpetuals and dated futures against the multi-collateral wallet.
 *
 * <p>An order is one POST that carries the ticket's own expiry (processBefore), however late it is sent, and its answer
 * lists what happened to it at once.
 * For example, a ticket valid until 12:00:05 is refused by the venue after 12:00:05 by its own clock
 * (wouldProcessAfterSpecifiedTime).
 *
 * <p>This class is thread-safe; each kind of call has one request in flight at most.
 */
public final class KrakenFuturesVenue implements Venue {

  private static final Duration LONGEST_FLOWS = Duration.ofDays(89);

  private final KrakenFuturesLink link;
  private final VenueCapabilities capabilities;
  private final FuturesCalls calls;
  private final FuturesOrderCalls orders;
  private final FuturesFillPages fills;
  private final FuturesMovements movements;
  private final FuturesDeliveries deliveries;
  private final DropCopy dropCopy;

  /** An account; throws {@link IllegalArgumentException} if the private key is not in base 64. */
  public KrakenFuturesVenue(
      KrakenFuturesLink link, VenueCapabilities capabilities, KrakenKeys keys) {
    this.link = link;
    this.capabilities = capabilities;
    this.calls = new FuturesCalls(link, keys);
    this.orders = new FuturesOrderCalls(calls, capabilities);
    AccountLog log = new AccountLog(calls);
    this.dropCopy = new KrakenFuturesDropCopy(link.venue(), log);
    this.fills = new FuturesFillPages(calls, log);
    this.movements = new FuturesMovements(link.venue(), log);
    this.deliveries = new FuturesDeliveries(log);
  }

  @Override
  public VenueCapabilities capabilities() {
    return capabilities;
  }

  /** A second source of executions. */
  public DropCopy dropCopy() {
    return dropCopy;
  }

  /** The start-up check of the same account. */
  public KrakenFuturesSetup setup() {
    return new KrakenFuturesSetup(calls);
  }

  /** What keeps the account's orders from trading with each other. */
  public SelfMatch selfMatch() {
    return new FuturesSelfMatch(calls);
  }

  /** What the venue says of the key. */
  public KeyRights keyRights() {
    return new FuturesKeyRights(link, calls);
  }

  /** Transfers from and to the spot wallet of the same owner. */
  public WalletTransfers transfers(KrakenVenue spot) {
    return new KrakenTransfers(spot, this, calls);
  }

  /** The countdown that cancels all working orders of the account. */
  public DeadManSwitch deadMan() {
    return new KrakenFuturesCountdown(calls);
  }

  @Override
  public Result<Instant> venueTime() {
    return link.venueTime();
  }

  @Override
  public Result<AccountSnapshot> account() {
    Instant asOf = link.estimatedVenueTime();
    Reply money =
        calls.ask(2, "accounts", (api, s) -> api.accounts(s.apiKey(), s.nonce(), s.authent()));
    Reply held =
        calls.ask(
            2, "openpositions", (api, s) -> api.openPositions(s.apiKey(), s.nonce(), s.authent()));
    Result<List<Balance>> balances =
        ReplyRules.read(
            "the wallet",
            money,
            json -> FuturesAccountReader.balances(json, Wallet.futures(link.venue())));
    Result<List<VenuePosition>> positions =
        ReplyRules.read(
            "the positions",
            held,
            json -> FuturesAccountReader.positions(json, link.venue().value()));
    return balances.then(
        all ->
            positions.map(open -> new AccountSnapshot(link.venue(), asOf, link.now(), all, open)));
  }

  @Override
  public SendOutcome send(OrderTicket ticket) {
    return switch (symbol(ticket.instrument())) {
      case Result.Refused<FuturesSymbol> refused ->
          new SendOutcome.Rejected(ReplyRules.NOT_SENT, refused.refusal().detail());
      case Result.Ok<FuturesSymbol> ok -> orders.send(ok.value(), ticket);
    };
  }

  @Override
  public Lookup lookup(ClientOrderId id, InstrumentId instrument) {
    return switch (symbol(instrument)) {
      case Result.Refused<FuturesSymbol> refused ->
          new Lookup.Unreadable(refused.refusal().detail());
      case Result.Ok<FuturesSymbol> ok -> orders.lookup(ok.value(), id);
    };
  }

  @Override
  public Result<List<VenueOrder>> openOrders(InstrumentId instrument) {
    return symbol(instrument).then(orders::openOrders);
  }

  @Override
  public Result<List<InstrumentId>> ordered() {
    return orders.ordered(capabilities.venue().value());
  }

  @Override
  public Result<Boolean> cancel(ClientOrderId id, InstrumentId instrument) {
    return symbol(instrument).then(symbol -> orders.cancel(id));
  }

  @Override
  public Result<List<Fill>> fills(InstrumentId instrument, Optional<TradeId> from, Instant since) {
    Instant start = notBefore(since, capabilities.forgetsFillsAfter());
    return symbol(instrument)
        .then(
            symbol ->
                fills
                    .fills(symbol, from.filter(id -> !FuturesDeliveries.isDelivery(id)), start)
                    .then(
                        traded ->
                            deliveries
                                .of(symbol, start, link.estimatedVenueTime())
                                .map(ended -> joined(traded, ended))));
  }

  /** Nothing comes after a delivery. */
  private static List<Fill> joined(List<Fill> traded, List<Fill> deliveries) {
    List<Fill> all = new ArrayList<>(traded);
    all.addAll(deliveries);
    return List.copyOf(all);
  }

  @Override
  public Result<List<Income>> income(Instant since) {
    return movements.income(notBefore(since, capabilities.forgetsFillsAfter()));
  }

  @Override
  public Result<ExecutionCause> causeOf(VenueOrderId order, InstrumentId instrument) {
    return FuturesDeliveries.isDelivery(order)
        ? Result.ok(ExecutionCause.DELIVERY)
        : fills.causeOf(order);
  }

  @Override
  public Result<Optional<ClientOrderId>> clientIdOf(VenueOrderId order, InstrumentId instrument) {
    return FuturesDeliveries.isDelivery(order)
        ? Result.ok(Optional.empty())
        : symbol(instrument).then(symbol -> orders.clientIdOf(symbol, order));
  }

  @Override
  public Result<List<CashFlow>> cashFlows(Instant since) {
    return movements.flows(notBefore(since, LONGEST_FLOWS));
  }

  private Instant notBefore(Instant since, Duration longest) {
    Instant oldest = link.estimatedVenueTime().minus(longest);
    return since.isBefore(oldest) ? oldest : since;
  }

  private static Result<FuturesSymbol> symbol(InstrumentId instrument) {
    try {
      return Result.ok(FuturesSymbol.of(instrument));
    } catch (IllegalArgumentException e) {
      return Result.refused(
          RefusalReason.INSTRUMENT_NOT_TRADING, Redaction.line(String.valueOf(e.getMessage())));
    }
  }
}
