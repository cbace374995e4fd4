package org.evenkeel.shell.xchange.krakenfutures.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.contract.SecondSource;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.evenkeel.shell.simvenue.exchange.ExchangeSetup;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.exchange.OrderCause;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.Side;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Front;
import org.evenkeel.shell.simvenue.http.VenueClock;
import org.evenkeel.shell.simvenue.krakenfutures.KrakenFuturesDesk;
import org.evenkeel.shell.xchange.Ledger;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesLink;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesMarketData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Positions that Kraken Futures closes itself: the adapter tells why, and the ledger agrees with the account afterwards. */
class FuturesClosedByVenueTest {

  private static final InstrumentId BTC = InstrumentId.of("BTC-USD-PERP@krakenfutures");

  private final HandMarket market = HandMarket.calm();
  private final List<String> lines = new ArrayList<>();
  private final Map<String, BigDecimal> money = Map.of("USDT", new BigDecimal("100000"));
  private final SimExchange exchange =
      SimExchange.open(
          new ExchangeSetup(ExchangeRules.standard(), market.series(), market::quote, lines::add),
          new OpeningBalances(money, money),
          System.currentTimeMillis());
  private final VenueClock clock = VenueClock.wallSpeed(System::currentTimeMillis);
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

  @AfterEach
  void stop() {
    front.close();
  }

  private void closes(OrderCause cause) {
    assertThat(
            exchange.closeByForce(
                HandMarket.BTC_PERP, new BigDecimal("0.5"), cause, System.currentTimeMillis()))
        .isPresent();
  }

  @Test
  void a_liquidation_and_an_unwind_are_told_from_an_order_by_their_fill_types() {
    Ledger ledger =
        new Ledger(
            venue, new KrakenFuturesMarketData(link).specs(List.of(BTC)).orThrow().getFirst());
    exchange.place(
        OrderRequest.market(HandMarket.BTC_PERP, "byhand", Side.BUY, BigDecimal.ONE),
        System.currentTimeMillis());
    closes(OrderCause.LIQUIDATION);
    closes(OrderCause.ADL);
    assertThat(ledger.fills())
        .extracting(fill -> venue.causeOf(fill.venueOrderId(), BTC).orThrow())
        .endsWith(ExecutionCause.LIQUIDATION, ExecutionCause.ADL)
        .startsWith(ExecutionCause.ORDER);
    assertThat(ledger.differences()).isEmpty();
    assertThat(
            SecondSource.gaps(
                venue, venue.dropCopy(), List.of(BTC), Instant.now().minusSeconds(3600)))
        .as("a second source shows the same")
        .isEmpty();
  }

  @Test
  void the_cause_of_a_fill_that_was_never_read_is_not_guessed() {
    Result<ExecutionCause> unknown = venue.causeOf(VenueOrderId.of("never-seen"), BTC);
    assertThat(unknown)
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused ->
                assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.VENUE_UNAVAILABLE));
  }

  @Test
  void being_assigned_away_or_unwound_for_want_of_margin_is_a_liquidation() {
    assertThat(List.of("assignor", "unwindBankrupt", "liquidation"))
        .allSatisfy(
            word -> assertThat(FuturesFillPages.cause(word)).isEqualTo(ExecutionCause.LIQUIDATION));
    assertThat(FuturesFillPages.cause("assignee")).isEqualTo(ExecutionCause.ADL);
    assertThat(FuturesFillPages.cause("takerAfterEdit")).isEqualTo(ExecutionCause.ORDER);
  }
}
