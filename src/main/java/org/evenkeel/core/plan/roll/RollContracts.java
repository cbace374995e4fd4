package org.evenkeel.core.plan.roll;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.EndNotice;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.RollRule;
import org.evenkeel.core.catalog.RollTerms;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.plan.TradeRule;

/**
 * The contracts of a series at one moment: the near one, the one after it, what is held of them, and what moving costs.
 *
 * @param near the contract that ends next and has not ended
 */
record RollContracts(
    RollRule rule, MarketSnapshot market, AccountSnapshot account, InstrumentId near) {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal HOURS_OF_YEAR = BigDecimal.valueOf(365 * 24);
  private static final int DIGITS = 6;

  static RollContracts of(RollRule rule, MarketSnapshot market, AccountSnapshot account) {
    InstrumentId near = rule.near(market.receivedAt().atOffset(ZoneOffset.UTC).toLocalDate());
    boolean hasEnded =
        market
            .spec(near)
            .map(InstrumentSpec::listing)
            .filter(listing -> listing.isEnded(market.receivedAt()))
            .isPresent();
    boolean hasNext = market.spec(rule.after(near)).isPresent();
    return new RollContracts(rule, market, account, hasEnded && hasNext ? rule.after(near) : near);
  }

  private InstrumentId next() {
    return rule.after(near);
  }

  private RollTerms terms() {
    return rule.terms();
  }

  /**
   * What carries the leg.
   *
   * @param order what operators have ordered for one of the contracts
   * @param isOpen whether the fate of an order in one of them is open
   */
  RollChoice choice(TradeRule order, boolean isOpen) {
    if (isHeld(next())) {
      return chosen(
          next(),
          next(),
          RollChoice.State.ROLLED,
          isHeld(near) ? "what is left of " + near + " is closed" : "it has moved already");
    }
    if (market.quote(next()).isEmpty() || !trades(next())) {
      return stays("no contract after it trades yet");
    }
    Optional<String> due = due();
    if (due.isEmpty()) {
      return stays(notDue());
    }
    if (order != TradeRule.FREE && isHeld(near)) {
      return heldBack(due.get() + ", but it is under " + order.inWords());
    }
    if (isOpen) {
      return heldBack(due.get() + ", but an order or a break of one of its contracts is open");
    }
    Optional<String> cap = isHeld(near) && !isLatest() ? aboveCap() : Optional.empty();
    if (cap.isPresent()) {
      return heldBack(due.get() + ", but " + cap.get());
    }
    return isHeld(near)
        ? chosen(near, next(), RollChoice.State.ROLLS, due.get() + costs())
        : chosen(
            next(), next(), RollChoice.State.ROLLED, due.get() + "; nothing of it has to move");
  }

  private boolean trades(InstrumentId id) {
    return market
        .spec(id)
        .map(InstrumentSpec::listing)
        .filter(listing -> listing.allowance(market.receivedAt(), EndNotice.NONE).mayReduce())
        .isPresent();
  }

  private RollChoice stays(String why) {
    return chosen(near, near, RollChoice.State.STAYS, why);
  }

  private RollChoice heldBack(String why) {
    return chosen(near, near, RollChoice.State.HELD_BACK, why);
  }

  private RollChoice chosen(
      InstrumentId from, InstrumentId to, RollChoice.State state, String why) {
    return new RollChoice(from, to, state, why, volumeRatio(), basisAnnual(), cost(), latest());
  }

  private boolean isHeld(InstrumentId id) {
    return !account.position(id).isZero();
  }

  /** The contracts of the series that are held beside the one that carries the leg. */
  List<InstrumentId> heldBeside(InstrumentId carrier) {
    List<InstrumentId> held = new ArrayList<>();
    account.positions().stream()
        .map(position -> position.instrument())
        .filter(id -> rule.has(id) && isHeld(id) && !id.equals(carrier))
        .filter(id -> market.spec(id).isPresent() && market.quote(id).isPresent())
        .forEach(held::add);
    return held;
  }

  /** Why the leg has to move, if it has to. */
  private Optional<String> due() {
    if (isLatest()) {
      return Optional.of(
          near + " ends on " + end().orElseThrow() + ", in less than " + hours(terms().latest()));
    }
    return volumeRatio()
        .filter(ratio -> ratio.compareTo(terms().volumeFraction().value()) > 0)
        .map(ratio -> volumeInWords(ratio) + ", more than " + terms().volumeFraction());
  }

  private String notDue() {
    return volumeRatio()
            .map(ratio -> volumeInWords(ratio) + ", not more than " + terms().volumeFraction())
            .orElse("volumes were not measured")
        + latest().map(at -> "; at the latest it moves on " + at).orElse("");
  }

  private String volumeInWords(BigDecimal ratio) {
    return next() + " has traded " + text(ratio) + " of its volume in " + hours(terms().window());
  }

  /** What forbids to move before the latest moment. */
  private Optional<String> aboveCap() {
    Ratio mostBasis = terms().maxBasisAnnual();
    Optional<BigDecimal> basis = basisAnnual();
    if (basis.isPresent() && basis.get().abs().compareTo(mostBasis.value()) > 0) {
      return Optional.of(
          "the basis is " + text(basis.get()) + " a year, beyond the cap of " + mostBasis);
    }
    return cost()
        .filter(cost -> cost.compareTo(terms().maxCost().value()) > 0)
        .map(cost -> "it would cost " + text(cost) + ", above the cap of " + terms().maxCost());
  }

  private String costs() {
    return cost().map(cost -> "; it costs " + text(cost)).orElse("")
        + basisAnnual().map(basis -> " at a basis of " + text(basis) + " a year").orElse("");
  }

  private static String text(BigDecimal value) {
    return Decimals.text(value);
  }

  private static String hours(Duration time) {
    return time.toHours() + " h";
  }

  private Optional<Instant> end() {
    return market.spec(near).map(InstrumentSpec::listing).flatMap(Listing::lastTradingTime);
  }

  private Optional<Instant> latest() {
    return end().map(end -> end.minus(terms().latest()));
  }

  private boolean isLatest() {
    return latest().filter(at -> !market.receivedAt().isBefore(at)).isPresent();
  }

  private Optional<BigDecimal> volumeRatio() {
    Optional<BigDecimal> old = volume(near);
    return volume(next())
        .flatMap(
            fresh ->
                old.filter(known -> known.signum() > 0)
                    .map(known -> rounded(Decimals.quotient(fresh, known))));
  }

  private Optional<BigDecimal> volume(InstrumentId id) {
    Instant from = market.asOf().minus(terms().window());
    List<Bar> bars =
        market.series(id).stream()
            .flatMap(series -> series.bars().stream())
            .filter(bar -> !bar.openTime().isBefore(from))
            .toList();
    return bars.isEmpty()
        ? Optional.empty()
        : Optional.of(bars.stream().map(Bar::volume).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** What the next contract is dearer by than the near one, over the time between their ends. */
  private Optional<BigDecimal> basisAnnual() {
    Optional<Quote> old = market.quote(near);
    Optional<Quote> fresh = market.quote(next());
    Optional<Instant> until =
        market.spec(next()).map(InstrumentSpec::listing).flatMap(Listing::lastTradingTime);
    if (old.isEmpty() || fresh.isEmpty() || end().isEmpty() || until.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal hours =
        BigDecimal.valueOf(Duration.between(end().orElseThrow(), until.get()).toHours());
    BigDecimal premium =
        Decimals.quotient(fresh.get().mid().value(), old.get().mid().value())
            .subtract(BigDecimal.ONE);
    return hours.signum() <= 0
        ? Optional.empty()
        : Optional.of(rounded(Decimals.quotient(premium.multiply(HOURS_OF_YEAR), hours)));
  }

  /** Both fees and half of both spreads. */
  private Optional<BigDecimal> cost() {
    return market
        .quote(near)
        .flatMap(
            old ->
                market
                    .quote(next())
                    .map(
                        fresh ->
                            rounded(
                                halfSpread(old)
                                    .add(halfSpread(fresh))
                                    .add(terms().fee().value().multiply(TWO)))));
  }

  private static BigDecimal halfSpread(Quote quote) {
    BigDecimal spread = quote.ask().value().subtract(quote.bid().value());
    return Decimals.quotient(spread.multiply(HALF), quote.mid().value());
  }

  private static BigDecimal rounded(BigDecimal value) {
    return value.setScale(DIGITS, RoundingMode.HALF_EVEN);
  }

  /** The prices of the contract that carries the leg, with those of the one before it in front. */
  Optional<BarSeries> spliced(InstrumentId carrier) {
    Optional<BarSeries> own = market.series(carrier);
    return carrier.equals(next())
        ? own.map(
            fresh -> market.series(near).map(old -> SplicedSeries.of(old, fresh)).orElse(fresh))
        : own;
  }
}
