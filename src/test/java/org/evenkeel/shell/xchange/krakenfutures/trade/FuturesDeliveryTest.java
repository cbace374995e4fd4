package org.evenkeel.shell.xchange.krakenfutures.trade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.Assertions;
import org.evenkeel.contract.SecondSource;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.recorded.Decoders;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.evenkeel.shell.simvenue.exchange.ExchangeSetup;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Front;
import org.evenkeel.shell.simvenue.http.VenueClock;
import org.evenkeel.shell.simvenue.krakenfutures.KrakenFuturesDesk;
import org.evenkeel.shell.simvenue.market.ContractTerm;
import org.evenkeel.shell.simvenue.market.DatedMarket;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.xchange.Ledger;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.krakenfutures.FuturesSymbol;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesLink;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesMarketData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of a dated contract at Kraken Futures, which only the account log tells of. */
class FuturesDeliveryTest {

  private final AtomicLong aheadMs = new AtomicLong();
  private final HandMarket hand = HandMarket.calm();
  private final DatedMarket market =
      DatedMarket.over(hand, List.of("BTCUSDT"), System.currentTimeMillis(), 1);
  private final List<String> lines = new ArrayList<>();
  private final Map<String, BigDecimal> money = Map.of("USDT", new BigDecimal("100000"));
  private final SimExchange exchange =
      SimExchange.open(
          new ExchangeSetup(ExchangeRules.standard(), market.series(), market::quote, lines::add),
          new OpeningBalances(money, money),
          nowMs());
  private final VenueClock clock = VenueClock.wallSpeed(this::nowMs);
  private final Front front =
      Front.start(
          new Front.Parts(
              new KrakenFuturesDesk(
                  exchange, market, clock, new Credentials(FuturesAt.KEY, FuturesAt.SECRET), 100),
              exchange,
              clock,
              List::of),
          0);
  private final KrakenFuturesLink link = FuturesAt.link(URI.create(front.url()));
  private final KrakenFuturesVenue venue = FuturesAt.venue(link);
  private final SeriesId series = dated();
  private final InstrumentId quarter = nameOf(series);

  private long nowMs() {
    return System.currentTimeMillis() + aheadMs.get();
  }

  @AfterEach
  void stop() {
    front.close();
  }

  private SeriesId dated() {
    return exchange.series().stream()
        .map(info -> info.id())
        .filter(id -> id.kind() == SeriesId.Kind.DATED)
        .findFirst()
        .orElseThrow();
  }

  private static InstrumentId nameOf(SeriesId series) {
    Instant end = Instant.ofEpochMilli(ContractTerm.of(series).orElseThrow().expiryMs());
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(end.atZone(ZoneOffset.UTC).toLocalDate());
    return InstrumentId.of("BTC-USD-" + day + "@krakenfutures");
  }

  private void waitUntilDelivered() {
    aheadMs.addAndGet(ContractTerm.of(series).orElseThrow().expiryMs() - nowMs() - 1000);
    hand.set(HandMarket.BTC_SPOT, "20499.99", "20500.01", "2");
    aheadMs.addAndGet(2000);
    exchange.advanceTo(nowMs(), List.of());
    venue.venueTime().orThrow();
  }

  private List<Fill> fills() {
    return venue.fills(quarter, Optional.empty(), Instant.EPOCH).orThrow();
  }

  @Test
  void a_delivery_that_only_the_log_tells_of_is_an_execution_and_the_ledger_agrees() {
    Ledger ledger =
        new Ledger(
            venue, new KrakenFuturesMarketData(link).specs(List.of(quarter)).orThrow().getFirst());
    exchange.place(
        OrderRequest.market(
            series,
            "byhand",
            org.evenkeel.shell.simvenue.exchange.Side.SELL,
            new BigDecimal("0.3")),
        nowMs());
    assertThat(ledger.differences()).isEmpty();
    assertThat(fills()).hasSize(1);
    waitUntilDelivered();
    Fill last = ledger.fills().getLast();
    assertThat(last.side()).isEqualTo(Side.BUY);
    assertThat(last.lastQty()).isEqualTo(Contracts.of("0.3"));
    assertThat(last.lastPx().value()).isEqualByComparingTo("20500");
    assertThat(venue.causeOf(last.venueOrderId(), quarter).orThrow())
        .isEqualTo(ExecutionCause.DELIVERY);
    assertThat(venue.clientIdOf(last.venueOrderId(), quarter).orThrow()).isEmpty();
    assertThat(venue.account().orThrow().positions()).isEmpty();
    assertThat(ledger.differences()).isEmpty();
    assertThat(venue.income(Instant.ofEpochMilli(nowMs() - 3_600_000)).orThrow())
        .as("the entry is told once, as an execution")
        .isEmpty();
    assertThat(venue.fills(quarter, Optional.of(last.tradeId()), Instant.EPOCH).orThrow())
        .as("the name of a delivery is none that the venue could page from")
        .endsWith(last);
    assertThat(
            SecondSource.gaps(
                venue,
                venue.dropCopy(),
                List.of(quarter),
                Instant.ofEpochMilli(nowMs() - 80 * 86_400_000L)))
        .as("a second source shows the same")
        .isEmpty();
  }

  @Test
  void the_delivery_of_what_is_not_held_is_no_execution() {
    waitUntilDelivered();
    assertThat(fills()).isEmpty();
  }

  @Test
  void half_a_delivery_is_refused_and_never_completed_by_a_guess() {
    JsonNode money =
        Decoders.json(
            FuturesTradeDecodersTest.LOG
                .replace("futures trade", "settlement")
                .replace("pf_xbtusd", "ff_xbtusd_260327"));
    FuturesSymbol symbol = FuturesSymbol.of(InstrumentId.of("BTC-USD-20260327@krakenfutures"));
    Assertions.assertThatExceptionOfType(UnreadableReply.class)
        .isThrownBy(() -> FuturesDeliveries.fills(symbol, List.of(money)))
        .withMessageContaining("0 of the position");
  }
}
