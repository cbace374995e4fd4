package org.evenkeel.core.estimate.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.estimate.EstimateSettings;
import org.evenkeel.core.estimate.gate.OutlierFinding.Source;

/**
 * The search for moves far outside an instrument's own habit, and for somebody who confirms them.
 *
 * <p>A real crash looks like an outlier too, so a move is not refused for its size but for having no witness. What the
 * bars themselves show is a witness in every later cycle as well; nothing has to be remembered.
 *
 * <p>A jump by almost exactly a power of ten is a contract renamed to another multiple, whatever the mark price says;
 * only another instrument or a person can confirm it. A move beyond the limit of what is believed needs a second source
 * or a person: the same instrument's later trading does not suffice.
 *
 * <p>Not thread-safe; used for one snapshot.
 */
final class OutlierTest {

  /** A coin joins a move of the market if it moves the same way by this many of its robust volatilities. */
  private static final double JOINING_SIGMAS = 3;

  private static final int LEAST_WITNESSES = 2;
  private static final double POWER_OF_TEN_TOLERANCE = 0.05;

  private final List<InstrumentHistory> histories;
  private final MarketSnapshot market;
  private final EstimateSettings estimate;
  private final GateSettings gate;

  OutlierTest(
      List<InstrumentHistory> histories,
      MarketSnapshot market,
      EstimateSettings estimate,
      GateSettings gate) {
    this.histories = List.copyOf(histories);
    this.market = market;
    this.estimate = estimate;
    this.gate = gate;
  }

  /** The moves of an instrument that need a confirmation, newest first, with who gives it. */
  List<OutlierFinding> of(InstrumentHistory history) {
    List<OutlierFinding> found = new ArrayList<>();
    double laterMoves = 0;
    for (int k = history.size() - 1; k >= 0; k--) {
      double move = history.barReturn(k);
      if (needsWitness(history, move)) {
        // A later jump the other way may be the way back from a bad print: then no level has been
        // kept.
        boolean isLevelKept = Double.isFinite(laterMoves) && laterMoves * move >= 0;
        OutlierFinding finding = witnessed(history, k, isLevelKept);
        boolean isOneWay = isLevelKept && finding.isConfirmed();
        laterMoves = isOneWay ? laterMoves + move : Double.NaN;
        found.add(finding);
      }
    }
    return found;
  }

  private boolean needsWitness(InstrumentHistory history, double move) {
    double usual = gate.outlierRobustSigmas() * history.sigma();
    return Math.abs(move - history.median()) > Math.max(usual, gate.outlierMinMove())
        || isUnbelievable(move);
  }

  private boolean isUnbelievable(double move) {
    return Math.abs(move) > estimate.maxAbsBarReturn();
  }

  private OutlierFinding witnessed(InstrumentHistory history, int k, boolean isLevelKept) {
    double move = history.barReturn(k);
    return operator(history, k)
        .or(() -> otherInstrument(history, k))
        .or(() -> isUnbelievable(move) ? Optional.empty() : wholeMarket(history, k))
        .or(() -> isPowerOfTen(move) || !isLevelKept ? Optional.empty() : markPrice(history, k))
        .or(() -> isUnbelievable(move) ? Optional.empty() : laterTrading(history, k))
        .orElseGet(
            () ->
                finding(
                    history,
                    k,
                    Source.NOBODY,
                    isPowerOfTen(move)
                        ? "a jump by almost a power of ten: a renamed contract?"
                        : "no second source agrees"));
  }

  private Optional<OutlierFinding> operator(InstrumentHistory history, int k) {
    return gate.confirmations().stream()
        .filter(BarConfirmation::isReal)
        .filter(word -> word.instrument().equals(history.instrument()))
        .filter(word -> word.barClose().equals(history.closeTime(k)))
        .map(word -> finding(history, k, Source.OPERATOR, word.author() + ": " + word.reason()))
        .findFirst();
  }

  private Optional<OutlierFinding> otherInstrument(InstrumentHistory history, int k) {
    double move = history.barReturn(k);
    for (InstrumentHistory other : histories) {
      boolean isSecondSource =
          !other.instrument().equals(history.instrument()) && base(other).equals(base(history));
      double theirs = other.barReturn(k);
      if (isSecondSource && Math.abs(theirs - move) <= gate.outlierAgreement() * Math.abs(move)) {
        return Optional.of(
            finding(
                history,
                k,
                Source.OTHER_INSTRUMENT,
                other.instrument() + String.format(Locale.ROOT, " moved %+.2f %%", 100 * theirs)));
      }
    }
    return Optional.empty();
  }

  private Optional<OutlierFinding> wholeMarket(InstrumentHistory history, int k) {
    TreeSet<Currency> asked = new TreeSet<>();
    TreeSet<Currency> joined = new TreeSet<>();
    double sign = Math.signum(history.barReturn(k));
    for (InstrumentHistory other : histories) {
      double theirs = other.barReturn(k);
      if (!Double.isNaN(theirs) && !base(other).equals(base(history))) {
        asked.add(base(other));
        if (sign * theirs > Math.max(JOINING_SIGMAS * other.sigma(), 0)) {
          joined.add(base(other));
        }
      }
    }
    return joined.size() >= LEAST_WITNESSES && 2 * joined.size() >= asked.size()
        ? Optional.of(
            finding(
                history,
                k,
                Source.MARKET,
                joined.size() + " of " + asked.size() + " other coins moved with it"))
        : Optional.empty();
  }

  private Optional<OutlierFinding> markPrice(InstrumentHistory history, int k) {
    Optional<Quote> quote = market.quote(history.instrument());
    if (quote.isEmpty()) {
      return Optional.empty();
    }
    double mark = quote.get().mark().value().doubleValue();
    double apart = mark / history.newestClose() - 1;
    double allowed =
        Math.min(
            Math.max(JOINING_SIGMAS * history.sigma(), gate.outlierMinMove()),
            gate.outlierAgreement() * Math.abs(history.barReturn(k)));
    return Math.abs(apart) <= allowed
        ? Optional.of(
            finding(
                history,
                k,
                Source.MARK_PRICE,
                String.format(
                    Locale.ROOT,
                    "the mark price is %+.2f %% from the newest close, and nothing since is in doubt",
                    100 * apart)))
        : Optional.empty();
  }

  private Optional<OutlierFinding> laterTrading(InstrumentHistory history, int k) {
    double before = history.close(k - 1);
    double move = history.close(k) - before;
    double kept = (history.close(k + 1) - before) / move;
    return kept >= 0.5
        ? Optional.of(
            finding(
                history,
                k,
                Source.LATER_TRADING,
                String.format(Locale.ROOT, "the next bar kept %.0f %% of it", 100 * kept)))
        : Optional.empty();
  }

  private static boolean isPowerOfTen(double move) {
    double digits = StrictMath.log10(1 + move);
    double whole = StrictMath.rint(digits);
    return whole != 0 && Math.abs(digits - whole) <= POWER_OF_TEN_TOLERANCE;
  }

  private static Currency base(InstrumentHistory history) {
    return Instrument.parse(history.instrument()).base();
  }

  private static OutlierFinding finding(
      InstrumentHistory history, int k, Source source, String evidence) {
    double move = history.barReturn(k);
    double distance = Math.abs(move - history.median());
    return new OutlierFinding(
        history.instrument(),
        history.closeTime(k),
        move,
        history.sigma() > 0 ? distance / history.sigma() : Double.POSITIVE_INFINITY,
        source,
        evidence);
  }
}
