package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenkeel.core.statement.Capital;
import org.evenkeel.core.statement.StatusSample;
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

  private void refuses(String check, String why) {
    assertThat(resume()).isEqualTo(3);

    assertThat(evenkeel.out.lines())
        .anyMatch(line -> line.matches("fail +" + check + " .*") && line.contains(why));
    assertThat(evenkeel.err).startsWith("refused: a line of the checklist failed");
    assertThat(evenkeel.bot.calls).containsExactly("close");
  }
}
