package org.evenkeel.shell.xchange.okx.trade;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.evenkeel.cycle.Venue;
import org.evenkeel.cycle.watch.DropCopy;
import org.evenkeel.shell.xchange.Redaction;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.okx.OkxLink;
import org.evenkeel.shell.xchange.okx.OkxSymbol;

/**
 * One OKX account: spot markets, swaps and dated futures, linear and inverse, of the trading account.
 *
 * <p>An order is one POST with the ticket's own timestamp and expiry, followed by one question for what became of it.
 * For example, a ticket signed at 12:00:00 and valid until 12:00:05 goes out with that timestamp and that expTime however
 * late it is sent, and the venue does not process it after 12:00:05 by its own clock.
 *
 * <p>This class is thread-safe; each kind of call has one request in flight at most.
 */
public final class OkxVenue implements Venue {

  private final OkxLink link;
  private final VenueCapabilities capabilities;
  private final OkxCalls calls;
  private final OkxAccountMode mode;
  private final OkxOrderCalls orderCalls;
  private final OkxFillPages fillPages;
  private final OkxBills bills;
  private final OkxDeliveries deliveries;
  private final Wallet wallet;

  public OkxVenue(OkxLink link, VenueCapabilities capabilities, OkxKeys keys) {
    this.link = link;
    this.capabilities = capabilities;
    this.calls = new OkxCalls(link, keys);
    this.mode = new OkxAccountMode(calls);
    this.orderCalls = new OkxOrderCalls(calls, capabilities, mode, new ContractValues(link, calls));
    this.fillPages = new OkxFillPages(calls);
    this.wallet = Wallet.unified(link.venue());
    this.bills = new OkxBills(calls, wallet);
    this.deliveries = new OkxDeliveries(bills);
  }

  @Override
  public VenueCapabilities capabilities() {
    return capabilities;
  }

  /** A second source of executions. */
  public DropCopy dropCopy() {
    return new OkxDropCopy(link.venue(), bills);
  }

  /** The start-up check of the same account. */
  public OkxSetup setup() {
    return new OkxSetup(calls, mode);
  }

  /** What the venue says of the key. */
  public KeyRights keyRights() {
    return new OkxKeyRights(link, calls);
  }

  /** The countdown that cancels all working orders of the account. */
  public DeadManSwitch deadMan() {
    return new OkxCountdown(calls);
  }

  @Override
  public Result<Instant> venueTime() {
    return link.venueTime();
  }

  @Override
  public Result<AccountSnapshot> account() {
    Instant asOf = link.estimatedVenueTime();
    Reply positions =
        calls.ask(
            2,
            "api/v5/account/positions",
            (api, s) ->
                api.positions(s.apiKey(), s.passphrase(), s.timestamp(), s.demo(), s.signature()));
    Reply balance =
        calls.ask(
            2,
            "api/v5/account/balance",
            (api, s) ->
                api.balance(s.apiKey(), s.passphrase(), s.timestamp(), s.demo(), s.signature()));
    return ReplyRules.read("the positions", positions, OkxAccountReader::positions)
        .then(held -> snapshot(asOf, held, balance));
  }

  private Result<AccountSnapshot> snapshot(
      Instant asOf, List<VenuePosition> positions, Reply balance) {
    return ReplyRules.read(
        "the balances",
        balance,
        (JsonNode json) ->
            new AccountSnapshot(
                link.venue(),
                asOf,
                link.now(),
                OkxAccountReader.balances(json, wallet),
                positions));
  }

  @Override
  public SendOutcome send(OrderTicket ticket) {
    return switch (symbol(ticket.instrument())) {
      case Result.Refused<OkxSymbol> refused ->
          new SendOutcome.Rejected(ReplyRules.NOT_SENT, refused.refusal().detail());
      case Result.Ok<OkxSymbol> ok -> orderCalls.send(ok.value(), ticket);
    };
  }

  @Override
  public Lookup lookup(ClientOrderId id, InstrumentId instrument) {
    return switch (symbol(instrument)) {
      case Result.Refused<OkxSymbol> refused -> new Lookup.Unreadable(refused.refusal().detail());
      case Result.Ok<OkxSymbol> ok -> orderCalls.lookup(ok.value(), id);
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
    Instant start = notForgotten(since);
    return symbol(instrument)
        .then(
            symbol ->
                fillPages
                    .fills(symbol, from.filter(id -> !OkxDeliveries.isDelivery(id)), start)
                    .then(
                        fills -> deliveries.of(symbol, start).map(ended -> joined(fills, ended))));
  }

  /** Nothing comes after a delivery. */
  private static List<Fill> joined(List<Fill> fills, List<Fill> deliveries) {
    List<Fill> all = new ArrayList<>(fills);
    all.addAll(deliveries);
    return List.copyOf(all);
  }

  @Override
  public Result<List<Income>> income(Instant since) {
    return bills.income(notForgotten(since));
  }

  @Override
  public Result<ExecutionCause> causeOf(VenueOrderId order, InstrumentId instrument) {
    return symbol(instrument)
        .then(
            symbol ->
                OkxDeliveries.isDelivery(order)
                    ? Result.ok(ExecutionCause.DELIVERY)
                    : orderCalls.causeOf(symbol, order));
  }

  @Override
  public Result<Optional<ClientOrderId>> clientIdOf(VenueOrderId order, InstrumentId instrument) {
    return OkxDeliveries.isDelivery(order)
        ? Result.ok(Optional.empty())
        : symbol(instrument).then(symbol -> orderCalls.clientIdOf(symbol, order));
  }

  @Override
  public Result<List<CashFlow>> cashFlows(Instant since) {
    return bills.flows(notForgotten(since));
  }

  /** The venue refuses questions about times that it has forgotten, so they are not asked. */
  private Instant notForgotten(Instant since) {
    Instant oldest = link.estimatedVenueTime().minus(capabilities.forgetsFillsAfter());
    return since.isBefore(oldest) ? oldest : since;
  }

  private static Result<OkxSymbol> symbol(InstrumentId instrument) {
    try {
      return Result.ok(OkxSymbol.of(instrument));
    } catch (IllegalArgumentException e) {
      return Result.refused(
          RefusalReason.INSTRUMENT_NOT_TRADING, Redaction.line(String.valueOf(e.getMessage())));
    }
  }
}
