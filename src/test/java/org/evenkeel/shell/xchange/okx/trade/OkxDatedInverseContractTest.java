package org.evenkeel.shell.xchange.okx.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.contract.InverseVenueContract;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.cycle.Venue;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.market.ContractTerm;
import org.evenkeel.shell.simvenue.market.DatedMarket;
import org.evenkeel.shell.simvenue.market.Market;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;
import org.evenkeel.shell.simvenue.okx.OkxManner;
import org.evenkeel.shell.xchange.Ledger;
import org.evenkeel.shell.xchange.okx.OkxMarketData;
import org.evenkeel.shell.xchange.okx.OkxRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A dated contract of OKX that is margined in its coin keeps what the perpetual one keeps, and is delivered in the coin. */
class OkxDatedInverseContractTest extends InverseVenueContract {

  private final AtomicLong aheadMs = new AtomicLong();
  private final SeriesId series =
      DatedMarket.over(HandMarket.calm(), List.of("BTCUSDT"), System.currentTimeMillis(), 1)
          .series()
          .stream()
          .map(SeriesInfo::id)
          .filter(id -> id.kind() == SeriesId.Kind.DATED)
          .findFirst()
          .orElseThrow();
  private final OkxRig rig =
      new OkxRig(OkxManner.standard().withLimits(10), this::nowMs, this::withDated);
  private final OkxVenue venue = rig.venue();
  private final InstrumentId dated = name();

  private long nowMs() {
    return System.currentTimeMillis() + aheadMs.get();
  }

  private Market withDated(Market hand) {
    ((HandMarket) hand).list(series);
    ((HandMarket) hand).set(series, "19999.9", "20000.1", "2");
    return hand;
  }

  private InstrumentId name() {
    Instant end = Instant.ofEpochMilli(ContractTerm.of(series).orElseThrow().expiryMs());
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(end.atZone(ZoneOffset.UTC).toLocalDate());
    return InstrumentId.of("BTC-USD-INVERSE" + day + "@okx");
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Override
  protected Venue venue() {
    return venue;
  }

  @Override
  protected InstrumentId spot() {
    return OkxRig.SPOT;
  }

  @Override
  protected List<InstrumentId> perpetuals() {
    return List.of();
  }

  @Override
  protected Optional<InstrumentId> inverse() {
    return Optional.of(dated);
  }

  @Override
  protected Wallet collateralWallet() {
    return Wallet.unified(OkxRig.OKX);
  }

  @Override
  protected void book(InstrumentId instrument, String bid, String ask, String quantity) {
    SeriesId its = instrument.equals(dated) ? series : OkxRig.series(instrument);
    rig.market().set(its, bid, ask, quantity);
  }

  /** 50 contracts of 100 dollars sold at 19,999.9 and delivered at 20,500: worth more coins then than now. */
  @Test
  void its_delivery_is_an_execution_whose_profit_is_in_the_coin_and_the_ledger_agrees() {
    Ledger ledger =
        new Ledger(venue, new OkxMarketData(rig.link()).specs(List.of(dated)).orThrow().getFirst());
    Instant now = venue.venueTime().orThrow();
    assertThat(
            venue.send(
                new OrderTicket(
                    ClientOrderId.of("ekcccc000000000001"),
                    dated,
                    Side.SELL,
                    Contracts.of("50"),
                    Price.of("19999.9"),
                    TimeInForce.IOC,
                    false,
                    now,
                    now.plusSeconds(5))))
        .isInstanceOf(SendOutcome.Accepted.class);
    assertThat(ledger.differences()).isEmpty();
    aheadMs.addAndGet(ContractTerm.of(series).orElseThrow().expiryMs() - nowMs() - 1000);
    rig.market().set(HandMarket.BTC_SPOT, "20499.99", "20500.01", "2");
    aheadMs.addAndGet(2000);
    rig.exchange().advanceTo(nowMs(), List.of());
    venue.venueTime().orThrow();
    Fill last = ledger.fills().getLast();
    assertThat(last.side()).isEqualTo(Side.BUY);
    assertThat(last.lastPx().value()).isEqualByComparingTo("20500");
    assertThat(venue.causeOf(last.venueOrderId(), dated).orThrow())
        .isEqualTo(ExecutionCause.DELIVERY);
    BigDecimal dollars = new BigDecimal("5000");
    assertThat(last.realizedPnl().amount())
        .as("a short of dollars' worth gains what a dollar loses in coins")
        .isCloseTo(
            dollars
                .divide(new BigDecimal("20500"), MathContext.DECIMAL64)
                .subtract(dollars.divide(new BigDecimal("19999.9"), MathContext.DECIMAL64)),
            org.assertj.core.data.Offset.offset(new BigDecimal("0.00000002")));
    assertThat(venue.account().orThrow().positions()).isEmpty();
    assertThat(ledger.differences()).isEmpty();
  }
}
