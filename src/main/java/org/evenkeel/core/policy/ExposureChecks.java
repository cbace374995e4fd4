package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.plan.Collateral;
import org.evenkeel.core.policy.OrderGate.Circumstances;

/**
 * What the gate asks of what could be held at worst: of one instrument, of all, longs less shorts, and by one pot of
 * money.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param limits what is in force
 */
record ExposureChecks(Limits limits) {

  /**
   * Why what could be held at worst after an order is too much; empty if it is not, or not worse than before.
   *
   * <p>Net exposure is asked first: an order that turns a hedge leaves its instrument as large as it was.
   */
  Optional<Refusal> objection(
      ProposedOrder order, InstrumentSpec spec, Quote quote, Circumstances now) {
    Exposure after = now.exposure().with(order);
    BigDecimal before = now.exposure().worstNotional(spec, quote, now.yardstick());
    BigDecimal instrument = after.worstNotional(spec, quote, now.yardstick());
    Optional<Refusal> ofNet = net(after, now);
    if (ofNet.isPresent() || instrument.compareTo(before) <= 0) {
      return ofNet;
    }
    BigDecimal nav = now.nav().amount();
    BigDecimal mostInstrument = nav.multiply(limits.maxInstrumentExposure().value());
    if (instrument.compareTo(mostInstrument) > 0) {
      return OrderGate.limit(
          "exposure to "
              + spec.id()
              + " could reach "
              + OrderGate.text(instrument)
              + ", over max_instrument_exposure "
              + OrderGate.text(mostInstrument));
    }
    BigDecimal carried = after.worstGross(inPotOf(spec, now), now.quotes(), now.yardstick());
    if (carried.compareTo(now.collateral()) > 0) {
      return Optional.of(
          Refusal.of(
              RefusalReason.INSUFFICIENT_FUNDS,
              "gross exposure could reach "
                  + OrderGate.text(carried)
                  + ", more than the "
                  + OrderGate.text(now.collateral())
                  + " that the futures wallet carries"));
    }
    BigDecimal gross = after.worstGross(now.specs(), now.quotes(), now.yardstick());
    BigDecimal mostGross = nav.multiply(limits.maxGrossLeverage().value());
    return OrderGate.unless(
        gross.compareTo(mostGross) <= 0,
        RefusalReason.LIMIT,
        () ->
            "gross exposure could reach "
                + OrderGate.text(gross)
                + ", over max_gross_leverage "
                + OrderGate.text(mostGross));
  }

  private Optional<Refusal> net(Exposure after, Circumstances now) {
    BigDecimal before = now.exposure().worstNet(now.specs(), now.quotes(), now.yardstick());
    BigDecimal net = after.worstNet(now.specs(), now.quotes(), now.yardstick());
    BigDecimal most = now.nav().amount().multiply(limits.maxNetLeverage().value());
    return OrderGate.unless(
        net.compareTo(before) <= 0 || net.compareTo(most) <= 0,
        RefusalReason.LIMIT,
        () ->
            "net exposure could reach "
                + OrderGate.text(net)
                + ", over max_net_leverage "
                + OrderGate.text(most));
  }

  /** What is carried by the same money as an instrument. */
  private static List<InstrumentSpec> inPotOf(InstrumentSpec one, Circumstances now) {
    Optional<Collateral.Pot> pot = Collateral.Pot.of(one.id());
    return now.specs().stream().filter(spec -> Collateral.Pot.of(spec.id()).equals(pot)).toList();
  }
}
