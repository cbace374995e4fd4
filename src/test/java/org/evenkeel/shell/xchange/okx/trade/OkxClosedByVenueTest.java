package org.evenkeel.shell.xchange.okx.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.contract.SecondSource;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.exchange.OrderCause;
import org.evenkeel.shell.simvenue.market.ContractTerm;
import org.evenkeel.shell.simvenue.market.DatedMarket;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.okx.OkxManner;
import org.evenkeel.shell.xchange.Ledger;
import org.evenkeel.shell.xchange.okx.OkxMarketData;
import org.evenkeel.shell.xchange.okx.OkxRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Positions that OKX closes itself: the adapter tells why, and the ledger agrees with the account afterwards. */
class OkxClosedByVenueTest {

  private final AtomicLong aheadMs = new AtomicLong();
  private final OkxRig rig =
      new OkxRig(
          OkxManner.standard().withLimits(10),
          this::nowMs,
          hand -> DatedMarket.over(hand, List.of("BTCUSDT"), System.currentTimeMillis(), 1));
  private final OkxVenue venue = rig.venue();

  private long nowMs() {
    return System.currentTimeMillis() + aheadMs.get();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private SeriesId dated() {
    return rig.exchange().series().getLast().id();
  }

  private static InstrumentId nameOf(SeriesId series) {
    Instant end = Instant.ofEpochMilli(ContractTerm.of(series).orElseThrow().expiryMs());
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(end.atZone(ZoneOffset.UTC).toLocalDate());
    return InstrumentId.of("BTC-USDT-" + day + "@okx");
  }

  private Ledger ledger(InstrumentId instrument) {
    return new Ledger(
        venue, new OkxMarketData(rig.link()).specs(List.of(instrument)).orThrow().getFirst());
  }

  private void trade(InstrumentId instrument, Side side, String contracts, String price) {
    Instant now = venue.venueTime().orThrow();
    OrderTicket ticket =
        new OrderTicket(
            ClientOrderId.of("ekcccc000000000001"),
            instrument,
            side,
            Contracts.of(contracts),
            Price.of(price),
            TimeInForce.IOC,
            false,
            now,
            now.plusSeconds(5));
    assertThat(venue.send(ticket)).isInstanceOf(SendOutcome.Accepted.class);
  }

  @Test
  void a_delivery_that_only_a_bill_tells_of_is_an_execution_and_the_ledger_agrees() {
    InstrumentId quarter = nameOf(dated());
    Ledger ledger = ledger(quarter);
    trade(quarter, Side.SELL, "50", "19000");
    assertThat(ledger.differences()).isEmpty();
    aheadMs.addAndGet(ContractTerm.of(dated()).orElseThrow().expiryMs() - nowMs() - 1000);
    rig.market().set(HandMarket.BTC_SPOT, "20499.99", "20500.01", "2");
    aheadMs.addAndGet(2000);
    rig.exchange().advanceTo(nowMs(), List.of());
    venue.venueTime().orThrow();

    Fill last = ledger.fills().getLast();
    assertThat(last.side()).isEqualTo(Side.BUY);
    assertThat(last.lastQty()).isEqualTo(Contracts.of("50"));
    assertThat(last.lastPx().value()).isEqualByComparingTo("20500");
    assertThat(venue.causeOf(last.venueOrderId(), quarter).orThrow())
        .isEqualTo(ExecutionCause.DELIVERY);
    assertThat(venue.clientIdOf(last.venueOrderId(), quarter).orThrow()).isEmpty();
    assertThat(venue.account().orThrow().positions()).isEmpty();
    assertThat(ledger.differences()).isEmpty();
    assertThat(
            SecondSource.gaps(
                venue,
                venue.dropCopy(),
                List.of(quarter),
                Instant.ofEpochMilli(nowMs() - 80 * 86_400_000L)))
        .as("a second source shows the same")
        .isEmpty();
    assertThat(venue.income(Instant.ofEpochMilli(nowMs() - 86_400_000)).orThrow())
        .as("the bill is told once, as an execution")
        .isEmpty();
  }

  @Test
  void a_liquidation_and_an_adl_are_told_from_an_order_by_their_category() {
    Ledger ledger = ledger(OkxRig.PERP);
    trade(OkxRig.PERP, Side.BUY, "50", "20000.1");
    closes(OrderCause.PARTIAL_LIQUIDATION);
    closes(OrderCause.ADL);
    closes(OrderCause.LIQUIDATION);
    assertThat(ledger.fills())
        .extracting(fill -> venue.causeOf(fill.venueOrderId(), OkxRig.PERP).orThrow())
        .endsWith(ExecutionCause.LIQUIDATION, ExecutionCause.ADL, ExecutionCause.LIQUIDATION)
        .startsWith(ExecutionCause.ORDER);
    assertThat(ledger.differences()).isEmpty();
    assertThat(
            SecondSource.gaps(
                venue,
                venue.dropCopy(),
                List.of(OkxRig.PERP),
                Instant.ofEpochMilli(nowMs() - 86_400_000)))
        .as("a second source shows the same")
        .isEmpty();
  }

  private void closes(OrderCause cause) {
    assertThat(
            rig.exchange().closeByForce(HandMarket.BTC_PERP, new BigDecimal("0.5"), cause, nowMs()))
        .isPresent();
  }
}
