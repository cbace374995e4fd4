package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scopes, effects, previews and refusals of 'override'. */
class OverrideCommandsTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  private int set(String words) {
    return evenkeel.execute(("override set " + words + " --expires 2d --reason x").split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          book --multiplier 0.5                     | book                  | MULTIPLIER    | 0.5
          class:majors --cap 30%                    | class majors          | CAP           | 0.3
          majors --risk-cap 0.4                     | class majors          | RISK_CAP      | 0.4
          btc --close                               | btc                   | CLOSE         | 0
          sleeve:btc --exclude                      | btc                   | EXCLUDE       | 0
          BTC-USDT-PERP@binance --no-trade          | BTC-USDT-PERP@binance | NO_TRADE      | 0
          instrument:USDC-USDT-SPOT@binance --no-trade | USDC-USDT-SPOT@binance | NO_TRADE  | 0
          venue:binance --reduce-only               | venue binance         | REDUCE_ONLY   | 0
          binance --freeze-weight                   | venue binance         | FREEZE_WEIGHT | 0
          """)
  void every_scope_takes_every_effect(String words, String scope, String kind, String value) {
    assertThat(set(words)).as(evenkeel.err).isZero();
    assertThat(evenkeel.bot.overrides)
        .singleElement()
        .satisfies(
            added -> {
              assertThat(added.scope()).hasToString(scope);
              assertThat(added.kind()).hasToString(kind);
              assertThat(added.value()).hasToString(value);
            });
  }

  @Test
  void to_delever_is_to_multiply_the_book() {
    assertThat(evenkeel.execute("delever", "40%", "--expires", "2d", "--reason", "x")).isZero();

    assertThat(evenkeel.bot.overrides)
        .singleElement()
        .satisfies(
            added -> {
              assertThat(added.scope()).hasToString("book");
              assertThat(added.kind()).hasToString("MULTIPLIER");
              assertThat(added.value()).hasToString("0.4");
            });
    assertThat(evenkeel.execute("delever", "1.2", "--expires", "2d", "--reason", "x")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          class:majorz --close   | 2 | there is no class 'majorz', did you mean 'majors'?; write one of alts, majors
          venue:binanse --close  | 2 | there is no venue 'binanse', did you mean 'binance'?; write one of binance
          BTC-USDT-PERP@binanc --close | 2 | did you mean 'BTC-USDT-PERP@binance'?
          coin:btc --close       | 2 | found 'coin:'; write class:, sleeve:, instrument: or venue:, or 'book'
          btc --multiplier 1.5   | 2 | found --multiplier 1.5; write a number from 0 to 1
          btc --risk-cap 1.2     | 2 | found --risk-cap 1.2; write a number from 0 to 1
          book --exclude         | 3 | refused: no sleeve would be left to share the risk
          book --risk-cap 0.5    | 3 | refused: the caps on risk would leave 0.5 of it
          USDC-USDT-SPOT@binance --close | 3 | refused: USDC-USDT-SPOT@binance is a stablecoin
          """)
  void what_cannot_be_meant_is_refused_with_what_to_do(String words, int code, String message) {
    assertThat(set(words)).isEqualTo(code);
    assertThat(evenkeel.err).contains(message);
    assertThat(evenkeel.bot.overrides).isEmpty();
  }

  @Test
  void who_has_not_seen_what_another_one_ordered_is_refused() {
    evenkeel.bot.orderedMeanwhile = List.of(5L);
    assertThat(set("btc --close")).isEqualTo(3);
    assertThat(evenkeel.err)
        .contains("were [] when the effect was shown and are [5] now: somebody else ordered");
    assertThat(evenkeel.bot.overrides).isEmpty();
  }

  @Test
  void a_dry_run_records_nothing() {
    assertThat(set("btc --close --dry-run")).isZero();
    assertThat(evenkeel.out).endsWith("nothing was recorded\n");
    assertThat(evenkeel.bot.overrides).isEmpty();
  }

  @Test
  void a_venue_that_does_not_answer_keeps_nobody_from_lowering_risk() {
    evenkeel.bot.venueIsDown = true;
    assertThat(set("btc --close")).isZero();
    assertThat(evenkeel.out).startsWith("  effect not known: the venue does not answer\n");
  }

  @Test
  void the_difference_that_overrides_make_is_shown_with_the_code_of_the_refusal() {
    assertThat(evenkeel.execute("override", "diff")).isEqualTo(3);
    assertThat(evenkeel.out).contains("effect not known");
  }
}
