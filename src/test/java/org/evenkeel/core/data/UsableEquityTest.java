package org.evenkeel.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.USDT;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.data.Books.account;
import static org.evenkeel.core.data.Books.futures;
import static org.evenkeel.core.data.Books.position;
import static org.evenkeel.core.data.Books.quote;
import static org.evenkeel.core.data.Books.spot;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.CashTerms;
import org.evenkeel.core.catalog.CoinTerms;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.junit.jupiter.api.Test;

class UsableEquityTest {

  private static final Universe UNIVERSE =
      new Universe(USDT, List.of(Samples.sleeve("BTC")), List.of(Samples.share("USDC", "0.4")));

  private static CashTerms terms(String haircut, String cap, CoinTerms... coins) {
    CoinTerms standard = coin("USDT", "tether", haircut, cap);
    return new CashTerms(standard, List.of(coins), Ratio.ZERO, Ratio.ZERO, Ratio.ZERO, true);
  }

  private static CoinTerms coin(String coin, String issuer, String haircut, String cap) {
    return new CoinTerms(
        Currency.of(coin),
        issuer,
        Ratio.of(haircut),
        Ratio.of(cap),
        Ratio.ZERO,
        Ratio.ZERO,
        Ratio.ZERO);
  }

  private static UsableEquity of(AccountSnapshot account, String usdc, CashTerms terms) {
    return UsableEquity.of(
            account, Books.yardstick(List.of(quote(Samples.spot("USDC"), usdc))), UNIVERSE, terms)
        .orThrow();
  }

  @Test
  void coins_count_at_the_lower_of_price_and_peg_less_their_haircut() {
    AccountSnapshot account = account(futures("USDT", "100000"), spot("USDC", "50000"));
    UsableEquity below = of(account, "0.98", terms("0.005", "1"));
    assertThat(below.nav()).isEqualTo(Money.of("149000", "USDT"));
    assertThat(below.usable()).isEqualTo(Money.of("148255", "USDT"));
    UsableEquity above = of(account, "1.02", terms("0.005", "1"));
    assertThat(above.nav()).isEqualTo(Money.of("151000", "USDT"));
    assertThat(above.usable()).isEqualTo(Money.of("149250", "USDT"));
    assertThat(above.fraction().value()).isEqualByComparingTo("0.988410596026");
  }

  @Test
  void the_value_is_that_of_the_valuation_whatever_the_terms() {
    AccountSnapshot account =
        account(
            futures("USDT", "100000"),
            spot("USDC", "50000"),
            position(perpetual("BTC"), "2", "-3000"));
    assertThat(of(account, "0.97", terms("0.3", "0.5")).nav())
        .isEqualTo(
            Books.yardstick(List.of(quote(Samples.spot("USDC"), "0.97"))).nav(account).orThrow());
  }

  @Test
  void losses_count_in_full_and_profits_with_the_haircut() {
    CashTerms terms = terms("0.1", "1");
    assertThat(
            of(
                    account(futures("USDT", "1000"), position(perpetual("BTC"), "1", "-200")),
                    "1",
                    terms)
                .usable())
        .isEqualTo(Money.of("720", "USDT"));
    UsableEquity debt = of(account(position(perpetual("BTC"), "1", "-200")), "1", terms);
    assertThat(debt.usable()).isEqualTo(Money.of("0", "USDT"));
    assertThat(debt.fraction()).isEqualTo(Ratio.ZERO);
  }

  @Test
  void coins_of_one_issuer_share_its_cap() {
    AccountSnapshot account = account(futures("USDT", "600"), spot("USDC", "400"));
    CashTerms one =
        terms("0", "1", coin("USDT", "same", "0", "0.5"), coin("USDC", "same", "0", "0.7"));
    UsableEquity shared = of(account, "1", one);
    assertThat(shared.usable()).isEqualTo(Money.of("500", "USDT"));
    assertThat(shared.coins())
        .extracting(CoinHolding::usable)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(new BigDecimal("200"), new BigDecimal("300"));
    CashTerms two =
        terms("0", "1", coin("USDT", "tether", "0", "0.5"), coin("USDC", "circle", "0", "0.7"));
    assertThat(of(account, "1", two).usable()).isEqualTo(Money.of("900", "USDT"));
  }

  @Test
  void what_lies_at_the_venue_is_everything_owned_there() {
    UsableEquity equity =
        of(
            account(
                futures("USDT", "1000"),
                spot("USDC", "500"),
                position(perpetual("BTC"), "1", "250")),
            "1",
            terms("0.1", "1"));
    assertThat(equity.atVenue()).isEqualTo(Money.of("1750", "USDT"));
  }

  @Test
  void a_coin_without_a_price_refuses() {
    assertThat(
            UsableEquity.of(
                account(spot("USDC", "1")), Books.yardstick(List.of()), UNIVERSE, terms("0", "1")))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused -> assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.DATA_STALE));
  }

  @Property(tries = 200)
  void a_larger_haircut_or_a_smaller_cap_or_a_lower_price_never_makes_more_usable(
      @ForAll @IntRange(min = 0, max = 1000) int usdt,
      @ForAll @IntRange(min = 0, max = 1000) int usdc,
      @ForAll @IntRange(min = 50, max = 110) int price,
      @ForAll @IntRange(min = 0, max = 80) int haircut,
      @ForAll @IntRange(min = 20, max = 100) int cap) {
    AccountSnapshot account =
        account(futures("USDT", String.valueOf(usdt)), spot("USDC", String.valueOf(usdc)));
    BigDecimal base = usable(account, price, haircut, cap);
    assertThat(usable(account, price, haircut + 5, cap)).isLessThanOrEqualTo(base);
    assertThat(usable(account, price, haircut, cap - 5)).isLessThanOrEqualTo(base);
    assertThat(usable(account, price - 5, haircut, cap)).isLessThanOrEqualTo(base);
    assertThat(
            of(account, hundredths(price), terms(hundredths(haircut), hundredths(cap))).fraction())
        .isBetween(Ratio.ZERO, Ratio.ONE);
  }

  private static BigDecimal usable(AccountSnapshot account, int price, int haircut, int cap) {
    return of(account, hundredths(price), terms(hundredths(haircut), hundredths(cap)))
        .usable()
        .amount();
  }

  private static String hundredths(int number) {
    return BigDecimal.valueOf(number, 2).toPlainString();
  }
}
