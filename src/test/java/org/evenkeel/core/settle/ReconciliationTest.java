package org.evenkeel.core.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.data.Books.account;
import static org.evenkeel.core.data.Books.futures;
import static org.evenkeel.core.data.Books.position;
import static org.evenkeel.core.data.Books.spot;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  private final TreeMap<String, BigDecimal> wallets = new TreeMap<>();
  private final TreeMap<String, BigDecimal> positions = new TreeMap<>();

  private List<LockFinding> compared(AccountSnapshot account) {
    return Reconciliation.compare(new LedgerBalances(wallets, positions), account);
  }

  @Test
  void what_agrees_to_the_last_unit_is_no_break_whatever_its_look() {
    wallets.put("SPOT@binance/USDT", new BigDecimal("400000.00"));
    wallets.put("SPOT@binance/USDC", new BigDecimal("0.00"));
    wallets.put("FUTURES@binance/USDT", new BigDecimal("6E+5"));
    positions.put("BTC-USDT-PERP@binance", new BigDecimal("-0.500"));
    positions.put("ETH-USDT-PERP@binance", BigDecimal.ZERO);
    assertThat(
            compared(
                account(
                    spot("USDT", "400000"),
                    spot("FDUSD", "0"),
                    futures("USDT", "600000"),
                    position(perpetual("BTC"), "-0.5", "99"))))
        .isEmpty();
    assertThat(Reconciliation.compare(LedgerBalances.empty(), account())).isEmpty();
  }

  @Test
  void every_kind_of_difference_is_found_wallets_first() {
    wallets.put("SPOT@binance/USDT", new BigDecimal("100"));
    wallets.put("FUTURES@binance/USDT", new BigDecimal("50"));
    positions.put("BTC-USDT-PERP@binance", new BigDecimal("1"));
    assertThat(
            compared(
                account(
                    spot("USDT", "100.00000001"),
                    spot("USDC", "7"),
                    position(perpetual("ETH"), "2", "0"))))
        .containsExactly(
            new LockFinding("FUTURES@binance/USDT", LockCause.BALANCE_DIFFERS, "", "50", "0"),
            new LockFinding("SPOT@binance/USDC", LockCause.BALANCE_DIFFERS, "", "0", "7"),
            new LockFinding(
                "SPOT@binance/USDT", LockCause.BALANCE_DIFFERS, "", "100", "100.00000001"),
            new LockFinding("BTC-USDT-PERP@binance", LockCause.POSITION_DIFFERS, "", "1", "0"),
            new LockFinding("ETH-USDT-PERP@binance", LockCause.POSITION_DIFFERS, "", "0", "2"));
  }

  @Test
  void the_sign_of_a_position_matters() {
    positions.put("BTC-USDT-PERP@binance", new BigDecimal("1"));
    assertThat(compared(account(position(perpetual("BTC"), "-1", "0")))).hasSize(1);
  }

  @Test
  void the_two_wallets_are_two() {
    wallets.put("SPOT@binance/USDT", new BigDecimal("100"));
    assertThat(compared(account(futures("USDT", "100"))))
        .extracting(LockFinding::subject)
        .containsExactly("FUTURES@binance/USDT", "SPOT@binance/USDT");
  }

  @Test
  void the_ledger_answers_for_what_it_does_not_have() {
    wallets.put("FUTURES@binance/USDT", new BigDecimal("50"));
    positions.put("BTC-USDT-PERP@binance", new BigDecimal("1.50"));
    LedgerBalances ledger = new LedgerBalances(wallets, positions);
    assertThat(ledger.position(perpetual("BTC").id())).isEqualTo(Contracts.of("1.5"));
    assertThat(ledger.position(perpetual("ETH").id())).isEqualTo(Contracts.ZERO);
    assertThat(ledger.total(Wallets.FUTURES, Samples.USDT)).isEqualByComparingTo("50");
    assertThat(ledger.total(Wallets.SPOT, Samples.USDT)).isZero();
  }
}
