package org.evenkeel.core.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.catalog.Samples.spot;
import static org.evenkeel.core.settle.Facts.sum;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.Wallets;
import org.junit.jupiter.api.Test;

class BookkeepingTest {

  private static final Instrument BTC = perpetual("BTC");
  private static final InstrumentSpec BTC_SPEC = Samples.spec(BTC);
  private static final InstrumentSpec USDC_SPEC = Samples.usdc();

  private static List<LedgerEntry> booked(Fill fill, InstrumentSpec spec) {
    return Bookkeeping.ofFill(fill, spec, Wallets.of(fill)).entries();
  }

  private static void assertSum(
      List<LedgerEntry> entries, LedgerAccount account, String unit, String amount) {
    String name = unit.contains("@") ? unit : unit + "@binance";
    assertThat(sum(entries, account, name)).as(account + " " + unit).isEqualByComparingTo(amount);
  }

  /** The example of LedgerTransaction: a buy of 2 with a fee of 0.5 USDT. */
  @Test
  void a_buy_of_a_future_moves_the_position_and_pays_the_fee_and_not_the_notional() {
    List<LedgerEntry> entries =
        booked(Facts.fill(BTC, Side.BUY, "2", "50000", "0.5", "USDT"), BTC_SPEC);
    assertSum(entries, LedgerAccount.POSITION, BTC.id().value(), "2");
    assertSum(entries, LedgerAccount.MARKET, BTC.id().value(), "-2");
    assertSum(entries, LedgerAccount.FUTURES_WALLET, "USDT", "-0.5");
    assertSum(entries, LedgerAccount.FEE, "USDT", "0.5");
    assertThat(entries).hasSize(4);
  }

  /** 30 contracts of 100 dollars: neither the dollars nor what they are worth in coins move, only profit and fee. */
  @Test
  void a_fill_of_an_inverse_future_moves_contracts_and_pays_profit_and_fee_in_its_coin() {
    Instrument inverse =
        new Instrument.InversePerpetual(Currency.of("BTC"), Currency.of("USD"), Samples.BINANCE);
    InstrumentSpec spec =
        new InstrumentSpec(
            inverse,
            new BigDecimal("0.1"),
            BigDecimal.ONE,
            BigDecimal.ONE,
            new BigDecimal("1000"),
            BigDecimal.ZERO,
            new BigDecimal("100"),
            true);
    Fill sale = Facts.fill(inverse, Side.SELL, "30", "50000", "0.00003", "BTC");
    Fill fill =
        new Fill(
            sale.instrument(),
            sale.tradeId(),
            sale.venueOrderId(),
            sale.side(),
            sale.lastQty(),
            sale.lastPx(),
            sale.fee(),
            Money.of("0.00412345", "BTC"),
            false,
            sale.venueTime());
    List<LedgerEntry> entries = booked(fill, spec);
    assertSum(entries, LedgerAccount.POSITION, inverse.id().value(), "-30");
    assertSum(entries, LedgerAccount.FUTURES_WALLET, "BTC", "0.00409345");
    assertSum(entries, LedgerAccount.REALIZED_PNL, "BTC", "-0.00412345");
    assertSum(entries, LedgerAccount.FEE, "BTC", "0.00003");
    assertThat(entries).noneMatch(entry -> entry.unit().startsWith("USD"));
  }

  @Test
  void a_sale_of_a_future_realizes_what_the_venue_says() {
    Fill fill = Facts.fill(BTC, Side.SELL, "2", "50000", Money.of("0.5", "USDT"), "120.25");
    List<LedgerEntry> entries = booked(fill, BTC_SPEC);
    assertSum(entries, LedgerAccount.POSITION, BTC.id().value(), "-2");
    assertSum(entries, LedgerAccount.FUTURES_WALLET, "USDT", "119.75");
    assertSum(entries, LedgerAccount.REALIZED_PNL, "USDT", "-120.25");
  }

  @Test
  void a_fee_in_another_coin_leaves_the_quote_alone() {
    List<LedgerEntry> entries =
        booked(Facts.fill(BTC, Side.BUY, "2", "50000", "0.01", "BNB"), BTC_SPEC);
    assertSum(entries, LedgerAccount.FUTURES_WALLET, "BNB", "-0.01");
    assertSum(entries, LedgerAccount.FUTURES_WALLET, "USDT", "0");
  }

  @Test
  void a_rebate_is_income() {
    List<LedgerEntry> entries =
        booked(Facts.fill(BTC, Side.BUY, "2", "50000", "-0.1", "USDT"), BTC_SPEC);
    assertSum(entries, LedgerAccount.FUTURES_WALLET, "USDT", "0.1");
    assertSum(entries, LedgerAccount.FEE, "USDT", "-0.1");
  }

  @Test
  void buying_a_coin_exchanges_and_a_fee_in_that_coin_takes_from_it() {
    List<LedgerEntry> entries =
        booked(Facts.fill(spot("USDC"), Side.BUY, "1000", "0.9998", "1", "USDC"), USDC_SPEC);
    assertSum(entries, LedgerAccount.SPOT_WALLET, "USDC", "999");
    assertSum(entries, LedgerAccount.SPOT_WALLET, "USDT", "-999.8");
    assertSum(entries, LedgerAccount.FEE, "USDC", "1");
    assertSum(entries, LedgerAccount.POSITION, USDC_SPEC.id().value(), "0");
  }

  @Test
  void selling_a_coin_with_a_fee_in_a_third_one_touches_three() {
    List<LedgerEntry> entries =
        booked(Facts.fill(spot("USDC"), Side.SELL, "1000", "0.9998", "0.002", "BNB"), USDC_SPEC);
    assertSum(entries, LedgerAccount.SPOT_WALLET, "USDC", "-1000");
    assertSum(entries, LedgerAccount.SPOT_WALLET, "USDT", "999.8");
    assertSum(entries, LedgerAccount.SPOT_WALLET, "BNB", "-0.002");
  }

  @Test
  void funding_and_the_rest_have_their_own_counterparts() {
    for (Income.Kind kind : Income.Kind.values()) {
      LedgerTransaction transaction = Bookkeeping.ofIncome(Facts.income(kind, "-3.25", "USDT"));
      assertSum(transaction.entries(), LedgerAccount.FUTURES_WALLET, "USDT", "-3.25");
      LedgerAccount counterpart =
          switch (kind) {
            case FUNDING -> LedgerAccount.FUNDING;
            case OTHER -> LedgerAccount.ADJUSTMENT;
          };
      assertSum(transaction.entries(), counterpart, "USDT", "3.25");
      assertThat(transaction.reference()).isEqualTo("binance/" + kind.name() + "_FEE/9");
    }
  }

  @Test
  void the_opening_takes_over_wallets_and_no_position() {
    LedgerTransaction opening =
        Bookkeeping.opening(
            Books.account(
                Books.spot("USDT", "400000"),
                Books.spot("USDC", "0"),
                Books.futures("USDT", "600000"),
                Books.position(BTC, "3", "10")));
    assertThat(opening.kind()).isEqualTo(LedgerTransaction.Kind.OPENING);
    assertSum(opening.entries(), LedgerAccount.SPOT_WALLET, "USDT", "400000");
    assertSum(opening.entries(), LedgerAccount.FUTURES_WALLET, "USDT", "600000");
    assertSum(opening.entries(), LedgerAccount.OPENING, "USDT", "-1000000");
    assertThat(opening.entries()).hasSize(4);
  }

  @Test
  void a_fill_is_booked_under_its_instrument_and_trade_so_that_it_can_be_booked_once() {
    LedgerTransaction transaction =
        Bookkeeping.ofFill(
            Facts.fill(BTC, Side.BUY, "2", "50000", "0", "USDT"), BTC_SPEC, Wallets.FUTURES);
    assertThat(transaction.kind()).isEqualTo(LedgerTransaction.Kind.FILL);
    assertThat(transaction.reference()).isEqualTo("BTC-USDT-PERP@binance/17");
    assertThat(transaction.venueTime()).isEqualTo(Facts.NOON);
  }

  @Test
  void a_booking_that_does_not_balance_cannot_be_made() {
    LedgerEntry in = new LedgerEntry(LedgerAccount.SPOT_WALLET, "USDT", BigDecimal.ONE);
    LedgerEntry otherUnit = new LedgerEntry(LedgerAccount.MARKET, "USDC", BigDecimal.ONE.negate());
    for (List<LedgerEntry> entries : List.of(List.of(in), List.of(in, otherUnit))) {
      assertThatThrownBy(
              () -> new LedgerTransaction(LedgerTransaction.Kind.FUNDING, "x", Facts.NOON, entries))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("does not balance");
    }
  }

  @Test
  void a_fill_of_nothing_is_refused() {
    assertThatThrownBy(() -> Facts.fill(BTC, Side.BUY, "0", "1", "0", "USDT"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void every_fill_balances_and_moves_exactly_what_it_says(
      @ForAll @BigRange(min = "0.00000001", max = "1000000") @Scale(8) BigDecimal quantity,
      @ForAll @BigRange(min = "0.0001", max = "100000") @Scale(4) BigDecimal price,
      @ForAll @BigRange(min = "-5", max = "5") @Scale(8) BigDecimal fee,
      @ForAll @BigRange(min = "-5000", max = "5000") @Scale(8) BigDecimal profit,
      @ForAll Side side) {
    BigDecimal sign = side == Side.BUY ? BigDecimal.ONE : BigDecimal.ONE.negate();
    for (String feeCoin : List.of("USDT", "USDC", "BNB")) {
      Money charged = new Money(fee, Currency.of(feeCoin));
      Fill future =
          Facts.fill(
              BTC,
              side,
              quantity.toPlainString(),
              price.toPlainString(),
              charged,
              profit.toPlainString());
      List<LedgerEntry> entries = booked(future, BTC_SPEC);
      assertThat(Facts.balance(entries).values()).allMatch(sum -> sum.signum() == 0);
      assertThat(sum(entries, LedgerAccount.POSITION, BTC.id().value()))
          .isEqualByComparingTo(quantity.multiply(sign));
      assertThat(sum(entries, LedgerAccount.FUTURES_WALLET, "USDT@binance"))
          .isEqualByComparingTo(feeCoin.equals("USDT") ? profit.subtract(fee) : profit);

      Fill coin =
          Facts.fill(
              spot("USDC"), side, quantity.toPlainString(), price.toPlainString(), charged, "0");
      List<LedgerEntry> exchanged = booked(coin, USDC_SPEC);
      assertThat(Facts.balance(exchanged).values()).allMatch(sum -> sum.signum() == 0);
      BigDecimal coins = quantity.multiply(sign);
      assertThat(sum(exchanged, LedgerAccount.SPOT_WALLET, "USDC@binance"))
          .isEqualByComparingTo(feeCoin.equals("USDC") ? coins.subtract(fee) : coins);
      BigDecimal paid = quantity.multiply(price).multiply(sign).negate();
      assertThat(sum(exchanged, LedgerAccount.SPOT_WALLET, "USDT@binance"))
          .isEqualByComparingTo(feeCoin.equals("USDT") ? paid.subtract(fee) : paid);
    }
  }
}
