package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.CapitalBasis;
import org.evenkeel.core.parity.ExposureScale;
import org.evenkeel.core.policy.LimitKey;
import org.evenkeel.core.policy.LimitValues;
import org.evenkeel.core.settle.FlowEntry;

/**
 * The look at how far the capital has grown since the decision before: a jump that nobody has confirmed carries no position.
 *
 * <p>A rise beyond {@link LimitKey#MAX_CAPITAL_RISE} is as likely a wrong price or balance as a profit; exposures are scaled to
 * the capital that was believed until two persons have confirmed the new one. A fall is followed at once, and so is money
 * that two persons have let in. Source: pysystemtrade, where a change of capital over 10 % waits for a human.
 *
 * <p>All memory is in the journal. Single-threaded.
 */
public final class CapitalWatch {

  /** The stage under which the capital is kept. */
  static final String STAGE = "capital";

  private static final String CAUSE = "capital not confirmed";
  private static final String SUBJECT = "capital";

  private final Strategy strategy;
  private final Journal journal;
  private final Clock clock;
  private final Alerts alerts;

  CapitalWatch(Strategy strategy, Journal journal, Clock clock, Alerts alerts) {
    this.strategy = strategy;
    this.journal = journal;
    this.clock = clock;
    this.alerts = alerts;
  }

  /** What is believed now, and what exposures are scaled by if that is not all. */
  private record Judged(CapitalBasis basis, Optional<ExposureScale> scale) {}

  /**
   * The stricter of another scale and of what the capital asks for, for a decision that is only a preview; the other one where
   * the account cannot be valued, which no decision gets past.
   */
  public static Optional<ExposureScale> with(
      Optional<ExposureScale> other,
      Strategy strategy,
      Journal journal,
      Observation seen,
      Instant at) {
    return switch (judged(strategy, journal, seen, at)) {
      case Result.Ok<Judged> ok -> stricter(other, ok.value().scale());
      case Result.Refused<Judged> refused -> other;
    };
  }

  /** The same for a decision: what is believed is kept, and what is not believed is told. */
  Result<Optional<ExposureScale>> look(
      CycleId cycle, Observation seen, Optional<ExposureScale> other) {
    return judged(strategy, journal, seen, clock.now())
        .map(
            judged -> {
              journal.keepDocument(cycle, STAGE, judged.basis());
              judged
                  .scale()
                  .ifPresentOrElse(
                      scale -> alerts.raise(SUBJECT, scale.detail()), () -> alerts.clear(SUBJECT));
              return stricter(other, judged.scale());
            });
  }

  private static Optional<ExposureScale> stricter(
      Optional<ExposureScale> one, Optional<ExposureScale> other) {
    boolean isOther =
        other
            .filter(scale -> one.map(it -> scale.factor().compareTo(it.factor()) < 0).orElse(true))
            .isPresent();
    return isOther ? other : one;
  }

  private static Result<Judged> judged(
      Strategy strategy, Journal journal, Observation seen, Instant at) {
    return seen.without(FlowEntry.heldOut(journal.accounting().flows()), strategy.universe())
        .map(
            used -> {
              Money heldOut =
                  new Money(
                      seen.nav().amount().subtract(used.nav().amount()), seen.nav().currency());
              CapitalBasis now = new CapitalBasis(used.nav(), heldOut);
              return journal.newestDocuments(STAGE, CapitalBasis.class, 1).stream()
                  .findFirst()
                  .map(before -> judged(before, now, LimitsNow.values(strategy, journal, at)))
                  .orElseGet(() -> new Judged(now, Optional.empty()));
            });
  }

  private static Judged judged(CapitalBasis before, CapitalBasis now, LimitValues limits) {
    BigDecimal letIn =
        before.heldOut().amount().subtract(now.heldOut().amount()).max(BigDecimal.ZERO);
    BigDecimal believed = before.agreed().amount().add(letIn);
    BigDecimal rise = limits.get(LimitKey.MAX_CAPITAL_RISE);
    BigDecimal most =
        believed.multiply(BigDecimal.ONE.add(rise)).max(limits.get(LimitKey.CONFIRMED_CAPITAL));
    BigDecimal nav = now.agreed().amount();
    if (nav.compareTo(most) <= 0 || believed.signum() <= 0) {
      return new Judged(now, Optional.empty());
    }
    String words =
        "the portfolio is worth "
            + Decimals.text(nav.setScale(0, RoundingMode.DOWN))
            + ", above the "
            + Decimals.text(believed.setScale(0, RoundingMode.DOWN))
            + " of the decision before by more than max_capital_rise_fraction "
            + Decimals.text(rise)
            + "; it is sized on that until two persons say 'evenkeel capital confirm'";
    return new Judged(
        new CapitalBasis(new Money(believed, now.agreed().currency()), now.heldOut()),
        Optional.of(new ExposureScale(CAUSE, factor(believed, nav), words)));
  }

  private static Ratio factor(BigDecimal believed, BigDecimal nav) {
    return new Ratio(Decimals.quotient(believed, nav).setScale(12, RoundingMode.DOWN));
  }
}
