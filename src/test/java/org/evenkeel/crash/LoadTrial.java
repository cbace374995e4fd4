package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.statement.BudgetRow;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.shell.boot.Bench;
import org.evenkeel.shell.fault.CallTally;

/** A bot whose allowance is used up in mid-decision, because twice the messages of its busiest minute are offered. */
final class LoadTrial {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int MOST_SLOTS = 50;
  private static final ClientOrderId NOBODYS = ClientOrderId.of("ekloadloadloadload");

  private LoadTrial() {}

  /**
   * How little is allowed.
   *
   * @param percent of the weight of a decision, a minute
   * @param fromFirstOrder not before an order is sent, so that it is held in following what was sent
   */
  record Narrow(int percent, boolean fromFirstOrder) {}

  /**
   * Decides at leisure, then with so many percent of what that took as the allowance of a minute and every read made
   * twice, and then at leisure again.
   *
   * <p>Throws if nothing was held back, or an order was doubled, a fill lost, a cancel held back, or something ended
   * without a reason.
   */
  static CycleRow decide(CrashServer server, Path folder, Narrow how) {
    CallTally tally = new CallTally();
    AtomicReference<Squeeze> squeeze = new AtomicReference<>();
    try (Trial trial = new Trial(server, folder);
        Bench bot =
            trial.bot(
                new QuietAlerts(),
                (venue, settings, gate) -> {
                  squeeze.set(new Squeeze(settings.timesBudget(100), gate));
                  return tally.counted(venue, settings, squeeze.get());
                })) {
      bot.becomeReady(PATIENCE);
      tally.begin();
      decided(trial, bot);
      if (how.fromFirstOrder()) {
        squeeze.get().narrowFromNextOrder(share(tally, how.percent()));
      } else {
        squeeze.get().narrow(share(tally, how.percent()));
      }
      CycleRow loaded = decided(trial, bot);
      // A decision that trades nothing has no first order.
      for (int i = 0; i < MOST_SLOTS && squeeze.get().heldBack.get() == 0; i++) {
        loaded = decided(trial, bot);
      }
      assertThat(squeeze.get().heldBack.get()).as("reads and orders held back").isPositive();
      assertThat(loaded.reason()).containsAnyOf("VENUE_UNAVAILABLE: ", "orders unresolved");
      assertThat(bot.venue().cancel(NOBODYS, InstrumentId.of("BTC-USDT-PERP@binance"))).isNotNull();
      assertThat(squeeze.get().cancelsHeldBack).as("cancels that were held back").hasValue(0);
      squeeze.get().widen();
      assertThat(decided(trial, bot).status()).isEqualTo(CycleStatus.DONE);
      System.out.println(trial.verdict());
      return loaded;
    }
  }

  private static SortedMap<String, Integer> share(CallTally tally, int percent) {
    TreeMap<String, Integer> allowed = new TreeMap<>();
    for (BudgetRow row : tally.end().budgets()) {
      allowed.put(row.budget(), row.weight() * percent / 100);
    }
    return allowed;
  }

  /** The next decision that is made: a machine that is slow has missed slots before. */
  private static CycleRow decided(Trial trial, Bench bot) {
    for (int i = 0; i < MOST_SLOTS; i++) {
      bot.decide();
      CycleRow newest = trial.newest();
      if (newest.status() != CycleStatus.SKIPPED) {
        return newest;
      }
    }
    throw new AssertionError("not one of " + MOST_SLOTS + " slots was decided");
  }
}
