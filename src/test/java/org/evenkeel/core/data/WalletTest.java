package org.evenkeel.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.settle.LedgerAccount;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.settle.LedgerEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money lies in a purse at a venue, and what is one's is not another's. */
class WalletTest {

  private static final Currency USDT = Currency.of("USDT");
  private static final VenueId OKX = VenueId.of("okx");
  private static final Wallet UNIFIED = Wallet.unified(OKX);

  @Test
  void its_name_says_purse_and_venue() {
    Wallet wallet = new Wallet("UNIFIED@okx");
    assertThat(wallet).isEqualTo(UNIFIED).hasToString("UNIFIED@okx");
    assertThat(wallet.purse()).isEqualTo(Purse.UNIFIED);
    assertThat(wallet.venue()).isEqualTo(OKX);
    assertThat(Wallets.SPOT.other()).isEqualTo(Wallets.FUTURES);
    assertThat(Wallets.FUTURES.other()).isEqualTo(Wallets.SPOT);
    assertThatThrownBy(UNIFIED::other)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("UNIFIED@okx");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SPOT",
        "@",
        "SPOT@",
        "@okx",
        "spot@okx",
        "MARGIN@okx",
        "SPOT@okx@okx",
        " SPOT@okx",
        "SPOT@ok x",
        "SPOT@OKX",
        "okx@SPOT"
      })
  void anything_else_is_refused(String text) {
    assertThatThrownBy(() -> new Wallet(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_held_out_of_one_venue_leaves_the_others_as_they_are() {
    AccountSnapshot account =
        Books.account(
            Books.futures("USDT", "100"),
            Books.spot("USDT", "20"),
            new Balance(UNIFIED, USDT, new BigDecimal("500"), new BigDecimal("500")));
    AccountSnapshot left =
        HeldOut.none()
            .plus(Wallets.FUTURES, Money.of("150", "USDT"))
            .plus(UNIFIED, Money.of("50", "USDT"))
            .without(account);
    // 100 of the futures wallet, 20 of the spot wallet beside it, and the missing 30 of nobody.
    assertThat(left.total(Wallets.FUTURES, USDT)).isEqualByComparingTo("0");
    assertThat(left.total(Wallets.SPOT, USDT)).isEqualByComparingTo("0");
    assertThat(left.total(UNIFIED, USDT)).isEqualByComparingTo("450");
  }

  @Test
  void three_purses_at_two_venues_are_summed_each_by_itself() {
    LedgerBalances ledger =
        LedgerBalances.of(
            List.of(
                entry(LedgerAccount.SPOT_WALLET, "USDT@binance", "1"),
                entry(LedgerAccount.SPOT_WALLET, "USDT@binance", "2"),
                entry(LedgerAccount.FUTURES_WALLET, "USDT@binance", "10"),
                entry(LedgerAccount.UNIFIED_WALLET, "USDT@okx", "100"),
                entry(LedgerAccount.UNIFIED_WALLET, "USDC@okx", "7"),
                entry(LedgerAccount.UNIFIED_WALLET, "USDC@okx", "-7"),
                entry(LedgerAccount.POSITION, "ETH-USDT-PERP@okx", "-3"),
                entry(LedgerAccount.OPENING, "USDT@okx", "-100")));
    assertThat(ledger.wallets().keySet())
        .containsExactly("FUTURES@binance/USDT", "SPOT@binance/USDT", "UNIFIED@okx/USDT");
    assertThat(ledger.total(Wallets.SPOT, USDT)).isEqualByComparingTo("3");
    assertThat(ledger.total(Wallets.FUTURES, USDT)).isEqualByComparingTo("10");
    assertThat(ledger.total(UNIFIED, USDT)).isEqualByComparingTo("100");
    assertThat(ledger.coins(OKX, USDT)).isEqualByComparingTo("100");
    assertThat(ledger.coins(Wallets.BINANCE, USDT)).isEqualByComparingTo("3");
    assertThat(ledger.positions()).containsOnlyKeys("ETH-USDT-PERP@okx");
  }

  private static LedgerEntry entry(LedgerAccount account, String unit, String amount) {
    return new LedgerEntry(account, unit, new BigDecimal(amount));
  }
}
