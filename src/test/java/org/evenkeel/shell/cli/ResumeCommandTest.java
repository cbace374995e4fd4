package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.statement.Capital;
import org.evenkeel.core.statement.StatusSample;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.core.statement.WatchRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResumeCommandTest {

  private final CommandLineRig evenkeel = new CommandLineRig();
  private final StatusSample halted =
      StatusSample.like(Samples.status()).trading("HALTED", "drawdown of 12 %").running();

  @BeforeEach
  void haltedAndFlat() {
    evenkeel.bot.status = halted.make();
    evenkeel.bot.findings = List.of(Finding.ok("database", "schema 45"));
  }

  private int resume() {
    return evenkeel.execute("resume", "--checklist", "--reason", "seen");
  }

  @Test
  void with_all_in_order_the_list_is_shown_with_the_cause_and_the_state_set() {
    assertThat(resume()).as(evenkeel.err).isZero();

    assertThat(evenkeel.out.lines())
        .anyMatch(line -> line.matches("ok +database +schema 45"))
        .anyMatch(line -> line.matches("ok +orders +no orders whose fate is open"))
        .anyMatch(line -> line.matches("warn +cause +HALTED, drawdown of 12 %: .*"));
    assertThat(evenkeel.bot.calls).contains("ACTIVE by ann: seen");
  }

  @Test
  void an_order_whose_fate_is_open_refuses_and_nothing_is_set() {
    evenkeel.bot.status = halted.orders(1, 0).make();
    refuses("orders", "1 orders whose fate is open");
  }

  @Test
  void a_lock_refuses() {
    evenkeel.bot.status = halted.locks(List.of(Samples.positionLock())).make();
    refuses("locks", "1 locks");
  }

  @Test
  void a_performance_that_two_methods_do_not_agree_on_refuses() {
    evenkeel.bot.status =
        halted
            .capital(new Capital(List.of(), java.util.Optional.empty(), "0.1 against 0.2"))
            .make();
    refuses("capital", "0.1 against 0.2");
  }

  @Test
  void what_the_doctor_finds_refuses() {
    evenkeel.bot.findings = List.of(Finding.fail("venue", ExitCode.VENUE, "no answer", "wait"));
    refuses("venue", "no answer: wait");
  }

  @Test
  void without_the_list_an_open_order_forbids_nothing_in_a_rehearsal() {
    evenkeel.bot.status = halted.orders(1, 0).make();

    assertThat(evenkeel.execute("resume", "--reason", "seen")).isZero();
    assertThat(evenkeel.bot.calls).contains("ACTIVE by ann: seen");
  }

  private static WatchRow seen(boolean isLatched) {
    WatchLook look =
        new WatchLook(
            "BREACH",
            "gross exposure is 9",
            2,
            "",
            "RUNNING, heard 1 s ago",
            15,
            "USDT",
            Optional.of(new BigDecimal("1000")),
            Optional.of(new BigDecimal("9000")),
            Optional.of(new BigDecimal("500")),
            Optional.of("BTC@okx"),
            Optional.of(new BigDecimal("8000")),
            Optional.empty(),
            "");
    return new WatchRow(
        look, Instant.EPOCH, 4, isLatched, Optional.of("1970-01-01 00:00Z gross exposure is 9"));
  }

  @Test
  void what_the_watcher_has_halted_only_the_list_lifts() {
    evenkeel.bot.status = halted.watch(seen(true)).make();

    for (String command : List.of("resume", "pause", "reduce-only")) {
      assertThat(evenkeel.execute(command, "--reason", "seen")).as(command).isEqualTo(3);
      assertThat(evenkeel.err)
          .contains("the independent watcher has halted the bot")
          .contains("gross exposure is 9")
          .contains("resume --checklist");
    }
    assertThat(evenkeel.bot.calls).containsOnly("close");
    assertThat(evenkeel.execute("halt", "--reason", "too")).isZero();
    assertThat(resume()).isZero();
    assertThat(evenkeel.bot.calls).contains("ACTIVE by ann: seen");
  }

  @Test
  void a_watcher_that_has_halted_nobody_keeps_nobody_from_resuming() {
    evenkeel.bot.status = halted.watch(seen(false)).make();

    assertThat(evenkeel.execute("resume", "--reason", "seen")).isZero();
  }

  @Test
  void status_shows_what_was_seen_and_what_lifts_the_halt() {
    evenkeel.bot.status = halted.watch(seen(true)).make();
    evenkeel.execute("status");

    assertThat(evenkeel.out)
        .contains(
            "watch      BREACH 4 s ago  nav 1,000.00 USDT, gross 9.00x, net 0.50x,"
                + " largest BTC@okx 8.00x: gross exposure is 9\n"
                + "           the watcher has halted the bot, only 'resume --checklist' lifts it:"
                + " 1970-01-01 00:00Z gross exposure is 9\n");
  }

  @Test
  void one_look_ends_with_a_code_by_what_it_found() {
    WatchLook breach = seen(false).look();
    assertThat(once(breach)).isEqualTo(3);
    assertThat(once(like(breach, "DISAGREES", "RUNNING"))).isEqualTo(7);
    assertThat(once(like(breach, "MISBOOKED", "RUNNING"))).isEqualTo(7);
    assertThat(once(like(breach, "BLIND", "RUNNING"))).isEqualTo(5);
    assertThat(once(like(breach, "WITHIN", "unknown, the database does not answer"))).isEqualTo(6);
    assertThat(once(like(breach, "WITHIN", "AT_REST"))).isZero();
    assertThat(evenkeel.out).contains("verdict    WITHIN, ").contains("engine     AT_REST");
    assertThat(evenkeel.execute("watch", "--once", "--looks", "2")).isEqualTo(2);
    assertThat(evenkeel.execute("watch", "--looks", "0")).isEqualTo(2);
    assertThat(evenkeel.execute("watch", "--looks", "1", "--json")).isZero();
    assertThat(evenkeel.out).startsWith("{\"verdict\":\"WITHIN\"").contains("\"nav\":1000");
  }

  private int once(WatchLook look) {
    evenkeel.bot.look = Optional.of(look);
    return evenkeel.execute("watch", "--once");
  }

  private static WatchLook like(WatchLook look, String verdict, String engine) {
    return new WatchLook(
        verdict,
        look.words(),
        look.row(),
        look.action(),
        engine,
        look.intervalSeconds(),
        look.currency(),
        look.nav(),
        look.gross(),
        look.net(),
        look.largestName(),
        look.largest(),
        look.marginRatio(),
        "");
  }

  private void refuses(String check, String why) {
    assertThat(resume()).isEqualTo(3);

    assertThat(evenkeel.out.lines())
        .anyMatch(line -> line.matches("fail +" + check + " .*") && line.contains(why));
    assertThat(evenkeel.err).startsWith("refused: a line of the checklist failed");
    assertThat(evenkeel.bot.calls).containsExactly("close");
  }
}
