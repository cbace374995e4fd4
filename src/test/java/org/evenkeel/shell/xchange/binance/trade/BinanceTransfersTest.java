package org.evenkeel.shell.xchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.contract.TransfersContract;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.WalletTransfer;
import org.evenkeel.cycle.Venues;
import org.evenkeel.cycle.WalletTransfers;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Transfers between spot and USD-M keep the contract over Binance's dialect. */
class BinanceTransfersTest extends TransfersContract {

  private final SimulatedBinance binance = new SimulatedBinance();

  @AfterEach
  void stop() {
    binance.close();
  }

  @Override
  protected WalletTransfers ways() {
    return binance.venue.transfers();
  }

  @Override
  protected Venues venues() {
    return Venues.of(binance.venue);
  }

  @Override
  protected Wallet spot() {
    return Wallet.spot(Fixtures.BINANCE);
  }

  @Override
  protected Wallet futures() {
    return Wallet.futures(Fixtures.BINANCE);
  }

  @Override
  protected Currency cash() {
    return Currency.of("USDT");
  }

  @Override
  protected void fault(WalletTransfer transfer, String kind) {
    binance.fault("POST /sapi/v1/asset/transfer " + kind);
  }

  @Override
  protected int made() {
    return binance.exchange.transfers().size();
  }

  @Test
  void the_flow_reader_calls_it_a_transfer_that_needs_no_explanation() {
    Instant start = binance.venue.venueTime().orThrow().minusSeconds(1);
    ways().send(new WalletTransfer(futures(), spot(), Money.of("12.5", "USDT")));

    List<CashFlow> flows = binance.venue.cashFlows(start).orThrow();

    assertThat(flows).extracting(CashFlow::kind).containsExactly(CashFlow.Kind.TRANSFER);
    assertThat(flows.get(0).amount().amount()).isEqualByComparingTo(new BigDecimal("-12.5"));
    assertThat(flows.get(0).wallet()).isEqualTo(futures());
  }

  @Test
  void what_was_moved_is_found_while_the_estimate_of_the_venues_time_lags() {
    AtomicLong aheadMs = new AtomicLong();
    try (SimulatedBinance ahead =
        new SimulatedBinance(market -> market, () -> System.currentTimeMillis() + aheadMs.get())) {
      WalletTransfer transfer = new WalletTransfer(futures(), spot(), Money.of("12.5", "USDT"));
      Instant start = ahead.venue.venueTime().orThrow().minusSeconds(1);
      aheadMs.set(3000);

      ahead.venue.transfers().send(transfer);

      assertThat(ahead.venue.transfers().history(transfer, start).orThrow()).hasSize(1);
      assertThat(ahead.venue.cashFlows(start).orThrow()).hasSize(1);
    }
  }

  @Test
  void a_key_that_may_not_transfer_is_refused_before_anything_is_sent() throws Exception {
    try (FakeBinance fake = Fixtures.withClock(new FakeBinance())) {
      fake.on(
          "GET /sapi/v1/account/apiRestrictions",
          Answer.ok("{\"permitsUniversalTransfer\":false,\"enableInternalTransfer\":false}"));
      WalletTransfers ways = OrderFaultsTest.venueAt(fake.url()).transfers();

      assertThat(ways.objection(new WalletTransfer(spot(), futures(), Money.of("1", "USDT"))))
          .hasValueSatisfying(
              refusal -> assertThat(refusal.detail()).contains("Permits Universal Transfer"));
      assertThat(fake.requests("POST /sapi/v1/asset/transfer")).isEmpty();
    }
  }

  @Test
  void an_answer_that_proves_nothing_is_unknown_and_one_that_does_is_a_refusal() throws Exception {
    WalletTransfer transfer = new WalletTransfer(spot(), futures(), Money.of("1", "USDT"));
    try (FakeBinance fake = Fixtures.withClock(new FakeBinance())) {
      WalletTransfers ways = OrderFaultsTest.venueAt(fake.url()).transfers();
      fake.on(
          "POST /sapi/v1/asset/transfer",
          Answer.error(400, -1002, "You are not authorized to execute this request."));
      assertThat(ways.send(transfer)).isInstanceOf(WalletTransfers.Outcome.Rejected.class);

      for (Answer answer :
          List.of(
              Answer.error(400, -3041, "a code that nobody has listed"),
              Answer.html(200),
              Answer.ok("{\"msg\":\"success\"}"))) {
        fake.on("POST /sapi/v1/asset/transfer", answer);
        assertThat(ways.send(transfer)).isInstanceOf(WalletTransfers.Outcome.Unknown.class);
      }
    }
  }
}
