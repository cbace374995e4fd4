package org.evenkeel.core.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.data.Books.NOON;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.CashTerms;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.RateSource;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.catalog.WeightRules;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.UsableEquity;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.SleeveTarget;
import org.evenkeel.core.parity.TargetWeights;
import org.junit.jupiter.api.Test;

/**
 * An account in USD with one bitcoin at 50,000 and 30,000 dollars, short 200 contracts of 100 dollars, and long a dated future of
 * ether.
 */
class InverseStatementTest {

  private static final Currency USD = Currency.of("USD");
  private static final Currency BTC = Currency.of("BTC");
  private static final VenueId OKX = VenueId.of("okx");
  private static final Wallet WALLET = Wallet.unified(OKX);
  private static final Instrument INVERSE = new Instrument.InversePerpetual(BTC, USD, OKX);
  private static final Instrument COIN = new Instrument.Spot(BTC, USD, OKX);
  private static final Instrument DATED =
      new Instrument.DatedFuture(Currency.of("ETH"), USD, LocalDate.of(2026, 3, 27), OKX);
  private static final List<Quote> QUOTES =
      List.of(
          Books.quote(INVERSE, "50000"), Books.quote(COIN, "50000"), Books.quote(DATED, "2500"));

  private static final Universe UNIVERSE =
      new Universe(
          USD,
          List.of(sleeve("btc", INVERSE), sleeve("eth", DATED)),
          List.of(),
          WeightRules.none(),
          List.of(new RateSource.SpotMarket(BTC, COIN.id())));

  /** Half a coin was lost by the short. */
  private static final AccountSnapshot ACCOUNT =
      new AccountSnapshot(
          OKX,
          NOON,
          NOON,
          List.of(balance(BTC, "1"), balance(USD, "30000")),
          List.of(
              new VenuePosition(
                  INVERSE.id(), Contracts.of("-200"), BigDecimal.ONE, new BigDecimal("-0.5")),
              new VenuePosition(
                  DATED.id(), Contracts.of("4"), BigDecimal.ONE, new BigDecimal("1000"))));

  private static Sleeve sleeve(String name, Instrument leg) {
    return new Sleeve(
        SleeveId.of(name),
        SleeveClass.of("majors"),
        BigDecimal.ONE,
        List.of(new Leg(leg.id(), BigDecimal.ONE)));
  }

  private static Balance balance(Currency currency, String total) {
    return new Balance(WALLET, currency, new BigDecimal(total), new BigDecimal(total));
  }

  private static InstrumentSpec spec(Instrument instrument, String multiplier) {
    return new InstrumentSpec(
        instrument,
        new BigDecimal("0.1"),
        BigDecimal.ONE,
        BigDecimal.ONE,
        new BigDecimal("1000000"),
        BigDecimal.ZERO,
        new BigDecimal(multiplier),
        true);
  }

  private static CycleStatement statement() {
    List<SleeveId> ids = UNIVERSE.sleeves().stream().map(Sleeve::id).toList();
    Ratio half = Ratio.of("0.5");
    return new StatementWriter(
            UNIVERSE, List.of(spec(INVERSE, "100"), spec(COIN, "1"), spec(DATED, "1")), QUOTES)
        .draw(
            NOON,
            ACCOUNT,
            Money.of("50000", "USD"),
            CovarianceEstimate.given(ids, new double[][] {{0.36, 0.18}, {0.18, 0.36}}),
            new TargetWeights(
                ids.stream().map(id -> new SleeveTarget(id, half, half, half, half)).toList(),
                Ratio.ONE,
                Ratio.ZERO,
                TargetWeights.Binding.TARGET_VOLATILITY),
            "risk-parity: proven",
            BigDecimal.ZERO,
            List.of(),
            new TreeMap<>());
  }

  private static PositionRow position(InstrumentId id) {
    return statement().positions().stream()
        .filter(row -> row.subject().equals(id.value()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void every_kind_of_future_is_listed_with_its_value() {
    assertThat(position(INVERSE.id()).notional()).isEqualByComparingTo("-20000");
    assertThat(position(INVERSE.id()).navFraction()).isEqualByComparingTo("-0.4");
    assertThat(position(DATED.id()).notional()).isEqualByComparingTo("10000");
  }

  /** Half a coin is left, 25,000 dollars, of which 20,000 are sold short. */
  @Test
  void a_sleeve_holds_its_contracts_and_the_coins_behind_them() {
    CycleStatement statement = statement();
    assertThat(statement.weights().get(0).currentExposure()).isEqualByComparingTo("0.1");
    assertThat(statement.weights().get(1).currentExposure()).isEqualByComparingTo("0.2");
    assertThat(statement.grossLeverage()).isEqualByComparingTo("0.3");
  }

  /** 1 coin and 30,000, less half a coin, and 1,000 dollars of profit. */
  @Test
  void a_loss_in_coins_is_taken_from_the_value_at_the_coins_price() {
    Yardstick yardstick = Yardstick.of(UNIVERSE, QUOTES).orThrow();
    assertThat(yardstick.nav(ACCOUNT).orThrow()).isEqualTo(Money.of("56000", "USD"));
    assertThat(UsableEquity.of(ACCOUNT, yardstick, UNIVERSE, CashTerms.riskless()).orThrow().nav())
        .isEqualTo(Money.of("56000", "USD"));
  }

  @Test
  void without_a_price_of_the_coin_nothing_is_measured() {
    assertThat(
            Yardstick.of(
                    new Universe(USD, List.of(sleeve("btc", INVERSE)), List.of()),
                    List.of(Books.quote(INVERSE, "50000")))
                .toString())
        .contains("BTC-USD-SPOT@okx");
  }
}
