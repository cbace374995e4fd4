package org.evenkeel.shell.xchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.MaintenanceTiers;
import org.evenkeel.core.data.MarginView;

/**
 * The margin tiers that a venue has told, asked for at the first question and then once a day.
 *
 * <p>If the venue does not answer, what it said last is kept, with the time at which it said it, for seven days.
 * A question about a contract whose tiers were never read, or not for so long, is refused: nothing is proven with a guess.
 *
 * <p>This class is thread-safe.
 */
public final class MarginMemory {

  private static final Duration FRESH = Duration.ofDays(1);
  private static final Duration OLDEST = Duration.ofDays(7);

  private final TreeMap<InstrumentId, MaintenanceTiers> known = new TreeMap<>();

  /**
   * The tiers of contracts.
   *
   * @param clock ours
   * @param reading asks the venue for some of them; what it leaves out has none there
   */
  public synchronized Result<MarginView> of(
      List<InstrumentId> futures,
      Supplier<Instant> clock,
      Function<List<InstrumentId>, Result<List<MaintenanceTiers>>> reading) {
    Instant asked = clock.get();
    List<InstrumentId> aged = futures.stream().filter(id -> !isWithin(FRESH, id, asked)).toList();
    if (!aged.isEmpty()) {
      Result<List<MaintenanceTiers>> answer = reading.apply(aged);
      if (answer instanceof Result.Ok<List<MaintenanceTiers>> ok) {
        aged.forEach(known::remove);
        ok.value().forEach(tiers -> known.put(tiers.instrument(), tiers));
      }
      Instant answered = clock.get();
      List<InstrumentId> lost =
          futures.stream().filter(id -> !isWithin(OLDEST, id, answered)).toList();
      if (!lost.isEmpty()) {
        return answer.then(
            told ->
                Result.refused(
                    RefusalReason.INSTRUMENT_NOT_TRADING,
                    "the venue tells no margin tiers of " + lost));
      }
    }
    List<MaintenanceTiers> all = new ArrayList<>();
    known.forEach(
        (id, tiers) -> {
          if (futures.contains(id)) {
            all.add(tiers);
          }
        });
    return Result.ok(new MarginView(all, new TreeMap<>()));
  }

  private boolean isWithin(Duration age, InstrumentId id, Instant now) {
    MaintenanceTiers tiers = known.get(id);
    return tiers != null
        && !now.isBefore(tiers.readAt())
        && Duration.between(tiers.readAt(), now).compareTo(age) <= 0;
  }
}
