package org.evenkeel.shell.xchange;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.cycle.Venue;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.fault.CallSettings;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.evenkeel.shell.xchange.binance.trade.AccountKeys;
import org.evenkeel.shell.xchange.binance.trade.BinanceVenue;
import org.evenkeel.shell.xchange.kraken.KrakenLink;
import org.evenkeel.shell.xchange.kraken.KrakenSettings;
import org.evenkeel.shell.xchange.kraken.trade.KrakenKeys;
import org.evenkeel.shell.xchange.kraken.trade.KrakenVenue;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesLink;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesSettings;
import org.evenkeel.shell.xchange.krakenfutures.trade.KrakenFuturesVenue;
import org.evenkeel.shell.xchange.okx.OkxRig;
import org.evenkeel.shell.xchange.okx.trade.OkxVenue;

/** Every adapter at an address of a test, for what all of them must do alike. */
public enum Adapter {
  BINANCE("POST /fapi/v1/order", "BTC-USDT-PERP@binance", "newClientOrderId"),
  BINANCE_SPOT("POST /api/v3/order", "USDC-USDT-SPOT@binance", "newClientOrderId"),
  OKX("POST /api/v5/trade/order", "BTC-USDT-PERP@okx", "clOrdId"),
  KRAKEN("POST /0/private/AddOrder", "USDC-USD-SPOT@kraken", "cl_ord_id"),
  KRAKEN_FUTURES("POST /derivatives/api/v3/sendorder", "BTC-USD-PERP@krakenfutures", "cliOrdId");

  private static final String KEY = "canary-key-0123456789";
  private static final String SECRET = "Y2FuYXJ5LXNlY3JldC05ODc2NTQzMjEw";
  private static final Duration CONNECT = Duration.ofMillis(500);
  private static final Duration READ = Duration.ofMillis(700);
  private static final Duration AGE = Duration.ofMinutes(10);

  private final String order;
  private final String instrument;
  private final String clientIdField;

  Adapter(String order, String instrument, String clientIdField) {
    this.order = order;
    this.instrument = instrument;
    this.clientIdField = clientIdField;
  }

  /** Method and path of an order. */
  public String order() {
    return order;
  }

  public InstrumentId instrument() {
    return InstrumentId.of(instrument);
  }

  /** What the venue calls our id of an order. */
  public String clientIdField() {
    return clientIdField;
  }

  public OrderTicket ticket() {
    return ticket("10", "65130");
  }

  public OrderTicket ticket(String quantity, String price) {
    Instant signedAt = Instant.ofEpochMilli(1_790_000_000_123L);
    return new OrderTicket(
        ClientOrderId.of("ek4f7q0k3v9x2m1c8z"),
        instrument(),
        Side.BUY,
        Contracts.of(quantity),
        Price.of(price),
        TimeInForce.IOC,
        false,
        signedAt,
        signedAt.plusSeconds(5));
  }

  /** The same order, which only rests. */
  public OrderTicket resting() {
    OrderTicket ticket = ticket();
    return new OrderTicket(
        ticket.clientOrderId(),
        ticket.instrument(),
        ticket.side(),
        ticket.orderQty(),
        ticket.limitPrice(),
        TimeInForce.GTX,
        false,
        ticket.signedAt(),
        ticket.validUntil());
  }

  /** The adapter as in production, with the patience of a test. */
  public Venue at(URI url) {
    return switch (this) {
      case BINANCE, BINANCE_SPOT ->
          new BinanceVenue(
              Fixtures.link(url),
              Fixtures.capabilities(),
              new AccountKeys(Secret.of(KEY), Secret.of(SECRET)));
      case OKX ->
          new OkxVenue(
              OkxRig.hasty(url), OkxRig.capabilities(), OkxRig.keys(KEY, SECRET, "canary-phrase"));
      case KRAKEN ->
          new KrakenVenue(
              krakenLink(url),
              VenueFile.read("kraken"),
              new KrakenKeys(Secret.of(KEY), Secret.of(SECRET)));
      case KRAKEN_FUTURES ->
          new KrakenFuturesVenue(
              new KrakenFuturesLink(
                  VenueId.of("krakenfutures"),
                  new KrakenFuturesSettings(url, CONNECT, READ, AGE),
                  gate("krakenfutures", CallSettings.krakenFutures()),
                  Fixtures.clock()),
              VenueFile.read("krakenfutures"),
              new KrakenKeys(Secret.of(KEY), Secret.of(SECRET)));
    };
  }

  /** The connection to Kraken's spot market. */
  public static KrakenLink krakenLink(URI url) {
    return new KrakenLink(
        VenueId.of("kraken"),
        new KrakenSettings(url, CONNECT, READ, AGE),
        gate("kraken", CallSettings.kraken()),
        Fixtures.clock());
  }

  private static CallPolicies gate(String venue, CallSettings settings) {
    CallSettings real = settings.timesBudget(100);
    return new CallPolicies(
        venue,
        new CallSettings(
            real.budgets(),
            Duration.ofMillis(300),
            Duration.ofSeconds(3),
            2,
            Duration.ofMillis(5),
            100,
            100,
            Duration.ofSeconds(5)));
  }
}
