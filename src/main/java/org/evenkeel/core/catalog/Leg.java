package org.evenkeel.core.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;

/**
 * One instrument of a sleeve and its share: +1 is long the full weight, -1 short.
 *
 * <p>The same exposure may be had in other instruments: each cycle holds it in the one that is expected to cost least.
 * The risk is always estimated by the prices of the first, {@code instrument}.
 *
 * @param instrument the instrument held
 * @param ratio signed notional of this leg per unit of the sleeve's weight, not zero
 * @param alternatives other instruments of the same asset in which the leg may be held instead; coins only for a long
 *     leg
 */
public record Leg(InstrumentId instrument, BigDecimal ratio, List<InstrumentId> alternatives) {

  /** A leg that is held in one instrument only. */
  public Leg(InstrumentId instrument, BigDecimal ratio) {
    this(instrument, ratio, List.of());
  }

  public Leg {
    alternatives = List.copyOf(alternatives);
    if (ratio.signum() == 0) {
      throw new IllegalArgumentException("the leg " + instrument + " has ratio 0; leave it out");
    }
    if (!alternatives.isEmpty()) {
      requireSame(instrument, ratio, alternatives);
    }
  }

  private static void requireSame(
      InstrumentId instrument, BigDecimal ratio, List<InstrumentId> alternatives) {
    List<InstrumentId> all = new ArrayList<>(alternatives);
    all.add(instrument);
    if (new TreeSet<>(all).size() < all.size()) {
      throw new IllegalArgumentException(
          "the leg " + instrument + " names an instrument twice: " + alternatives);
    }
    for (InstrumentId id : all) {
      alternativeFault(instrument, ratio.signum() < 0, id)
          .ifPresent(
              fault -> {
                throw new IllegalArgumentException(fault);
              });
    }
  }

  /** Why an instrument cannot stand for another one in a leg; empty if it can. */
  public static Optional<String> alternativeFault(
      InstrumentId instrument, boolean isShort, InstrumentId alternative) {
    Instrument first = Instrument.parse(instrument);
    Instrument other = Instrument.parse(alternative);
    if (!first.base().equals(other.base())) {
      return Optional.of(
          alternative + " is another asset than " + instrument + " and cannot stand for it");
    }
    return isShort && other instanceof Instrument.Spot
        ? Optional.of(alternative + " cannot be held short")
        : Optional.empty();
  }

  /** The instrument and its alternatives, in the order of the configuration. */
  public List<InstrumentId> instruments() {
    List<InstrumentId> all = new ArrayList<>();
    all.add(instrument);
    all.addAll(alternatives);
    return List.copyOf(all);
  }

  /** The same leg held in another of its instruments. */
  public Leg heldIn(InstrumentId other) {
    List<InstrumentId> rest = new ArrayList<>(instruments());
    if (!rest.remove(other)) {
      throw new IllegalArgumentException(other + " is no instrument of " + this);
    }
    return new Leg(other, ratio, rest);
  }
}
