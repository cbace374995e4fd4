package org.evenkeel.shell.xchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.contract.SecondSource;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.exchange.OrderCause;
import org.evenkeel.shell.simvenue.market.ContractTerm;
import org.evenkeel.shell.simvenue.market.DatedMarket;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.xchange.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Positions that Binance closes itself: the adapter tells why, and the ledger agrees with the account afterwards. */
class BinanceClosedByVenueTest {

  private final AtomicLong aheadMs = new AtomicLong();
  private final SimulatedBinance binance =
      new SimulatedBinance(
          hand -> DatedMarket.over(hand, List.of("BTCUSDT"), System.currentTimeMillis(), 1),
          this::nowMs);

  private long nowMs() {
    return System.currentTimeMillis() + aheadMs.get();
  }

  @AfterEach
  void stop() {
    binance.close();
  }

  private SeriesId dated() {
    return binance.exchange.series().getLast().id();
  }

  private static InstrumentId nameOf(SeriesId series) {
    Instant end = Instant.ofEpochMilli(ContractTerm.of(series).orElseThrow().expiryMs());
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(end.atZone(ZoneOffset.UTC).toLocalDate());
    return InstrumentId.of("BTC-USDT-" + day + "@binance");
  }

  private Ledger ledger(InstrumentId instrument) {
    return new Ledger(binance.venue, binance.data.specs(List.of(instrument)).orThrow().getFirst());
  }

  private void buy(InstrumentId instrument, String price) {
    assertThat(binance.venue.send(binance.buy(instrument, "0.500", price)))
        .isInstanceOf(SendOutcome.Accepted.class);
  }

  @Test
  void a_delivered_contract_leaves_the_ledger_as_it_leaves_the_account() {
    InstrumentId quarter = nameOf(dated());
    Ledger ledger = ledger(quarter);
    buy(quarter, "21000.0");
    assertThat(ledger.differences()).isEmpty();
    long left = ContractTerm.of(dated()).orElseThrow().expiryMs() - nowMs();
    aheadMs.addAndGet(left - 1000);
    binance.market.set(HandMarket.BTC_SPOT, "20499.99", "20500.01", "2");
    aheadMs.addAndGet(2000);
    binance.exchange.advanceTo(nowMs(), List.of());
    binance.venue.venueTime().orThrow();

    List<Fill> fills = ledger.fills();
    Fill last = fills.getLast();
    assertThat(last.side()).isEqualTo(Side.SELL);
    assertThat(last.lastPx().value()).isEqualByComparingTo("20500");
    assertThat(binance.venue.causeOf(last.venueOrderId(), quarter).orThrow())
        .isEqualTo(ExecutionCause.DELIVERY);
    assertThat(binance.venue.account().orThrow().positions()).isEmpty();
    assertThat(ledger.differences()).isEmpty();
    assertThat(
            SecondSource.gaps(
                binance.venue,
                binance.venue.dropCopy(),
                List.of(quarter),
                Instant.ofEpochMilli(nowMs() - 80 * 86_400_000L)))
        .as("a second source shows the same")
        .isEmpty();
    assertThat(binance.venue.income(Instant.ofEpochMilli(nowMs() - 86_400_000)).orThrow())
        .as("the profit comes with the trade")
        .isEmpty();
  }

  @Test
  void a_liquidation_and_an_adl_are_told_from_an_order_by_their_client_ids() {
    Ledger ledger = ledger(SimulatedBinance.PERP);
    buy(SimulatedBinance.PERP, "20000.1");
    closes(OrderCause.PARTIAL_LIQUIDATION);
    closes(OrderCause.ADL);
    List<Fill> fills = ledger.fills();
    assertThat(fills)
        .extracting(
            fill -> binance.venue.causeOf(fill.venueOrderId(), SimulatedBinance.PERP).orThrow())
        .endsWith(ExecutionCause.LIQUIDATION, ExecutionCause.ADL)
        .startsWith(ExecutionCause.ORDER);
    assertThat(ledger.differences()).isEmpty();
    assertThat(
            SecondSource.gaps(
                binance.venue,
                binance.venue.dropCopy(),
                List.of(SimulatedBinance.PERP),
                Instant.ofEpochMilli(nowMs() - 86_400_000)))
        .as("a second source shows the same")
        .isEmpty();
  }

  private void closes(OrderCause cause) {
    assertThat(
            binance.exchange.closeByForce(
                HandMarket.BTC_PERP, new BigDecimal("0.5"), cause, nowMs()))
        .isPresent();
  }

  @Test
  void a_shortfall_that_the_venue_took_over_is_income_and_the_ledger_agrees() {
    Ledger ledger = ledger(SimulatedBinance.PERP);
    binance.exchange.setLeverage("BTCUSDT", 20, nowMs());
    binance.market.set(HandMarket.BTC_PERP, "19999.9", "20000.1", "100");
    assertThat(binance.venue.send(binance.buy(SimulatedBinance.PERP, "90.000", "20000.1")))
        .isInstanceOf(SendOutcome.Accepted.class);
    binance.market.set(HandMarket.BTC_PERP, "17999.9", "18000.1", "100");
    binance.venue.venueTime().orThrow();

    assertThat(ledger.differences()).isEmpty();
    assertThat(binance.venue.income(Instant.ofEpochMilli(nowMs() - 86_400_000)).orThrow())
        .extracting(income -> income.venueKind())
        .containsExactly("INSURANCE_CLEAR");
    assertThat(ledger.fills())
        .extracting(
            fill -> binance.venue.causeOf(fill.venueOrderId(), SimulatedBinance.PERP).orThrow())
        .endsWith(ExecutionCause.LIQUIDATION);
  }
}
