package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.EitherWorld.COIN;
import static org.evenkeel.cycle.EitherWorld.MOVE;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.SLOT;
import static org.evenkeel.cycle.World.USDC;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.policy.Guards;
import org.evenkeel.core.statement.Cause;
import org.evenkeel.core.statement.Contribution;
import org.evenkeel.core.statement.Explanation;
import org.evenkeel.shell.simulate.CycleEntry;
import org.junit.jupiter.api.Test;

/** Orders of a leg that may be held in a perpetual or in coins: only a move between them is told as the choice of the instrument. */
class AlternativeExplainedTest {

  private static final Instant STAY = SLOT.plus(Duration.ofHours(2));

  private final World world = EitherWorld.with(Guards.defaults());

  private void decideThrice() {
    List.of(SLOT, MOVE, STAY).forEach(this::decide);
  }

  private void decide(Instant slot) {
    world.clock.advanceTo(slot);
    world.daemon.onSlot();
    DecidedExamples.move(world, BTC, "1.07");
    DecidedExamples.move(world, COIN, "1.07");
  }

  private Map<Cause, BigDecimal> parts(Instant slot, InstrumentId id) {
    EnumMap<Cause, BigDecimal> parts = new EnumMap<>(Cause.class);
    Explanation told = (Explanation) world.cycle(slot).documents().get("explanation");
    for (Contribution part : told.of(id.value()).orElseThrow().contributions()) {
      parts.put(part.cause(), part.contracts());
    }
    return parts;
  }

  private Decided decided(Instant slot) {
    return DecidedExamples.decided(world.cycle(slot));
  }

  @Test
  void a_move_is_the_choice_and_what_is_held_without_moving_is_neither_choice_nor_equity_nor_cap() {
    decideThrice();
    assertThat(world.journal.ledger().position(BTC).value()).isZero();
    BigDecimal left = parts(MOVE, BTC).get(Cause.INSTRUMENT);
    assertThat(left).isLessThan(new BigDecimal("-3"));
    assertThat(parts(MOVE, COIN).get(Cause.INSTRUMENT)).isEqualByComparingTo(left.negate());
    assertThat(parts(MOVE, BTC)).doesNotContainKey(Cause.CAP);
    // 3.5 bitcoin are the position itself: fees, fluctuation and lots are far less.
    assertThat(parts(STAY, COIN)).doesNotContainKeys(Cause.INSTRUMENT, Cause.CAP);
    assertThat(parts(STAY, COIN).values())
        .allSatisfy(part -> assertThat(part.abs()).isLessThan(BigDecimal.ONE));
    assertThat(((Explanation) world.cycle(STAY).documents().get("explanation")).of(BTC.value()))
        .isEmpty();
    assertThat(parts(STAY, USDC)).doesNotContainKeys(Cause.INSTRUMENT, Cause.CAP);
  }

  @Test
  void an_explanation_of_an_earlier_version_is_still_the_same_when_it_is_made_again() {
    decideThrice();
    Explanation older = Explainer.asBefore(decided(MOVE), decided(STAY));
    assertThat(older).isNotEqualTo(Explainer.of(decided(MOVE), decided(STAY)));
    assertThat(replayed(older)).isEqualTo(Replayed.State.SAME);
    Explanation neither = new Explanation(older.before(), older.orders(), List.of("by hand"));
    assertThat(replayed(neither)).isEqualTo(Replayed.State.DIFFERENT);
  }

  private Replayed.State replayed(Explanation kept) {
    Kept decisions = new Kept(kept);
    Slot last = world.cycle(STAY).slot();
    return new Replay(decisions).of(decisions.of(last.cycleId()).orElseThrow()).state();
  }

  /** Decisions of the world with another explanation of the last one. */
  private final class Kept implements Decisions {

    private final Explanation explanation;

    Kept(Explanation explanation) {
      this.explanation = explanation;
    }

    @Override
    public Optional<StoredDecision> of(CycleId cycle) {
      CycleEntry entry =
          List.of(SLOT, MOVE, STAY).stream()
              .map(world::cycle)
              .filter(each -> each.slot().cycleId().equals(cycle))
              .findFirst()
              .orElseThrow();
      TreeMap<String, String> texts = new TreeMap<>();
      entry.documents().forEach((stage, document) -> texts.put(stage, text(document)));
      texts.put("explanation", text(explanation));
      TreeMap<String, String> hashes = new TreeMap<>();
      texts.forEach((stage, text) -> hashes.put(stage, ContentHash.ofText(text).value()));
      return Optional.of(
          new StoredDecision(
              cycle,
              entry.status(),
              entry.reason(),
              new StoredDecision.Inputs.Whole(entry.inputs().orElseThrow()),
              texts,
              hashes,
              DecidedExamples.intents(entry)));
    }

    @Override
    public Optional<Explanation> explanation(CycleId cycle) {
      return Optional.of(explanation);
    }

    @Override
    public String text(Object document) {
      return document.toString();
    }

    @Override
    public List<CycleId> newest(int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<IntentId> intentOf(String clientOrderId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SavedPlan readPlan(String text) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Difference> differences(String stored, String again, int most) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Difference> difference(String stored, String again) {
      return Optional.of(new Difference("explanation", "one", "another"));
    }
  }
}
