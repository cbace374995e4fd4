package org.evenkeel.shell.xchange.krakenfutures.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.contract.VenueContract;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.settle.Income;
import org.evenkeel.cycle.Venue;
import org.evenkeel.recorded.Decoders;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.evenkeel.shell.simvenue.exchange.ExchangeSetup;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Front;
import org.evenkeel.shell.simvenue.http.VenueClock;
import org.evenkeel.shell.simvenue.krakenfutures.KrakenFuturesDesk;
import org.evenkeel.shell.simvenue.market.DatedMarket;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesFundingFeed;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesLink;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesMarketData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The adapter keeps the same contract with a future that ends on a day, beside the perpetual of the same coin. */
class KrakenFuturesDatedContractTest extends VenueContract {

  private static final InstrumentId BTC = InstrumentId.of("BTC-USD-PERP@krakenfutures");
  private static final InstrumentId ETH = InstrumentId.of("ETH-USD-PERP@krakenfutures");

  /** The one that is delivered next. */
  private static final SeriesId SERIES =
      DatedMarket.over(HandMarket.calm(), List.of("BTCUSDT"), System.currentTimeMillis(), 1)
          .series()
          .stream()
          .map(SeriesInfo::id)
          .filter(id -> id.kind() == SeriesId.Kind.DATED)
          .findFirst()
          .orElseThrow();

  private static final InstrumentId DATED =
      InstrumentId.of(
          "BTC-USD-20"
              + SERIES.symbol().substring(SERIES.symbol().indexOf('_') + 1)
              + "@krakenfutures");

  private final HandMarket market = HandMarket.calm();
  private Front front;
  private KrakenFuturesLink link;
  private KrakenFuturesVenue venue;

  @BeforeEach
  void start() {
    market.list(SERIES);
    market.set(SERIES, "19999.9", "20000.1", "2");
    Map<String, BigDecimal> money = Map.of("USDT", new BigDecimal("100000"));
    List<String> lines = new ArrayList<>();
    SimExchange exchange =
        SimExchange.open(
            new ExchangeSetup(ExchangeRules.standard(), market.series(), market::quote, lines::add),
            new OpeningBalances(money, money),
            System.currentTimeMillis());
    VenueClock clock = VenueClock.wallSpeed(System::currentTimeMillis);
    KrakenFuturesDesk desk =
        new KrakenFuturesDesk(
            exchange, market, clock, new Credentials(FuturesAt.KEY, FuturesAt.SECRET), 100);
    front = Front.start(new Front.Parts(desk, exchange, clock, List::of), 0);
    link = FuturesAt.link(URI.create(front.url()));
    venue = FuturesAt.venue(link);
  }

  @AfterEach
  void stop() {
    front.close();
  }

  @Override
  protected Venue venue() {
    return venue;
  }

  @Override
  protected List<InstrumentId> perpetuals() {
    return List.of(DATED, ETH);
  }

  @Override
  protected Optional<InstrumentId> coins() {
    return Optional.empty();
  }

  @Override
  protected Currency cash() {
    return Currency.of("USD");
  }

  @Override
  protected void book(InstrumentId instrument, String bid, String ask, String quantity) {
    market.set(instrument.equals(DATED) ? SERIES : HandMarket.ETH_PERP, bid, ask, quantity);
  }

  private OrderTicket buy(String id, InstrumentId instrument, String quantity, String price) {
    Instant now = venue.venueTime().orThrow();
    return new OrderTicket(
        ClientOrderId.of(id),
        instrument,
        Side.BUY,
        Contracts.of(quantity),
        Price.of(price),
        TimeInForce.IOC,
        false,
        now,
        now.plusSeconds(5));
  }

  /** venues.md 4.1: an order whose day is lost on the way is one of the perpetual. */
  @Test
  void the_dated_contract_and_the_perpetual_of_a_coin_are_two() {
    market.set(SERIES, "20499.9", "20500.1", "2");
    venue.send(buy("ekccccdated000001", DATED, "0.010", "20500.1"));
    venue.send(buy("ekccccperp0000001", BTC, "0.030", "20000.1"));

    AccountSnapshot account = venue.account().orThrow();

    assertThat(account.position(DATED)).isEqualTo(Contracts.of("0.010"));
    assertThat(account.position(BTC)).isEqualTo(Contracts.of("0.030"));
    assertThat(venue.fills(DATED, Optional.empty(), Instant.EPOCH).orThrow())
        .hasSize(1)
        .allMatch(fill -> fill.lastPx().equals(Price.of("20500.1")));
    assertThat(venue.fills(BTC, Optional.empty(), Instant.EPOCH).orThrow())
        .hasSize(1)
        .allMatch(fill -> fill.lastPx().equals(Price.of("20000.1")));
  }

  @Test
  void market_data_has_the_dated_contract_under_its_day() {
    market.set(SERIES, "20499.9", "20500.1", "2");
    KrakenFuturesMarketData data = new KrakenFuturesMarketData(link);

    assertThat(data.specs(List.of(DATED)).orThrow())
        .hasSize(1)
        .allMatch(spec -> spec.id().equals(DATED) && spec.isTrading())
        .allMatch(spec -> spec.multiplier().compareTo(BigDecimal.ONE) == 0);
    assertThat(data.quotes(List.of(DATED, BTC)).orThrow())
        .extracting(quote -> quote.ask())
        .containsExactlyInAnyOrder(Price.of("20500.1"), Price.of("20000.1"));
    assertThat(
            data.bars(DATED, Duration.ofHours(1), 100, venue.venueTime().orThrow())
                .orThrow()
                .bars())
        .hasSize(100);
  }

  private static AccountLog.Entry settlement(String contract) {
    return AccountLog.entry(
        8,
        Decoders.json(
            FuturesTradeDecodersTest.LOG
                .replace("\"id\":7", "\"id\":8")
                .replace("futures trade", "settlement")
                .replace("pf_xbtusd", contract)
                .replace("\"realized_pnl\":0", "\"realized_pnl\":-0.05")));
  }

  /** Profit and fee come with the execution that is made of the settlement; the rest is booked where it belongs. */
  @Test
  void of_a_settlement_only_what_is_neither_profit_nor_fee_is_an_income() {
    List<Income> income = new ArrayList<>();
    FuturesMovements.addIncome(
        income, settlement("ff_xbtusd_260327"), Wallet.futures(FuturesAt.VENUE));
    assertThat(income)
        .extracting(one -> one.kind() + " " + one.amount().amount().stripTrailingZeros())
        .containsExactly("FUNDING -0.1", "OTHER 0.05");
  }

  @Test
  void a_dated_contract_needs_no_setting_and_pays_no_funding() {
    assertThat(venue.setup().prepare(List.of(DATED), 3).orThrow()).isFalse();
    Instant now = venue.venueTime().orThrow();
    assertThat(
            new KrakenFuturesFundingFeed(link)
                .settled(DATED, now.minusSeconds(3600), now)
                .orThrow())
        .isEmpty();
  }
}
