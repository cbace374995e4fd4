package org.evenkeel.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LockTest {

  private static final InstrumentId BTC = InstrumentId.of("BTC-USDT-PERP@binance");
  private static final InstrumentId ETH = InstrumentId.of("ETH-USDT-PERP@binance");

  private static Lock lock(String subject, LockCause cause) {
    return new Lock(7, new LockFinding(subject, cause, "", "here", "there"), Instant.EPOCH);
  }

  private static boolean forbids(Lock lock, InstrumentId instrument, boolean reduceOnly) {
    return Lock.objection(List.of(lock), instrument, reduceOnly).isPresent();
  }

  /** The freeze rule: what may still be sent under which lock. */
  @ParameterizedTest
  @CsvSource({
    "BTC-USDT-PERP@binance, POSITION_DIFFERS, true",
    "BTC-USDT-PERP@binance, FOREIGN_ORDER, true",
    "BTC-USDT-PERP@binance, EXTERNAL_FILL, true",
    "BTC-USDT-PERP@binance, LATE_FILL, true",
    "BTC-USDT-PERP@binance, OPERATOR, true",
    "BTC-USDT-PERP@binance, SPEC_CHANGED, false",
    "FUTURES/USDT, BALANCE_DIFFERS, true",
    "ACCOUNT, OTHER_DEPLOYMENT, false",
    "ACCOUNT, DATABASE_BEHIND, false",
    "ACCOUNT, OPERATOR, false"
  })
  void a_lock_forbids_what_adds_and_some_forbid_what_reduces(
      String subject, LockCause cause, boolean mayReduce) {
    Lock lock = lock(subject, cause);
    assertThat(forbids(lock, BTC, false)).isTrue();
    assertThat(forbids(lock, BTC, true)).isEqualTo(!mayReduce);
  }

  @Test
  void a_lock_concerns_its_instrument_and_one_of_a_wallet_or_the_account_concerns_all() {
    assertThat(forbids(lock(BTC.value(), LockCause.SPEC_CHANGED), ETH, false)).isFalse();
    assertThat(forbids(lock("SPOT/USDC", LockCause.BALANCE_DIFFERS), ETH, false)).isTrue();
    assertThat(forbids(lock(Lock.ACCOUNT, LockCause.OPERATOR), ETH, false)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(LockCause.class)
  void every_lock_says_what_ends_it(LockCause cause) {
    String remedy = lock(BTC.value(), cause).remedy();
    if (cause.owner() == LockCause.Owner.CAUSE) {
      assertThat(remedy).contains("by itself");
      assertThat(cause.needsAcknowledgement()).isFalse();
    } else if (cause == LockCause.OPERATOR) {
      assertThat(remedy).contains("./evenkeel unlock BTC-USDT-PERP@binance");
      assertThat(cause.needsAcknowledgement()).isFalse();
    } else {
      assertThat(remedy).contains("./evenkeel locks acknowledge 7", "second person");
      assertThat(cause.needsAcknowledgement()).isTrue();
    }
  }

  @Test
  void an_objection_names_the_lock() {
    assertThat(
            Lock.objection(List.of(lock(BTC.value(), LockCause.EXTERNAL_FILL)), BTC, false)
                .orElseThrow()
                .toString())
        .contains("INSTRUMENT_FROZEN", "lock 7", "here", "there");
  }
}
