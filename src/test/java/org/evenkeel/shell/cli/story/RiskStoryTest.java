package org.evenkeel.shell.cli.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.evenkeel.core.estimate.gate.GateSettings.BadSleeve;
import org.evenkeel.core.estimate.gate.Permission;
import org.evenkeel.core.parity.stress.StressOutcome;
import org.evenkeel.shell.cli.print.StoryText;
import org.evenkeel.shell.cli.table.PriceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Past days retold: nothing of a day is known before its end, and the book follows the gate. */
class RiskStoryTest {

  private static final LocalDate FIRST = LocalDate.parse("2024-01-01");

  @TempDir private Path folder;

  private static StoryKnobs knobs(BadSleeve policy) {
    return new StoryKnobs(Duration.ofDays(1), 60, 10, 30, 0.2, policy);
  }

  /** A hundred days of three assets; the third is listed on day 60; on the last day everything halves. */
  private PriceTable prices(boolean withCrash) throws IOException {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder("date,AAA,BBB,CCC\n");
    double[] price = {100, 10, 1};
    for (int day = 0; day < 100; day++) {
      text.append(FIRST.plusDays(day));
      for (int i = 0; i < 3; i++) {
        price[i] *= 1 + 0.03 * random.nextGaussian();
        price[i] *= withCrash && day == 99 ? 0.5 : 1;
        text.append(i == 2 && day < 60 ? "," : String.format(Locale.ROOT, ",%.6f", price[i]));
      }
      text.append('\n');
    }
    return PriceTable.read(Files.writeString(folder.resolve("prices.csv"), text));
  }

  private List<StoryDay> tell(boolean withCrash, BadSleeve policy) throws IOException {
    return RiskStory.tell(prices(withCrash), knobs(policy), FIRST.plusDays(90), FIRST.plusDays(99));
  }

  @Test
  void a_young_listing_holds_the_book_or_is_set_aside() throws IOException {
    StoryDay held = tell(false, BadSleeve.HOLD_ALL).get(0);
    assertThat(held.verdict().permission()).isEqualTo(Permission.HOLD);
    assertThat(held.grossAfter()).isZero();
    assertThat(held.aside().orElseThrow().decision()).isPresent();
    assertThat(StoryText.of(List.of(held)))
        .contains("nothing trades", "coverage", "for information, not traded");

    StoryDay aside = tell(false, BadSleeve.SET_ASIDE).get(0);
    assertThat(aside.verdict().permission()).isEqualTo(Permission.TRADE);
    assertThat(aside.decision().orElseThrow().exposures()).containsOnlyKeys("aaa", "bbb");
  }

  @Test
  void a_day_knows_nothing_of_the_next() throws IOException {
    List<StoryDay> calm = tell(false, BadSleeve.SET_ASIDE);
    List<StoryDay> crash = tell(true, BadSleeve.SET_ASIDE);
    assertThat(crash.subList(0, 9)).isEqualTo(calm.subList(0, 9));
    assertThat(crash.get(9)).isNotEqualTo(calm.get(9));
  }

  @Test
  void the_crash_shows_in_return_detectors_stress_and_leverage() throws IOException {
    StoryDay day = tell(true, BadSleeve.SET_ASIDE).get(9);
    assertThat(day.dayReturn())
        .isCloseTo(-0.5 * day.grossBefore(), org.assertj.core.api.Assertions.within(0.1));
    assertThat(day.dayReturn()).isNegative();
    assertThat(day.grossAfter()).isLessThan(0.5 * day.grossBefore());
    StoryDay.Sized decision = day.decision().orElseThrow();
    assertThat(decision.overlay().regime()).anyMatch(reading -> reading.isAlarm());
    assertThat(decision.overlay().stress())
        .extracting(StressOutcome::scenario)
        .contains("worst window", "market -40 %");
    assertThat(StoryText.of(List.of(day))).contains("ALARM", "overlay: exposure scaled to");
  }

  /** Real days: the bankruptcy of FTX must not be calm in any telling. */
  @Test
  void november_2022_cuts_the_book_to_less_than_half() {
    Path shared = Path.of(System.getProperty("evenkeel.shared", "../shared"));
    Path file = shared.resolve("data/daily/binance_perp_close_wide.csv");
    assumeThat(file).as("the shared market data").exists();
    List<StoryDay> days =
        RiskStory.tell(
            PriceTable.read(file),
            new StoryKnobs(Duration.ofDays(1), 90, 10, 30, 0.2, BadSleeve.HOLD_ALL),
            LocalDate.parse("2022-11-05"),
            LocalDate.parse("2022-11-12"));
    assertThat(days).extracting(day -> day.verdict().permission()).containsOnly(Permission.TRADE);
    assertThat(days.get(5).grossAfter()).isLessThan(0.5 * days.get(0).grossAfter());
    assertThat(days.get(4).decision().orElseThrow().overlay().binding().orElseThrow().cause())
        .isEqualTo("alarm: turbulence");
  }
}
