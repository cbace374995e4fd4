package org.evenkeel.shell.xchange.binance.trade;

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
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Venue;
import org.evenkeel.cycle.WalletTransfers;
import org.evenkeel.cycle.watch.DropCopy;
import org.evenkeel.shell.xchange.Redaction;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.FuturesListing;
import org.evenkeel.shell.xchange.binance.Symbol;

/**
 * One Binance account: spot and USD-M futures.
 *
 * <p>An order is one POST with the ticket's own timestamp and window, answered in full (RESULT) or not known.
 * For example, a ticket signed at 12:00:00 and valid until 12:00:05 goes out with that timestamp and a recvWindow of
 * 5000 however late it is sent, and the venue refuses it after 12:00:05 by its own clock.
 *
 * <p>This class is thread-safe; each kind of call has one request in flight at most.
 */
public final class BinanceVenue implements Venue {

  /** The venue answers about less than 90 days at once. */
  private static final Duration LONGEST_QUESTION = Duration.ofDays(89);

  private final BinanceLink link;
  private final VenueCapabilities capabilities;
  private final SignedCalls calls;
  private final OrderCalls orderCalls;
  private final FillPages fillPages;
  private final IncomePages incomePages;
  private final FlowPages flowPages;

  public BinanceVenue(BinanceLink link, VenueCapabilities capabilities, AccountKeys keys) {
    this.link = link;
    this.capabilities = capabilities;
    this.calls = new SignedCalls(link, keys);
    this.orderCalls = new OrderCalls(calls, capabilities);
    this.fillPages = new FillPages(link, calls);
    this.incomePages = new IncomePages(link, calls);
    this.flowPages = new FlowPages(link.venue(), calls);
  }

  @Override
  public VenueCapabilities capabilities() {
    return capabilities;
  }

  /** Market data with what only a key may read: the announced ends of spot markets. */
  public MarketData withDelistSchedule(MarketData market) {
    return new DelistSchedule(market, link, calls);
  }

  /** What the venue says of the key. */
  public KeyRights keyRights() {
    return new BinanceKeyRights(link, calls);
  }

  /** Transfers between the two wallets. */
  public WalletTransfers transfers() {
    return new BinanceTransfers(link, calls, capabilities);
  }

  /** A second source of executions. */
  public DropCopy dropCopy() {
    return new BinanceDropCopy(link, calls, incomePages);
  }

  /** The start-up check of the same account. */
  public BinanceSetup setup() {
    return new BinanceSetup(link, calls);
  }

  /** The countdown that cancels all working futures orders of these instruments. */
  public DeadManSwitch deadMan(List<InstrumentId> instruments) {
    return new BinanceCountdown(calls, link.listing(), instruments);
  }

  @Override
  public Result<Instant> venueTime() {
    return link.venueTime();
  }

  @Override
  public Result<AccountSnapshot> account() {
    return link.listing().read().then(this::account);
  }

  private Result<AccountSnapshot> account(FuturesListing.Listing listing) {
    Instant asOf = link.estimatedVenueTime();
    Reply futures =
        calls.askFutures(
            5,
            "fapi/v2/account",
            (api, s) -> api.account(s.recvWindow(), s.timestamp(), s.apiKey(), s.signature()));
    Reply spot =
        calls.askSpot(
            20,
            "api/v3/account",
            (api, s) -> api.account(s.recvWindow(), s.timestamp(), s.apiKey(), s.signature()));
    Result<List<Balance>> spotBalances =
        ReplyRules.read(
            "the spot account",
            spot,
            json -> AccountReader.spotBalances(json, Wallet.spot(link.venue())));
    return ReplyRules.read(
            "the futures account",
            futures,
            json -> {
              List<VenuePosition> positions = AccountReader.positions(json, listing);
              List<Balance> balances =
                  AccountReader.futuresBalances(json, Wallet.futures(link.venue()));
              return new AccountSnapshot(link.venue(), asOf, link.now(), balances, positions);
            })
        .then(part -> spotBalances.map(more -> joined(part, more)));
  }

  private AccountSnapshot joined(AccountSnapshot futures, List<Balance> spot) {
    List<Balance> all = new ArrayList<>(futures.balances());
    all.addAll(spot);
    return new AccountSnapshot(
        futures.venue(), futures.venueTime(), link.now(), all, futures.positions());
  }

  @Override
  public SendOutcome send(OrderTicket ticket) {
    return switch (symbol(ticket.instrument())) {
      case Result.Refused<Symbol> refused ->
          new SendOutcome.Rejected(ReplyRules.NOT_SENT, refused.refusal().detail());
      case Result.Ok<Symbol> ok -> orderCalls.send(ok.value(), ticket);
    };
  }

  @Override
  public Lookup lookup(ClientOrderId id, InstrumentId instrument) {
    return switch (symbol(instrument)) {
      case Result.Refused<Symbol> refused -> new Lookup.Unreadable(refused.refusal().detail());
      case Result.Ok<Symbol> ok -> orderCalls.lookup(ok.value(), id);
    };
  }

  @Override
  public Result<List<VenueOrder>> openOrders(InstrumentId instrument) {
    return symbol(instrument).then(orderCalls::openOrders);
  }

  @Override
  public Result<Boolean> cancel(ClientOrderId id, InstrumentId instrument) {
    return symbol(instrument).then(symbol -> orderCalls.cancel(symbol, id));
  }

  @Override
  public Result<List<Fill>> fills(InstrumentId instrument, Optional<TradeId> from, Instant since) {
    return symbol(instrument).then(symbol -> fillPages.fills(symbol, from, notForgotten(since)));
  }

  @Override
  public Result<List<Income>> income(Instant since) {
    return incomePages.since(notForgotten(since));
  }

  @Override
  public Result<ExecutionCause> causeOf(VenueOrderId order, InstrumentId instrument) {
    return symbol(instrument).then(symbol -> orderCalls.causeOf(symbol, order));
  }

  @Override
  public Result<Optional<ClientOrderId>> clientIdOf(VenueOrderId order, InstrumentId instrument) {
    return symbol(instrument).then(symbol -> orderCalls.clientIdOf(symbol, order));
  }

  @Override
  public Result<List<CashFlow>> cashFlows(Instant since) {
    Instant until = link.latestVenueTime();
    Instant oldest = until.minus(LONGEST_QUESTION);
    return flowPages.between(since.isBefore(oldest) ? oldest : since, until);
  }

  /** The venue refuses questions about times that it has forgotten, so they are not asked. */
  private Instant notForgotten(Instant since) {
    Instant oldest = link.estimatedVenueTime().minus(capabilities.forgetsFillsAfter());
    return since.isBefore(oldest) ? oldest : since;
  }

  private Result<Symbol> symbol(InstrumentId instrument) {
    try {
      return Result.ok(link.listing().symbol(instrument));
    } catch (IllegalArgumentException e) {
      return Result.refused(
          RefusalReason.INSTRUMENT_NOT_TRADING, Redaction.line(String.valueOf(e.getMessage())));
    }
  }
}
