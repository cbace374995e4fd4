package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.contract.JournalExamples.BTC;
import static org.evenkeel.contract.JournalExamples.NOON;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.estimate.CashRisk;
import org.evenkeel.core.estimate.CoinRisk;
import org.evenkeel.core.parity.Sizing;
import org.evenkeel.core.parity.score.HeldForecast;
import org.evenkeel.core.parity.score.Mark;
import org.evenkeel.core.parity.score.Outcome;
import org.evenkeel.core.parity.score.ScoreEntry;
import org.evenkeel.core.parity.score.ScoreSettings;
import org.evenkeel.core.parity.score.ScoreState;
import org.evenkeel.core.parity.score.SequentialTest;
import org.evenkeel.core.parity.score.SleeveForecast;
import org.evenkeel.core.parity.score.SleeveOutcome;
import org.evenkeel.cycle.Journal;

/** Documents from which later decisions are made: they must come back from a journal to the last bit. */
final class StoredDocuments {

  private StoredDocuments() {}

  static void assertTheNewestComeBack(Journal journal) {
    for (int minute = 0; minute < 3; minute++) {
      Slot slot = Slot.scheduled("default", NOON.plusSeconds(60L * minute));
      journal.beginCycle(slot, NOON.plusSeconds(60L * minute));
      journal.keepDocument(slot.cycleId(), "forecast", forecast(minute));
      journal.keepDocument(slot.cycleId(), "scoreboard", entry(minute));
      journal.keepDocument(slot.cycleId(), "sizing", sizing());
    }
    assertThat(journal.newestDocuments("forecast", HeldForecast.class, 2))
        .containsExactly(forecast(2), forecast(1));
    assertThat(journal.newestDocuments("scoreboard", ScoreEntry.class, 9))
        .containsExactly(entry(2), entry(1), entry(0));
    assertThat(journal.newestDocuments("sizing", Sizing.class, 1)).containsExactly(sizing());
    assertThat(journal.newestDocuments("nothing", ScoreEntry.class, 1)).isEmpty();
  }

  /** A forecast whose volatility, 0.3, is no binary number. */
  private static HeldForecast forecast(int number) {
    return new HeldForecast(
        NOON.plusSeconds(number),
        List.of(new SleeveForecast(SleeveId.of("btc"), Ratio.ONE, Ratio.of("0.1"))),
        List.of(List.of(0.3 * 0.3)),
        List.of(new Mark(BTC, Price.of("98000.5"))));
  }

  /** An entry with an outcome, some evidence and a cut. */
  static ScoreEntry entry(int number) {
    Outcome outcome =
        new Outcome(
            NOON,
            NOON.plusSeconds(number + 1),
            0.01,
            -0.021,
            List.of(new SleeveOutcome(SleeveId.of("btc"), Ratio.ONE, 1, 0.1, 0.1, -0.21)));
    ScoreState state =
        new ScoreState(
            1,
            SequentialTest.fresh().after(4.41),
            SequentialTest.fresh().after(20),
            ScoreState.Alarm.BIAS_BOUND,
            Optional.of(NOON));
    return new ScoreEntry(
        NOON.plusSeconds(number + 1),
        Optional.of(outcome),
        "",
        state,
        2.1,
        1 / 2.1,
        ScoreSettings.defaults());
  }

  /** Cash with a coin, and a cut. */
  private static Sizing sizing() {
    CoinRisk coin =
        new CoinRisk(
            Currency.of("USDC"), "circle", Ratio.of("0.4"), Ratio.of("0.398"), 0.033, 0.1, 0.04);
    return new Sizing(
        new CashRisk(Ratio.of("0.995"), List.of(coin), 0.0132, 0.01, 0.5, 0.05, true),
        List.of(entry(0).exposureScale()));
  }
}
