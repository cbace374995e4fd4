package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.statement.LockRow;
import org.evenkeel.core.statement.OrderRow;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.core.statement.StatusSample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands about what is frozen, and the rule of two. */
class LockCommandsTest {

  private static final String BTC = "BTC-USDT-PERP@binance";

  private final CommandLineRig evenkeel = new CommandLineRig();

  @BeforeEach
  void lock() {
    evenkeel.bot.status =
        StatusSample.like(evenkeel.bot.status)
            .running()
            .locks(
                List.of(
                    row(7, LockCause.EXTERNAL_FILL, "1007"),
                    row(8, LockCause.POSITION_DIFFERS, "")))
            .make();
  }

  private static LockRow row(long number, LockCause cause, String key) {
    return LockRow.of(
        new Lock(
            number,
            new LockFinding(BTC, cause, key, "no such order", "SELL 3 at 100"),
            Instant.parse("2026-01-20T00:00:00Z")));
  }

  private List<RequestRow> requests() {
    return evenkeel.bot.requests.requests(true);
  }

  @Test
  void locks_are_listed_with_what_ends_them() {
    assertThat(evenkeel.execute("locks")).isZero();
    assertThat(evenkeel.out)
        .isEqualTo(
            """
            #7 BTC-USDT-PERP@binance EXTERNAL_FILL (a person ends it) since 2026-01-20 00:00Z: the venue executed an order that is not ours; here: no such order; venue: SELL 3 at 100
                only orders that reduce; ./evenkeel locks acknowledge 7 --reason ... and a second person's approval
            #8 BTC-USDT-PERP@binance POSITION_DIFFERS (ends by itself) since 2026-01-20 00:00Z: ledger and venue differ in the position; here: no such order; venue: SELL 3 at 100
                only orders that reduce; ends by itself when that is over
            """);
    evenkeel.execute("locks", "--json");
    assertThat(evenkeel.out).contains("\"owner\" : \"OPERATOR\"", "\"number\" : 7");
  }

  @Test
  void an_acknowledgement_waits_for_a_second_person() {
    assertThat(evenkeel.execute("locks", "acknowledge", "7", "--reason", "my hedge")).isEqualTo(4);
    assertThat(evenkeel.out).contains("SELL 3 at 100", "because: my hedge");
    assertThat(evenkeel.err).contains("./evenkeel approve 1");
    assertThat(requests()).hasSize(1);

    assertThat(evenkeel.execute("approve", "1", "--reason", "me too")).isEqualTo(3);
    assertThat(evenkeel.err).contains("your own");
    assertThat(evenkeel.execute("approvals")).isZero();
    assertThat(evenkeel.out).contains("WAITING", "locks-acknowledge", "my hedge");

    assertThat(evenkeel.execute("approve", "1", "--author", "bob", "--reason", "seen"))
        .as(evenkeel.err)
        .isZero();
    assertThat(evenkeel.out)
        .contains("SELL 3 at 100")
        .endsWith("request 1 is APPROVED by bob: seen\n");
    assertThat(evenkeel.execute("reject", "1", "--reason", "late")).isEqualTo(3);
  }

  @Test
  void a_request_can_be_rejected_and_is_listed_afterwards_only_with_all() {
    evenkeel.execute("locks", "acknowledge", "7", "--reason", "my hedge");
    assertThat(evenkeel.execute("reject", "1", "--author", "bob", "--reason", "not mine")).isZero();
    evenkeel.execute("approvals");
    assertThat(evenkeel.out).isEqualTo("nothing waits for approval\n");
    evenkeel.execute("approvals", "--all");
    assertThat(evenkeel.out).contains("REJECTED", "bob");
  }

  @Test
  void what_clears_itself_or_does_not_stand_cannot_be_acknowledged() {
    assertThat(evenkeel.execute("locks", "acknowledge", "8", "--reason", "x")).isEqualTo(3);
    assertThat(evenkeel.err).contains("ends by itself");
    assertThat(evenkeel.execute("locks", "acknowledge", "9", "--reason", "x")).isEqualTo(3);
    assertThat(evenkeel.err).contains("no lock 9 stands");
    assertThat(evenkeel.execute("approve", "5", "--reason", "x")).isEqualTo(3);
    assertThat(requests()).isEmpty();
  }

  @Test
  void an_instrument_is_locked_and_unlocked_by_hand() {
    assertThat(evenkeel.execute("lock", BTC, "--reason", "news")).as(evenkeel.err).isZero();
    assertThat(evenkeel.out)
        .isEqualTo(
            BTC
                + ": free of locks by hand -> locked by hand (from the next order on)\n"
                + "recorded for ann\n");
    assertThat(evenkeel.bot.memory.locks()).hasSize(1);
    assertThat(evenkeel.execute("lock", BTC, "--reason", "news")).isEqualTo(3);
    assertThat(evenkeel.execute("unlock", BTC, "--reason", "over")).isZero();
    assertThat(evenkeel.bot.memory.locks()).isEmpty();
    assertThat(evenkeel.execute("unlock", BTC, "--reason", "over")).isEqualTo(3);
  }

  @Test
  void a_lock_of_what_is_not_traded_is_refused_with_the_names() {
    assertThat(evenkeel.execute("lock", "BTC", "--reason", "news")).isEqualTo(2);
    assertThat(evenkeel.err).contains("found 'BTC', expected one of", BTC, "ACCOUNT");
  }

  private void quarantined() {
    evenkeel.bot.orders =
        List.of(
            new OrderRow(
                "ek4f7q0k3v9x2m1c8z",
                "default/2026-01-20T00:00:00Z",
                BTC,
                "BUY",
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.TEN,
                false,
                "QUARANTINED",
                "lost its time in force",
                Instant.parse("2026-01-20T00:00:00Z")));
  }

  @Test
  void a_quarantine_ends_by_adoption_or_with_evidence() {
    quarantined();
    String[] order = {"orders", "resolve", "ek4f7q0k3v9x2m1c8z", "--reason", "looked"};
    assertThat(evenkeel.execute(with(order, "--adopt"))).isEqualTo(4);
    assertThat(requests().get(0).request().payload()).contains("adopt", "lost its time in force");
    assertThat(evenkeel.execute(with(order, "--absent"))).isEqualTo(2);
    assertThat(evenkeel.err).contains("--evidence");
    assertThat(evenkeel.execute(with(order, "--absent", "--evidence", "history"))).isEqualTo(4);
    assertThat(requests().get(0).request().payload()).contains("absent", "evidence: history");
    assertThat(evenkeel.execute(order)).isEqualTo(2);
    assertThat(evenkeel.execute("orders", "resolve", "ekother", "--adopt", "--reason", "looked"))
        .isEqualTo(3);
    assertThat(requests()).hasSize(2);
  }

  private static String[] with(String[] words, String... more) {
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }
}
