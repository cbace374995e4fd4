package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.ETH;
import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.Sizing;
import org.evenkeel.core.parity.score.HeldForecast;
import org.evenkeel.core.parity.score.Outcome;
import org.evenkeel.core.parity.score.ScoreEntry;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.shell.simulate.CycleEntry;
import org.junit.jupiter.api.Test;

/** Forecasts are written down, judged once each, and their judgement survives the process. */
class ScorekeepingTest {

  private final World world = World.ready();

  private void move(InstrumentId instrument, String factor) {
    Price old = world.venue.truth.prices.get(instrument);
    world.venue.truth.prices.put(
        instrument, new Price(old.value().multiply(new BigDecimal(factor))));
  }

  private Instant hour(int number) {
    return SLOT.plus(Duration.ofHours(number));
  }

  private void runHour(int number) {
    world.clock.advanceTo(hour(number));
    world.daemon.onSlot();
  }

  private ScoreEntry entry(int hour) {
    return (ScoreEntry) document(hour, "scoreboard");
  }

  private HeldForecast forecast(int hour) {
    return (HeldForecast) document(hour, "forecast");
  }

  private Object document(int hour, String stage) {
    CycleEntry cycle = world.cycle(hour(hour));
    assertThat(cycle.documents()).as(cycle.reason()).containsKey(stage);
    return cycle.documents().get(stage);
  }

  @Test
  void the_first_cycle_judges_nothing_and_says_so_and_writes_a_forecast_down() {
    runHour(0);
    assertThat(entry(0).outcome()).isEmpty();
    assertThat(entry(0).remark()).contains("no forecast has been recorded");
    assertThat(forecast(0).sleeves()).hasSize(2);
    assertThat(forecast(0).volatilityAnnual())
        .isCloseTo(
            world.cycle(SLOT).statement().orElseThrow().forecastVolatility().doubleValue(),
            within(1e-9));
  }

  @Test
  void the_next_cycle_judges_it_by_what_prices_did() {
    runHour(0);
    HeldForecast made = forecast(0);
    move(BTC, "1.02");
    move(ETH, "0.97");
    runHour(1);
    Outcome outcome = entry(1).outcome().orElseThrow();
    double btc = made.sleeves().get(0).exposure().value().doubleValue();
    double eth = made.sleeves().get(1).exposure().value().doubleValue();
    assertThat(outcome.portfolioReturn()).isCloseTo(0.02 * btc - 0.03 * eth, within(1e-9));
    double years =
        (double) Duration.between(made.asOf(), outcome.to()).toMillis()
            / Duration.ofDays(365).toMillis();
    assertThat(outcome.volatility())
        .isCloseTo(made.volatilityAnnual() * Math.sqrt(years), within(1e-12));
  }

  @Test
  void each_forecast_is_judged_once_and_the_intervals_follow_each_other() {
    runHour(0);
    move(BTC, "0.9");
    runHour(1);
    assertThat(entry(1).outcome()).isPresent();
    runHour(2);
    assertThat(entry(2).outcome().orElseThrow().from()).isEqualTo(forecast(1).asOf());
  }

  @Test
  void a_restart_loses_nothing() {
    runHour(0);
    runHour(1);
    ScoreEntry before = entry(1);
    world.restart();
    world.recover();
    runHour(2);
    assertThat(entry(2).state().outcomes()).isEqualTo(before.state().outcomes() + 1);
  }

  /** Prices that jump to and fro by 10 % an hour are far beyond what the calm bars forecast. */
  @Test
  void forecasts_that_were_too_low_cut_the_next_decisions_and_the_cause_is_stored() {
    runHour(0);
    double whole = gross(0);
    for (int hour = 1; hour <= 6; hour++) {
      String factor = hour % 2 == 0 ? "1.111111" : "0.9";
      move(BTC, factor);
      move(ETH, factor);
      runHour(hour);
    }
    ScoreEntry last = entry(6);
    assertThat(world.status(hour(6))).isEqualTo(CycleStatus.DONE);
    assertThat(last.factor()).isLessThan(1);
    assertThat(gross(6)).isLessThan(whole);
    Sizing sizing = (Sizing) document(6, "sizing");
    assertThat(sizing.scales()).containsExactly(last.exposureScale());
  }

  /** The stored past of a cycle gives its stored entry again. */
  @Test
  void an_entry_can_be_replayed_from_what_was_stored() {
    for (int hour = 0; hour <= 5; hour++) {
      runHour(hour);
      move(BTC, hour % 2 == 0 ? "1.01" : "0.985");
    }
    for (int hour = 1; hour <= 5; hour++) {
      int until = hour;
      List<Outcome> past =
          IntStream.range(0, hour)
              .mapToObj(back -> entry(until - 1 - back).outcome())
              .flatMap(Optional::stream)
              .toList();
      ScoreEntry stored = entry(hour);
      ScoreEntry again =
          ScoreEntry.next(
              stored.asOf(),
              Optional.of(entry(hour - 1)),
              past,
              Result.ok(stored.outcome().orElseThrow()),
              stored.settings());
      assertThat(again).isEqualTo(stored);
    }
  }

  private double gross(int hour) {
    return world.cycle(hour(hour)).statement().orElseThrow().grossLeverage().doubleValue();
  }
}
