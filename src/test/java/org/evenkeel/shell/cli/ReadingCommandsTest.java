package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.OverrideScope;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.statement.StatusSample;
import org.evenkeel.core.statement.VenueReach;
import org.junit.jupiter.api.Test;

/** The tables that people read, to the last blank. */
class ReadingCommandsTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  private void assertPrints(String expected, String... words) {
    assertThat(evenkeel.execute(words)).as(evenkeel.err).isZero();
    assertThat(evenkeel.out).isEqualTo(expected);
    assertThat(evenkeel.err).isEmpty();
  }

  @Test
  void status_of_a_quiet_bot() {
    assertPrints(
        """
        mode       rehearsal, daemon DOWN, last seen 2026-01-21 06:00Z
        trading    ACTIVE
        NAV        1,003,211.42 USDT, gross leverage 0.48
        index      not valued yet
        cycles     20 ended, 19 of them DONE
        last       default/2026-01-20T00:00:00Z DONE, 2 legs, 3 fills, turnover 12,345.68
        orders     0 open, 0 in quarantine
        overrides  0 in force
        locks      none
        """,
        "status");
    assertThat(evenkeel.bot.calls).containsExactly("close");
  }

  @Test
  void status_of_a_bot_in_trouble() {
    evenkeel.bot.status =
        StatusSample.empty()
            .mode("live")
            .trading("HALTED", "ann: foreign fill")
            .running()
            .orders(2, 1)
            .locks(List.of(Samples.positionLock()))
            .overrides(1)
            .make();
    assertPrints(
        """
        mode       live, daemon RUNNING
        trading    HALTED (ann: foreign fill)
        NAV        not valued yet
        index      not valued yet
        cycles     0 ended, 0 of them DONE
        last       none
        orders     2 open, 1 in quarantine
        overrides  1 in force
        locks      1 open
                   #7 BTC-USDT-PERP@binance POSITION_DIFFERS (ends by itself) since 2026-01-20 00:00Z: ledger and venue differ in the position; here: 0.5; venue: 0.7
        """,
        "status");
  }

  @Test
  void a_venue_of_one_way_is_a_state_of_its_own() {
    evenkeel.bot.status =
        StatusSample.empty()
            .mode("live")
            .running()
            .reach(
                new VenueReach(
                    Wallets.BINANCE,
                    VenueReach.Way.READING_ONLY,
                    Instant.parse("2026-01-20T07:00:00Z"),
                    "order ek1: code -2015"))
            .make();
    assertThat(evenkeel.execute("status")).isZero();
    assertThat(evenkeel.out)
        .contains(
            "venue      binance READING_ONLY since 2026-01-20 07:00Z: the venue is read, and takes neither"
                + " orders nor cancels",
            "(order ek1: code -2015)");
    assertThat(evenkeel.execute("status", "--json")).isZero();
    assertThat(evenkeel.out).contains("READING_ONLY", "2026-01-20T07:00:00Z", "\"meaning\"");
  }

  @Test
  void weights_with_a_bar_for_each_percent_of_risk() {
    assertPrints(
        """
        as of 2026-01-20 00:00Z, NAV 1,003,211.42, gross leverage 0.48, forecast volatility 19.9 %
        weights by risk-parity: risk contributions equal the budgets

        sleeve  class   weight  target    held   drift  budget  risk at target  risk held  override
        btc     majors  62.0 %  29.8 %  29.9 %  +0.1 %  50.0 %          50.0 %     50.4 %  -          ########################################
        eth     majors  38.0 %  18.3 %  18.2 %  -0.1 %  50.0 %          50.0 %      5.0 %  times 0.1  #####
        """,
        "weights");
  }

  @Test
  void positions_with_exact_quantities() {
    assertPrints(
        """
        as of 2026-01-20 00:00Z, NAV 1,003,211.42

        holding                quantity    price       value  of NAV
        BTC-USDT-PERP@binance     3.456  86900.1  300,326.75  29.9 %
        SPOT/USDC                160000        1  160,000.00  16.0 %
        """,
        "positions");
  }

  @Test
  void what_was_booked_after_the_statement_is_told_beside_it() {
    assertThat(evenkeel.execute("positions")).isZero();
    assertThat(evenkeel.out).doesNotContain("booked since");

    evenkeel.bot.booked = LedgerBalances.empty();
    assertThat(evenkeel.execute("positions")).isZero();
    assertThat(evenkeel.out.lines())
        .anyMatch(line -> line.matches("booked since then +held then +held now"))
        .anyMatch(line -> line.matches("BTC-USDT-PERP@binance +3.456 +0"));
  }

  @Test
  void what_was_known_at_an_instant_is_what_a_decision_had_said_by_then() {
    String asOf = Samples.AS_OF.toString();
    assertThat(evenkeel.execute("as-of", asOf, "positions")).as(evenkeel.err).isZero();
    assertThat(evenkeel.out).contains("BTC-USDT-PERP@binance", "3.456");

    String before = Samples.AS_OF.minusSeconds(1).toString();
    assertThat(evenkeel.execute("as-of", before, "weights")).isEqualTo(3);
    assertThat(evenkeel.err).isEqualTo("no decision had ended by " + before + "\n");

    assertThat(evenkeel.execute("as-of", "2031-01-01T00:00:00Z", "overrides")).isEqualTo(2);
    assertThat(evenkeel.err).contains("which is to come");
  }

  @Test
  void the_universe_is_listed_with_budgets_and_what_is_held() {
    assertThat(evenkeel.execute("universe")).as(evenkeel.err).isZero();
    assertThat(evenkeel.out.lines())
        .anyMatch(
            line ->
                line.matches("btc +majors +[0-9.]+ % +BTC-USDT-PERP@binance +1 +3.456 +as usual *"))
        .anyMatch(line -> line.matches("stablecoins +- +- +USDC-USDT-SPOT@binance .*"));
  }

  @Test
  void coins_of_the_universe_are_counted_in_every_wallet_that_pays_for_coins() {
    VenueId binance = VenueId.of("binance");
    TreeMap<String, BigDecimal> wallets = new TreeMap<>();
    wallets.put(LedgerBalances.key(Wallet.spot(binance), "USDC"), new BigDecimal("70"));
    wallets.put(LedgerBalances.key(Wallet.unified(binance), "USDC"), new BigDecimal("5"));
    wallets.put(LedgerBalances.key(Wallet.futures(binance), "USDC"), new BigDecimal("900"));
    evenkeel.bot.booked = new LedgerBalances(wallets, new TreeMap<>());

    assertThat(evenkeel.execute("universe")).isZero();
    assertThat(evenkeel.out.lines())
        .anyMatch(line -> line.matches("stablecoins .*USDC-USDT-SPOT@binance +[0-9.]+ +75 .*"));
  }

  @Test
  void a_bot_without_a_decision_has_no_weights() {
    evenkeel.bot.statement = Optional.empty();

    assertThat(evenkeel.execute("weights")).isEqualTo(3);
    assertThat(evenkeel.err).isEqualTo("no decision has been made yet; start the bot with 'run'\n");
  }

  @Test
  void orders_that_are_open() {
    assertPrints(
        """
        committed          client id           instrument             side              ordered  filled  average   limit  state    detail
        2026-01-20 00:00Z  ek4f7q0000000000aa  ETH-USDT-PERP@binance  SELL reduce-only      1.5       0        0  2990.5  UNKNOWN  read timed out
        """,
        "orders",
        "--open");
  }

  @Test
  void no_orders() {
    evenkeel.bot.orders = List.of();
    assertPrints("no orders\n", "orders");
  }

  @Test
  void decisions_in_a_list() {
    assertPrints(
        """
        cycle                         status  legs  fills   turnover           NAV  reason
        default/2026-01-20T00:00:00Z  DONE       2      3  12,345.68  1,003,211.42
        """,
        "cycle",
        "list");
  }

  @Test
  void one_decision_by_its_id_its_date_or_as_the_last() {
    String expected =
        """
        cycle                         status  legs  fills   turnover           NAV  reason
        default/2026-01-20T00:00:00Z  DONE       2      3  12,345.68  1,003,211.42

        started 2026-01-20 00:00Z, ended 2026-01-20 00:00Z
        stages  observe 120 ms, solve 3 ms

        inputs, by content
          market  e3b0c442

        orders
          committed          client id           instrument             side              ordered  filled  average    limit  state    detail
          2026-01-20 00:00Z  ek4f7q2k9x0c1d2e3f  BTC-USDT-PERP@binance  BUY                 0.012   0.012  86900.1  87073.9  FILLED
          2026-01-20 00:00Z  ek4f7q0000000000aa  ETH-USDT-PERP@binance  SELL reduce-only      1.5       0        0   2990.5  UNKNOWN  read timed out

        plan
          {
            "nav" : "1003211.42 USDT",
            "legs" : [ ]
          }
        """;
    assertPrints(expected, "cycle", "show", Samples.CYCLE);
    assertPrints(expected, "cycle", "show", "2026-01-20");
    assertPrints(expected, "cycle", "show");
  }

  @Test
  void a_decision_that_does_not_exist() {
    assertThat(evenkeel.execute("cycle", "show", "2031")).isEqualTo(2);
    assertThat(evenkeel.err).isEqualTo("no decision '2031'; look at 'evenkeel cycle list'\n");
  }

  @Test
  void a_plan_with_what_is_not_traded() {
    String hash = evenkeel.bot.preview.plan().orElseThrow().hash().value().substring(0, 12);
    assertPrints(
        """
        as of 2026-01-20 00:00Z

        sleeve  class   weight  target    held   drift  budget  risk at target  risk held  override
        btc     majors  62.0 %  29.8 %  29.9 %  +0.1 %  50.0 %          50.0 %     50.4 %  -          ########################################
        eth     majors  38.0 %  18.3 %  18.2 %  -0.1 %  50.0 %          50.0 %      5.0 %  times 0.1  #####

        plan HASH for a NAV of 1,003,211.42 USDT

        #  instrument             side  quantity    price     value  reason
        0  BTC-USDT-PERP@binance  BUY      0.012  86900.1  1,042.80  to target

        proven at every step  of         worst   limit  after #
        gross leverage        portfolio  0.301    <= 3        0
        margin ratio          binance    0.610  <= 0.5    start  beyond before the first step
        liquidation distance  binance    0.931  >= 0.1        0
        from each of these numbers on nothing is sent until all before it is filled: 0

        not traded             reason                detail
        ETH-USDT-PERP@binance  INSIDE_NO_TRADE_BAND  0.8 % from target
        """
            .replace("HASH", hash),
        "plan");
  }

  @Test
  void a_plan_that_is_refused_ends_with_the_code_of_its_reason() {
    Refusal stale = Refusal.of(RefusalReason.DATA_STALE, "BTC is 3 bars old, 1 allowed");
    evenkeel.bot.preview =
        new PlanPreview(Samples.AS_OF, Optional.of(stale), Optional.empty(), List.of());
    assertThat(evenkeel.execute("plan")).isEqualTo(3);
    assertThat(evenkeel.out)
        .isEqualTo(
            """
            as of 2026-01-20 00:00Z

            nothing would be traded: DATA_STALE: BTC is 3 bars old, 1 allowed
            """);

    Refusal away = Refusal.of(RefusalReason.VENUE_UNAVAILABLE, "read timed out");
    evenkeel.bot.preview =
        new PlanPreview(Samples.AS_OF, Optional.of(away), Optional.empty(), List.of());
    assertThat(evenkeel.execute("plan")).isEqualTo(5);
  }

  @Test
  void overrides_in_a_list() {
    evenkeel.bot.overrides.add(
        new OperatorOverride(
            3,
            OverrideScope.of(SleeveId.of("btc")),
            OperatorOverride.Kind.EXCLUDE,
            Ratio.ZERO,
            "ann",
            "fork",
            Samples.AS_OF,
            Samples.AS_OF.plusSeconds(86400)));
    assertPrints(
        """
        id  scope  effect    from               until              author  reason
         3  btc    excluded  2026-01-20 00:00Z  2026-01-21 00:00Z  ann     fork
        """,
        "override",
        "list");
  }

  @Test
  void no_overrides() {
    assertPrints("no overrides\n", "override", "list", "--all");
  }

  @Test
  void the_version() {
    assertPrints("evenkeel 0.1.0 (4f7a2c1)\n", "version");
    assertPrints("evenkeel 0.1.0 (4f7a2c1)\n", "--version");
  }
}
