package org.evenkeel.shell.xchange.kraken.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
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
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Redaction;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.kraken.KrakenLink;
import org.evenkeel.shell.xchange.kraken.Pair;

/**
 * One account on Kraken's spot market.
 *
 * <p>An order is one POST that carries the ticket's own expiry (deadline), however late it is sent.
 * There are no positions and no income; coins that earn interest, whose names have a dot, are left out of the balances.
 *
 * <p>This class is thread-safe; one signed request is on its way at most.
 */
public final class KrakenVenue implements Venue {

  private static final Duration LONGEST_FLOWS = Duration.ofDays(89);

  private final KrakenLink link;
  private final VenueCapabilities capabilities;
  private final SpotCalls calls;
  private final SpotOrderCalls orders;
  private final TradePages trades;
  private final LedgerPages ledger;

  /** An account; throws {@link IllegalArgumentException} if the private key is not in base 64. */
  public KrakenVenue(KrakenLink link, VenueCapabilities capabilities, KrakenKeys keys) {
    this.link = link;
    this.capabilities = capabilities;
    this.calls = new SpotCalls(link, keys);
    this.orders = new SpotOrderCalls(calls, capabilities);
    this.trades = new TradePages(calls);
    this.ledger = new LedgerPages(link.venue(), calls);
  }

  @Override
  public VenueCapabilities capabilities() {
    return capabilities;
  }

  /** What the venue says of the key. */
  public KeyRights keyRights() {
    return new KrakenKeyRights(link, calls);
  }

  /** A second source of executions. */
  public DropCopy dropCopy() {
    return new KrakenDropCopy(link.venue(), ledger);
  }

  /** Transfers to the wallet of Kraken Futures. */
  public SpotTransfers transfers() {
    return new SpotTransfers(calls, capabilities);
  }

  /** The countdown that cancels all working orders of the account. */
  public DeadManSwitch deadMan() {
    return new KrakenCountdown(calls);
  }

  @Override
  public Result<Instant> venueTime() {
    return link.venueTime();
  }

  @Override
  public Result<AccountSnapshot> account() {
    Instant asOf = link.estimatedVenueTime();
    Reply reply =
        calls.ask(1, "BalanceEx", (api, s) -> api.balances(s.nonce(), s.apiKey(), s.sign()));
    return ReplyRules.read(
        "the balances",
        reply,
        json ->
            new AccountSnapshot(
                link.venue(),
                asOf,
                link.now(),
                balances(json.path("result"), Wallet.spot(link.venue())),
                List.of()));
  }

  static List<Balance> balances(JsonNode result, Wallet wallet) {
    if (!result.isObject()) {
      throw new UnreadableReply("the balances are missing");
    }
    List<Balance> balances = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : result.properties()) {
      BigDecimal total = JsonFields.decimal(entry.getValue(), "balance");
      BigDecimal held = JsonFields.decimal(entry.getValue(), "hold_trade");
      if (total.signum() != 0 && !entry.getKey().contains(".")) {
        balances.add(
            new Balance(
                wallet,
                Pair.currency(entry.getKey()),
                total,
                total.subtract(held),
                Optional.of(total)));
      }
    }
    return List.copyOf(balances);
  }

  @Override
  public SendOutcome send(OrderTicket ticket) {
    return switch (pair(ticket.instrument())) {
      case Result.Refused<Pair> refused ->
          new SendOutcome.Rejected(ReplyRules.NOT_SENT, refused.refusal().detail());
      case Result.Ok<Pair> ok -> orders.send(ok.value(), ticket);
    };
  }

  @Override
  public Lookup lookup(ClientOrderId id, InstrumentId instrument) {
    return switch (pair(instrument)) {
      case Result.Refused<Pair> refused -> new Lookup.Unreadable(refused.refusal().detail());
      case Result.Ok<Pair> ok -> orders.lookup(ok.value(), id);
    };
  }

  @Override
  public Result<List<VenueOrder>> openOrders(InstrumentId instrument) {
    return pair(instrument).then(orders::openOrders);
  }

  @Override
  public Result<Boolean> cancel(ClientOrderId id, InstrumentId instrument) {
    return pair(instrument).then(pair -> orders.cancel(id));
  }

  @Override
  public Result<List<Fill>> fills(InstrumentId instrument, Optional<TradeId> from, Instant since) {
    return pair(instrument)
        .then(pair -> trades.fills(pair, from, notBefore(since, capabilities.forgetsFillsAfter())));
  }

  @Override
  public Result<List<Income>> income(Instant since) {
    return Result.ok(List.of());
  }

  /** Nothing is held on margin here, so nothing is closed by force. */
  @Override
  public Result<ExecutionCause> causeOf(VenueOrderId order, InstrumentId instrument) {
    return Result.ok(ExecutionCause.ORDER);
  }

  @Override
  public Result<Optional<ClientOrderId>> clientIdOf(VenueOrderId order, InstrumentId instrument) {
    return pair(instrument).then(pair -> orders.clientIdOf(order));
  }

  @Override
  public Result<List<CashFlow>> cashFlows(Instant since) {
    return ledger.since(notBefore(since, LONGEST_FLOWS));
  }

  private Instant notBefore(Instant since, Duration longest) {
    Instant oldest = link.estimatedVenueTime().minus(longest);
    return since.isBefore(oldest) ? oldest : since;
  }

  private static Result<Pair> pair(InstrumentId instrument) {
    try {
      return Result.ok(Pair.of(instrument));
    } catch (IllegalArgumentException e) {
      return Result.refused(
          RefusalReason.INSTRUMENT_NOT_TRADING, Redaction.line(String.valueOf(e.getMessage())));
    }
  }
}
