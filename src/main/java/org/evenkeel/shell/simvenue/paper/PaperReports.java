package org.evenkeel.shell.simvenue.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.Income;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount;
import org.evenkeel.shell.simvenue.exchange.IncomeRecord;
import org.evenkeel.shell.simvenue.exchange.OrderStatus;
import org.evenkeel.shell.simvenue.exchange.SimEvent;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.exchange.SimTrade;
import org.evenkeel.shell.simvenue.exchange.SpotBalance;
import org.evenkeel.shell.simvenue.market.SeriesId;

/**
 * The exchange's records in the bot's words.
 *
 * <p>Stateless.
 */
final class PaperReports {

  private static final String OUR_ALPHABET = "[A-Za-z0-9]{1,18}";

  private PaperReports() {}

  static VenueOrder order(InstrumentId instrument, SimOrder order) {
    return new VenueOrder(
        clientId(order),
        VenueOrderId.of(Long.toString(order.orderId())),
        instrument,
        side(order.request().side()),
        Contracts.of(order.request().qty()),
        Contracts.of(order.cumQty()),
        order.avgPx(),
        status(order.status()),
        order.request().timeInForce().name(),
        order.request().reduceOnly(),
        Instant.ofEpochMilli(order.updatedMs()));
  }

  /** The exchange's own closing orders have names that ours cannot have. */
  static ClientOrderId clientId(SimOrder order) {
    String name = order.request().clientOrderId();
    return ClientOrderId.of(name.matches(OUR_ALPHABET) ? name : "x" + order.orderId());
  }

  private static Side side(org.evenkeel.shell.simvenue.exchange.Side side) {
    return switch (side) {
      case BUY -> Side.BUY;
      case SELL -> Side.SELL;
    };
  }

  private static VenueOrder.Status status(OrderStatus status) {
    return switch (status) {
      case NEW -> VenueOrder.Status.NEW;
      case PARTIALLY_FILLED -> VenueOrder.Status.PARTIALLY_FILLED;
      case FILLED -> VenueOrder.Status.FILLED;
      case CANCELED -> VenueOrder.Status.CANCELED;
      case EXPIRED -> VenueOrder.Status.EXPIRED;
    };
  }

  static Fill fill(InstrumentId instrument, SimTrade trade) {
    return new Fill(
        instrument,
        TradeId.of(Long.toString(trade.tradeId())),
        VenueOrderId.of(Long.toString(trade.orderId())),
        side(trade.side()),
        Contracts.of(trade.qty()),
        Price.of(trade.price()),
        new Money(trade.fee(), Currency.of(trade.feeAsset())),
        new Money(trade.realizedPnl(), Instrument.parse(instrument).quote()),
        trade.maker(),
        Instant.ofEpochMilli(trade.timeMs()));
  }

  /** Realized profit and commission come with the fills, transfers with the flows; they are left out. */
  static List<Income> incomes(List<IncomeRecord> records, VenueId venue, Instant since) {
    List<Income> incomes = new ArrayList<>();
    for (IncomeRecord record : records) {
      if (record.timeMs() >= since.toEpochMilli()) {
        switch (record.type()) {
          case FUNDING_FEE -> incomes.add(income(record, venue, Income.Kind.FUNDING));
          case INSURANCE_CLEAR -> incomes.add(income(record, venue, Income.Kind.OTHER));
          case REALIZED_PNL, DELIVERY, COMMISSION, TRANSFER -> {}
        }
      }
    }
    return List.copyOf(incomes);
  }

  private static Income income(IncomeRecord record, VenueId venue, Income.Kind kind) {
    return new Income(
        Wallet.futures(venue),
        Long.toString(record.tranId()),
        kind,
        record.type().name(),
        new Money(record.amount(), Currency.of(record.asset())),
        record.symbol(),
        Instant.ofEpochMilli(record.timeMs()));
  }

  /** Deposits and withdrawals of the spot wallet and transfers between the wallets, oldest first. */
  static List<CashFlow> flows(SimExchange exchange, VenueId venue, Instant since) {
    List<CashFlow> flows = new ArrayList<>();
    for (SimEvent.Deposited d : exchange.deposits()) {
      CashFlow.Kind kind =
          d.amount().signum() > 0 ? CashFlow.Kind.DEPOSIT : CashFlow.Kind.WITHDRAWAL;
      Money amount = new Money(d.amount(), Currency.of(d.asset()));
      flows.add(flow(d.tranId(), kind, Wallet.spot(venue), amount, d.atMs()));
    }
    for (SimEvent.Transferred t : exchange.transfers()) {
      Money amount = new Money(t.toFutures(), Currency.of(t.asset()));
      flows.add(flow(t.tranId(), CashFlow.Kind.TRANSFER, Wallet.futures(venue), amount, t.atMs()));
    }
    return flows.stream()
        .filter(flow -> !flow.venueTime().isBefore(since))
        .sorted(Comparator.comparing(CashFlow::venueTime))
        .toList();
  }

  private static CashFlow flow(
      long id, CashFlow.Kind kind, Wallet wallet, Money amount, long atMs) {
    return new CashFlow(Long.toString(id), kind, wallet, amount, Instant.ofEpochMilli(atMs));
  }

  static AccountSnapshot account(PaperAccount.Opened account, PaperSettings settings, long atMs) {
    FuturesAccount futures = account.exchange().futures(atMs);
    List<Balance> balances = new ArrayList<>();
    for (FuturesAccount.AssetMargin asset : futures.assets()) {
      balances.add(
          new Balance(
              Wallet.futures(settings.capabilities().venue()),
              Currency.of(asset.asset()),
              asset.walletBalance(),
              asset.availableBalance(),
              Optional.of(asset.marginBalance())));
    }
    for (SpotBalance spot : account.exchange().spotBalances()) {
      balances.add(
          new Balance(
              Wallet.spot(settings.capabilities().venue()),
              Currency.of(spot.asset()),
              spot.free().add(spot.locked()),
              spot.free(),
              Optional.of(spot.free().add(spot.locked()))));
    }
    List<VenuePosition> positions = new ArrayList<>();
    for (FuturesAccount.PositionMargin held : futures.positions()) {
      if (held.position().qty().signum() != 0) {
        positions.add(
            new VenuePosition(
                account.catalog().name(SeriesId.contract(held.symbol())).orElseThrow(),
                Contracts.of(held.position().qty()),
                held.position().entryPx(),
                held.unrealizedPnl()));
      }
    }
    Instant now = Instant.ofEpochMilli(atMs);
    return new AccountSnapshot(settings.capabilities().venue(), now, now, balances, positions);
  }
}
