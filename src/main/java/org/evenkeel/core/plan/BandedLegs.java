package org.evenkeel.core.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.parity.bands.BandSettings;

/**
 * The way from target positions to legs by the configured bands and their protocol.
 *
 * <p>This class is immutable and thread-safe.
 */
final class BandedLegs {

  private final PlanScope scope;
  private final Standing standing;
  private final Optional<LotBasis> basis;
  private final SortedSet<InstrumentId> moving;

  /**
   * @param moving the instruments between which positions move, which no band may hold up: one of the two trades alone would
   *     be another exposure
   */
  BandedLegs(
      PlanScope scope,
      Standing standing,
      Optional<LotBasis> basis,
      SortedSet<InstrumentId> moving) {
    this.moving = moving;
    this.scope = scope;
    this.standing = standing;
    this.basis = basis;
  }

  void add(List<TargetPosition> positions, Legs legs) {
    BandSettings bands = scope.settings().bands();
    boolean isTime =
        bands.protocol() == BandSettings.Protocol.THRESHOLD || basis.isEmpty() || isCalendarTime();
    boolean hasBands = bands.protocol() != BandSettings.Protocol.CALENDAR;
    CostBands byCost =
        isTime && hasBands && bands.method() == BandSettings.Method.COST
            ? basis
                .map(by -> CostBands.of(scope, positions, standing, by.estimate()))
                .orElse(CostBands.none())
            : CostBands.none();
    for (TargetPosition position : positions) {
      if (moving.contains(position.instrument())) {
        legs.add(
            position, scope.spec(position.instrument()), scope.quote(position.instrument()), false);
      } else if (!isTime && !mustClose(position)) {
        wait(position, legs);
      } else {
        add(position, byCost.of(position.instrument()), hasBands, legs);
      }
    }
  }

  private void add(
      TargetPosition position, Optional<CostBands.Answer> answer, boolean hasBands, Legs legs) {
    InstrumentId id = position.instrument();
    InstrumentSpec spec = scope.spec(id);
    Quote quote = scope.quote(id);
    if (answer.isEmpty()) {
      legs.add(position, spec, quote, hasBands);
    } else if (answer.get().isTraded()) {
      legs.add(aimed(position, answer.get().aim()), spec, quote, false);
    } else if (position.current().equals(position.target())) {
      legs.add(position, spec, quote, false);
    } else {
      legs.keep(position, RefusalReason.INSIDE_NO_TRADE_BAND, answer.get().detail());
    }
  }

  private TargetPosition aimed(TargetPosition position, Contracts aim) {
    return new TargetPosition(
        position.instrument(),
        position.current(),
        position.exact(),
        aim,
        scope.value(position.instrument(), aim));
  }

  private static boolean mustClose(TargetPosition position) {
    return position.target().isZero();
  }

  private void wait(TargetPosition position, Legs legs) {
    if (position.current().equals(position.target())) {
      legs.add(
          position, scope.spec(position.instrument()), scope.quote(position.instrument()), false);
    } else {
      legs.keep(
          position,
          RefusalReason.INSIDE_NO_TRADE_BAND,
          position.target().minus(position.current())
              + " contracts wait for the calendar time "
              + nextCalendarTime());
    }
  }

  /** True in the last decision before or at a calendar time: no other one is nearer to it from below. */
  private boolean isCalendarTime() {
    return !nextCalendarTime().isAfter(basis.orElseThrow().next().minusMillis(1));
  }

  /** The first calendar time at or after the decision. */
  private Instant nextCalendarTime() {
    long distance = scope.settings().bands().calendar().toMillis();
    long now = scope.market().asOf().toEpochMilli();
    return Instant.ofEpochMilli(now + Math.floorMod(-now, distance));
  }
}
