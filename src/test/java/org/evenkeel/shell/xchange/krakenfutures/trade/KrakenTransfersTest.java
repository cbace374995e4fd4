package org.evenkeel.shell.xchange.krakenfutures.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.evenkeel.contract.TransfersContract;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.settle.WalletTransfer;
import org.evenkeel.cycle.Venues;
import org.evenkeel.cycle.WalletTransfers;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.fault.CallSettings;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.evenkeel.shell.simvenue.exchange.ExchangeSetup;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Fault;
import org.evenkeel.shell.simvenue.http.Front;
import org.evenkeel.shell.simvenue.http.VenueClock;
import org.evenkeel.shell.simvenue.kraken.KrakenDesk;
import org.evenkeel.shell.simvenue.krakenfutures.KrakenFuturesDesk;
import org.evenkeel.shell.xchange.VenueFile;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.evenkeel.shell.xchange.kraken.KrakenLink;
import org.evenkeel.shell.xchange.kraken.KrakenSettings;
import org.evenkeel.shell.xchange.kraken.trade.KrakenKeys;
import org.evenkeel.shell.xchange.kraken.trade.KrakenVenue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transfers between Kraken's spot market and Kraken Futures keep the contract over both dialects. */
class KrakenTransfersTest extends TransfersContract {

  private static final VenueId KRAKEN = VenueId.of("kraken");

  private SimExchange exchange;
  private Front spotFront;
  private Front futuresFront;
  private KrakenVenue spot;
  private KrakenFuturesVenue futures;

  @BeforeEach
  void start() {
    HandMarket market = HandMarket.calm();
    Map<String, BigDecimal> money = Map.of("USDT", new BigDecimal("100000"));
    exchange =
        SimExchange.open(
            new ExchangeSetup(
                ExchangeRules.standard(), market.series(), market::quote, event -> {}),
            new OpeningBalances(money, money),
            System.currentTimeMillis());
    VenueClock clock = VenueClock.wallSpeed(System::currentTimeMillis);
    Credentials key = new Credentials(FuturesAt.KEY, FuturesAt.SECRET);
    spotFront =
        Front.start(
            new Front.Parts(
                new KrakenDesk(exchange, market, clock, key, 100), exchange, clock, List::of),
            0);
    futuresFront =
        Front.start(
            new Front.Parts(
                new KrakenFuturesDesk(exchange, market, clock, key, 100),
                exchange,
                clock,
                List::of),
            0);
    KrakenLink link =
        new KrakenLink(
            KRAKEN,
            new KrakenSettings(
                URI.create(spotFront.url()),
                Duration.ofMillis(500),
                Duration.ofMillis(700),
                Duration.ofMinutes(10)),
            new CallPolicies("kraken", CallSettings.kraken().timesBudget(100)),
            Fixtures.clock());
    spot =
        new KrakenVenue(
            link,
            VenueFile.read("kraken"),
            new KrakenKeys(Secret.of(FuturesAt.KEY), Secret.of(FuturesAt.SECRET)));
    futures = FuturesAt.venue(FuturesAt.link(URI.create(futuresFront.url())));
  }

  @AfterEach
  void stop() {
    spotFront.close();
    futuresFront.close();
  }

  @Override
  protected WalletTransfers ways() {
    return futures.transfers(spot);
  }

  @Override
  protected Venues venues() {
    return new Venues(List.of(spot, futures));
  }

  @Override
  protected Wallet spot() {
    return Wallet.spot(KRAKEN);
  }

  @Override
  protected Wallet futures() {
    return Wallet.futures(FuturesAt.VENUE);
  }

  @Override
  protected Currency cash() {
    return Currency.of("USD");
  }

  @Override
  protected void fault(WalletTransfer transfer, String kind) {
    if (transfer.from().equals(spot())) {
      spotFront.order(Fault.Order.parse("POST /0/private/WalletTransfer " + kind));
    } else {
      futuresFront.order(Fault.Order.parse("POST /derivatives/api/v3/withdrawal " + kind));
    }
  }

  @Override
  protected int made() {
    return exchange.transfers().size();
  }

  @Test
  void a_coin_that_is_not_there_is_refused() {
    assertThat(spot.transfers().send(new WalletTransfer(spot(), futures(), Money.of("1", "EUR"))))
        .isInstanceOf(WalletTransfers.Outcome.Rejected.class);
    assertThat(made()).isZero();
  }
}
