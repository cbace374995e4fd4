package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.TradeId;
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

/** What really is at the venue, whatever its answers say. */
public final class VenueTruth {

  private static final BigDecimal FEE = new BigDecimal("0.0004");

  public final Map<ClientOrderId, VenueOrder> orders = new LinkedHashMap<>();
  public final List<Fill> fills = new ArrayList<>();
  public final List<Income> incomes = new ArrayList<>();
  public final List<CashFlow> flows = new ArrayList<>();
  public final Map<InstrumentId, Price> prices = new TreeMap<>();
  private final TreeMap<String, BigDecimal> spot = new TreeMap<>();
  private final TreeMap<String, BigDecimal> futures = new TreeMap<>();
  private final TreeMap<InstrumentId, Contracts> positions = new TreeMap<>();
  private final TreeMap<InstrumentId, BigDecimal> entries = new TreeMap<>();
  private int sequence = 0;

  public void deposit(Wallet wallet, String currency, String amount) {
    (wallet.equals(SimMarket.SPOT) ? spot : futures)
        .merge(currency, new BigDecimal(amount), BigDecimal::add);
  }

  /** Money that comes or goes without a trade. */
  public void pay(String id, Income.Kind kind, String amount, Instant at) {
    incomes.add(
        new Income(SimMarket.FUTURES, id, kind, kind.name(), Money.of(amount, "USDT"), "BTC", at));
    deposit(SimMarket.FUTURES, "USDT", amount);
  }

  /** Money that comes to a wallet from outside, or leaves it for there. */
  public CashFlow flow(String id, Wallet wallet, Money amount, Instant at) {
    CashFlow.Kind kind =
        amount.amount().signum() > 0 ? CashFlow.Kind.DEPOSIT : CashFlow.Kind.WITHDRAWAL;
    CashFlow flow = new CashFlow(id, kind, wallet, amount, at);
    flows.add(flow);
    deposit(wallet, amount.currency().value(), amount.amount().toPlainString());
    return flow;
  }

  /** Money that goes from the spot wallet to the futures wallet, or back if negative. */
  public void transfer(String id, Money toFutures, Instant at) {
    flows.add(new CashFlow(id, CashFlow.Kind.TRANSFER, SimMarket.FUTURES, toFutures, at));
    deposit(SimMarket.FUTURES, toFutures.currency().value(), toFutures.amount().toPlainString());
    deposit(
        SimMarket.SPOT, toFutures.currency().value(), toFutures.amount().negate().toPlainString());
  }

  public VenueOrderId nextOrderId() {
    sequence++;
    return VenueOrderId.of(String.valueOf(1000 + sequence));
  }

  public Contracts position(InstrumentId instrument) {
    return positions.getOrDefault(instrument, Contracts.ZERO);
  }

  /** Executes a quantity at the price of the moment and books it at the venue. */
  public void execute(
      InstrumentId id, VenueOrderId order, Side side, Contracts quantity, Instant at) {
    if (quantity.isZero()) {
      return;
    }
    sequence++;
    Price price = price(id);
    Instrument instrument = Instrument.parse(id);
    BigDecimal notional =
        quantity.value().multiply(price.value()).multiply(SimMarket.multiplier(id));
    BigDecimal fee = Decimals.normal(notional.multiply(FEE));
    BigDecimal profit = BigDecimal.ZERO;
    switch (instrument) {
      case Instrument.Spot market -> {
        BigDecimal signed = side.signed(quantity).value();
        spot.merge(market.base().value(), signed, BigDecimal::add);
        spot.merge(
            "USDT", notional.multiply(BigDecimal.valueOf(-signed.signum())), BigDecimal::add);
        spot.merge("USDT", fee.negate(), BigDecimal::add);
      }
      case Instrument.Future future -> {
        profit = move(id, side.signed(quantity), price);
        futures.merge("USDT", profit.subtract(fee), BigDecimal::add);
      }
    }
    fills.add(
        new Fill(
            id,
            TradeId.of(String.valueOf(5000 + sequence)),
            order,
            side,
            quantity,
            price,
            new Money(fee, SimMarket.USDT),
            new Money(profit, SimMarket.USDT),
            false,
            at));
  }

  private Price price(InstrumentId id) {
    Price price = prices.get(id);
    if (price == null) {
      throw new IllegalStateException("no price of " + id);
    }
    return price;
  }

  private BigDecimal move(InstrumentId id, Contracts change, Price price) {
    Contracts before = position(id);
    Contracts after = before.plus(change);
    BigDecimal entry = entries.getOrDefault(id, price.value());
    boolean isReducing = before.value().signum() * change.value().signum() < 0;
    BigDecimal profit = BigDecimal.ZERO;
    if (isReducing) {
      Contracts closed = change.abs().compareTo(before.abs()) < 0 ? change.abs() : before.abs();
      profit =
          price
              .value()
              .subtract(entry)
              .multiply(closed.value())
              .multiply(SimMarket.multiplier(id))
              .multiply(BigDecimal.valueOf(before.value().signum()));
    } else {
      entry =
          before
              .abs()
              .value()
              .multiply(entry)
              .add(change.abs().value().multiply(price.value()))
              .divide(after.abs().value(), Decimals.PRECISION);
    }
    boolean hasTurned = before.value().signum() * after.value().signum() < 0;
    entries.put(id, hasTurned ? price.value() : entry);
    positions.put(id, after);
    return Decimals.normal(profit);
  }

  /** The value of everything in USDT; the stablecoin counts by its price. */
  BigDecimal nav() {
    BigDecimal nav = BigDecimal.ZERO;
    for (BigDecimal total : futures.values()) {
      nav = nav.add(total);
    }
    for (Map.Entry<String, BigDecimal> coin : spot.entrySet()) {
      BigDecimal price =
          coin.getKey().equals("USDT") ? BigDecimal.ONE : price(SimMarket.STABLECOIN_ID).value();
      nav = nav.add(coin.getValue().multiply(price));
    }
    for (Map.Entry<InstrumentId, Contracts> held : positions.entrySet()) {
      BigDecimal entry = entries.getOrDefault(held.getKey(), BigDecimal.ZERO);
      BigDecimal gain = price(held.getKey()).value().subtract(entry);
      nav =
          nav.add(
              gain.multiply(held.getValue().value()).multiply(SimMarket.multiplier(held.getKey())));
    }
    return nav;
  }

  public AccountSnapshot account(Instant at) {
    List<Balance> balances = new ArrayList<>();
    futures.forEach((coin, total) -> balances.add(balance(SimMarket.FUTURES, coin, total)));
    spot.forEach((coin, total) -> balances.add(balance(SimMarket.SPOT, coin, total)));
    balances.removeIf(balance -> balance.total().signum() == 0);
    List<VenuePosition> open = new ArrayList<>();
    positions.forEach(
        (id, quantity) -> {
          if (!quantity.isZero()) {
            BigDecimal gain = price(id).value().subtract(entries.getOrDefault(id, BigDecimal.ZERO));
            open.add(
                new VenuePosition(
                    id,
                    quantity,
                    entries.getOrDefault(id, BigDecimal.ZERO),
                    gain.multiply(quantity.value()).multiply(SimMarket.multiplier(id))));
          }
        });
    return new AccountSnapshot(SimMarket.VENUE, at, at, balances, open);
  }

  private static Balance balance(Wallet wallet, String coin, BigDecimal total) {
    return new Balance(wallet, Currency.of(coin), total, total);
  }
}
