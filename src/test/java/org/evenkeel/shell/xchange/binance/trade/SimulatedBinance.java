package org.evenkeel.shell.xchange.binance.trade;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.binance.Desk;
import org.evenkeel.shell.simvenue.binance.FrontLimits;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.evenkeel.shell.simvenue.exchange.ExchangeSetup;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.exchange.OrderArrivals;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Dialect;
import org.evenkeel.shell.simvenue.http.Fault;
import org.evenkeel.shell.simvenue.http.Front;
import org.evenkeel.shell.simvenue.http.VenueClock;
import org.evenkeel.shell.simvenue.market.Market;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.BinanceMarketData;
import org.evenkeel.shell.xchange.binance.Fixtures;

/** The adapter at a simulated Binance whose faults a test orders: reads time out after 700 ms and are tried twice. */
public final class SimulatedBinance implements AutoCloseable {

  public static final InstrumentId PERP = InstrumentId.of("BTC-USDT-PERP@binance");
  public static final InstrumentId COINS = InstrumentId.of("USDC-USDT-SPOT@binance");

  static final Credentials KEY = new Credentials("test-key", "test-secret");

  public final HandMarket market = HandMarket.calm();
  final List<String> log = new CopyOnWriteArrayList<>();
  final Front front;
  final SimExchange exchange;
  public final BinanceLink link;
  public final BinanceVenue venue;
  final BinanceMarketData data;
  private int sequence;

  public SimulatedBinance() {
    this(market -> market, System::currentTimeMillis);
  }

  /** One whose market has more than that of the hand, and whose time is another. */
  public SimulatedBinance(UnaryOperator<Market> more, LongSupplier nowMs) {
    Market listed = more.apply(market);
    Map<String, BigDecimal> money = Map.of("USDT", new BigDecimal("100000"));
    ExchangeSetup setup =
        new ExchangeSetup(ExchangeRules.standard(), listed.series(), listed::quote, log::add);
    exchange = SimExchange.open(setup, new OpeningBalances(money, money), nowMs.getAsLong());
    VenueClock clock = VenueClock.wallSpeed(nowMs);
    Function<SimExchange, Dialect> speech =
        spoken -> new Desk(spoken, listed, clock, KEY, FrontLimits.standard().atSpeed(2));
    ExchangeSetup past =
        new ExchangeSetup(setup.rules(), setup.series(), setup.quotes(), line -> {});
    front =
        Front.start(
            new Front.Parts(
                speech.apply(exchange),
                exchange,
                clock,
                () -> List.copyOf(log),
                Optional.of(new Front.Past(past, speech))),
            0);
    link =
        Fixtures.link(
            URI.create(front.url()),
            new CallPolicies("binance", Fixtures.settings().timesBudget(1000)));
    venue =
        new BinanceVenue(
            link,
            Fixtures.capabilities(),
            new AccountKeys(Secret.of(KEY.apiKey()), Secret.of(KEY.apiSecret())));
    data = new BinanceMarketData(link);
  }

  /** Orders a fault as the command line writes it. */
  public void fault(String text) {
    front.order(Fault.Order.parse(text));
  }

  public OrderTicket buy(InstrumentId instrument, String quantity, String price) {
    sequence++;
    Instant now = venue.venueTime().orThrow();
    return new OrderTicket(
        ClientOrderId.of("ekdddd" + String.format("%012d", sequence)),
        instrument,
        Side.BUY,
        Contracts.of(quantity),
        Price.of(price),
        TimeInForce.IOC,
        false,
        now,
        now.plus(Duration.ofSeconds(5)));
  }

  OrderTicket buy() {
    return buy(PERP, "0.010", "20000.1");
  }

  /** Somebody's order that rests on the book far below the market. */
  void rest(String clientId) {
    exchange.place(
        OrderRequest.limit(
            HandMarket.BTC_PERP,
            clientId,
            org.evenkeel.shell.simvenue.exchange.Side.BUY,
            org.evenkeel.shell.simvenue.exchange.TimeInForce.GTC,
            BigDecimal.ONE,
            new BigDecimal("19000")),
        System.currentTimeMillis());
  }

  /** How often an order request of this ticket arrived at the venue. */
  public int arrivals(OrderTicket ticket) {
    return OrderArrivals.byClientId(log).getOrDefault(ticket.clientOrderId().value(), 0);
  }

  @Override
  public void close() {
    front.close();
  }
}
