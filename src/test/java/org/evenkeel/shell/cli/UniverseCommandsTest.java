package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.policy.OperatorOverride;
import org.junit.jupiter.api.Test;

class UniverseCommandsTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  @Test
  void the_list_is_the_same_with_and_without_the_word() {
    assertThat(evenkeel.execute("universe")).as(evenkeel.err).isZero();
    String whole = evenkeel.out;
    assertThat(evenkeel.execute("universe", "list")).as(evenkeel.err).isZero();
    assertThat(evenkeel.out).isEqualTo(whole).contains("BTC-USDT-PERP@binance");
  }

  @Test
  void a_quarantine_forbids_orders_until_its_end_and_a_release_ends_that_one() {
    assertThat(
            evenkeel.execute(
                "universe", "quarantine", "doge", "--reason", "odd prints", "--expires", "7d"))
        .as(evenkeel.err)
        .isZero();
    assertThat(evenkeel.bot.overrides)
        .singleElement()
        .satisfies(
            set -> {
              assertThat(set.kind()).isEqualTo(OperatorOverride.Kind.NO_TRADE);
              assertThat(set.scope()).hasToString("doge");
              assertThat(set.reason()).isEqualTo("odd prints");
            });

    assertThat(evenkeel.execute("universe", "release", "btc", "--reason", "fine")).isEqualTo(3);
    assertThat(evenkeel.err).contains("btc is not in quarantine");
    assertThat(evenkeel.execute("universe", "release", "doge", "--reason", "fine"))
        .as(evenkeel.err)
        .isZero();
    assertThat(evenkeel.out).contains("ended");
  }

  @Test
  void what_is_held_is_configuration_and_no_command_edits_it() {
    assertThat(evenkeel.execute("universe", "add", "AVAX-USDT-PERP@binance")).isEqualTo(3);
    assertThat(evenkeel.out)
        .contains("- name: avax", "legs: [ { instrument: AVAX-USDT-PERP@binance } ]");
    assertThat(evenkeel.err).contains("no file was edited", "config accept --config COPY");
    assertThat(evenkeel.execute("universe", "remove", "doge")).isEqualTo(3);
    assertThat(evenkeel.out).contains("'- name: doge'", "override set doge --close");

    assertThat(evenkeel.execute("universe", "add", "DOGE-USDT-PERP@binance")).isEqualTo(3);
    assertThat(evenkeel.err).contains("is in the universe, in sleeve doge");
    assertThat(evenkeel.execute("universe", "remove", "nothing")).isEqualTo(2);
    assertThat(evenkeel.bot.calls).isEmpty();
  }

  @Test
  void an_edited_copy_is_shown_with_what_differs_and_what_it_would_have_done() {
    assertThat(
            evenkeel.execute(
                "universe", "remove", "doge", "--edited", "config/rehearsal-carry.yml"))
        .as(evenkeel.err)
        .isZero();
    assertThat(evenkeel.out).contains("sleeves[0].name", "raises", "decision");
  }
}
