package org.evenkeel.core.estimate.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.EndNotice;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.Endings;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.CovarianceEstimator;
import org.evenkeel.core.estimate.EstimateSettings;
import org.evenkeel.core.estimate.ReturnMatrix;

/**
 * The gate between market data and decisions: every criterion is measured, and the worst one wins.
 *
 * <p>First the data of each instrument, then the covariance made from them. A criterion that fails does not stop the
 * others from being looked at: an operator who repairs one thing must see the next one before the next cycle.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class QualityGate {

  private final EstimateSettings estimate;
  private final GateSettings gate;

  /** A gate with the limits of the estimate, at which nothing trades, and those of the gate itself. */
  public QualityGate(EstimateSettings estimate, GateSettings gate) {
    this.estimate = estimate;
    this.gate = gate;
  }

  /** The covariance of a universe's sleeves with the verdict on it. */
  public GatedEstimate judge(Universe whole, MarketSnapshot observed) {
    MarketSnapshot market = withoutBadPrints(observed);
    Endings endings = Endings.of(whole, market, EndNotice.NONE);
    // Where everything has ended there is nothing to judge, and the missing data hold the decision.
    boolean isAnyLeft = endings.ended().size() < whole.sleeves().size();
    Universe universe = isAnyLeft ? whole.without(endings.ended()) : whole;
    List<InstrumentHistory> histories =
        universe.estimatedInstruments().stream()
            .map(instrument -> InstrumentHistory.of(instrument, market, estimate))
            .toList();
    List<OutlierFinding> outliers = new ArrayList<>();
    OutlierTest test = new OutlierTest(histories, market, estimate, gate);
    histories.forEach(history -> outliers.addAll(test.of(history)));
    DataCriteria data = new DataCriteria(estimate, gate);
    List<CriterionResult> ofAll = data.of(histories, outliers);
    TreeMap<SleeveId, String> setAside = new TreeMap<>(setAside(universe, ofAll));
    Universe kept = universe.without(sleeves(setAside));
    if (isAnyLeft) {
      endings.ended().forEach(sleeve -> setAside.put(sleeve, reason(endings, sleeve)));
    }
    List<InstrumentHistory> ofKept =
        histories.stream()
            .filter(history -> kept.estimatedInstruments().contains(history.instrument()))
            .toList();
    List<CriterionResult> criteria = new ArrayList<>(data.of(ofKept, outliers));
    criteria.addAll(withoutVote(ofAll, kept));
    Result<ReturnMatrix> returns = ReturnMatrix.from(kept, market, estimate.withoutDataLimits());
    Result<CovarianceEstimate> covariance =
        returns.then(
            rows -> CovarianceEstimator.estimate(rows, kept, estimate.withoutDataLimits()));
    criteria.addAll(new EstimateCriteria(estimate, gate).of(covariance));
    return new GatedEstimate(
        GateVerdict.of(criteria, outliers, setAside), kept, value(returns), value(covariance));
  }

  private static String reason(Endings endings, SleeveId sleeve) {
    return endings.leaving().getOrDefault(sleeve, "");
  }

  /** The snapshot without the bars that a person has called bad. */
  private MarketSnapshot withoutBadPrints(MarketSnapshot market) {
    List<BarSeries> series = new ArrayList<>();
    for (BarSeries each : market.series()) {
      TreeSet<Instant> bad = new TreeSet<>();
      for (BarConfirmation word : gate.confirmations()) {
        if (!word.isReal() && word.instrument().equals(each.instrument())) {
          bad.add(word.barClose());
        }
      }
      series.add(
          new BarSeries(
              each.instrument(),
              each.interval(),
              each.bars().stream().filter(bar -> !bad.contains(bar.closeTime())).toList()));
    }
    return new MarketSnapshot(
        market.asOf(),
        market.receivedAt(),
        market.specs(),
        series,
        market.quotes(),
        market.funding(),
        market.margins());
  }

  /** The sleeves with bad data and all that share an instrument with them; none if nothing would be left. */
  private SortedMap<SleeveId, String> setAside(Universe universe, List<CriterionResult> results) {
    if (gate.badSleeve() == GateSettings.BadSleeve.HOLD_ALL) {
      return Collections.emptyNavigableMap();
    }
    TreeMap<InstrumentId, String> bad = new TreeMap<>();
    for (CriterionResult result : results) {
      if (result.fails()) {
        bad.putIfAbsent(InstrumentId.of(result.subject()), GateText.inWords(result));
      }
    }
    TreeMap<SleeveId, String> setAside = new TreeMap<>();
    boolean isGrowing = true;
    while (isGrowing) {
      isGrowing = false;
      for (Sleeve sleeve : universe.sleeves()) {
        Optional<String> reason = reason(sleeve, bad);
        if (reason.isPresent() && setAside.putIfAbsent(sleeve.id(), reason.get()) == null) {
          isGrowing = true;
          for (Leg leg : sleeve.legs()) {
            bad.putIfAbsent(
                leg.instrument(),
                leg.instrument() + " belongs to the sleeve " + sleeve.id() + " too");
          }
        }
      }
    }
    return setAside.size() == universe.sleeves().size()
        ? Collections.emptyNavigableMap()
        : setAside;
  }

  private static Optional<String> reason(Sleeve sleeve, NavigableMap<InstrumentId, String> bad) {
    return sleeve.legs().stream()
        .map(Leg::instrument)
        .filter(bad::containsKey)
        .map(instrument -> bad.getOrDefault(instrument, ""))
        .findFirst();
  }

  private static SortedSet<SleeveId> sleeves(SortedMap<SleeveId, String> setAside) {
    return new TreeSet<>(setAside.keySet());
  }

  /** The failures of what was set aside: shown, because they are the reason, and not counted. */
  private static List<CriterionResult> withoutVote(List<CriterionResult> results, Universe kept) {
    TreeSet<String> subjects = new TreeSet<>();
    kept.estimatedInstruments().forEach(instrument -> subjects.add(instrument.value()));
    return results.stream()
        .filter(result -> result.fails() && !subjects.contains(result.subject()))
        .map(CriterionResult::setAside)
        .toList();
  }

  private static <T> Optional<T> value(Result<T> result) {
    return result instanceof Result.Ok<T> ok ? Optional.of(ok.value()) : Optional.empty();
  }

  /** The order in which results of one criterion are worth reading: the worst first, then by name. */
  static Comparator<CriterionResult> worstFirst() {
    Comparator<CriterionResult> byValue = Comparator.comparingDouble(CriterionResult::value);
    return (a, b) -> {
      int order = a.criterion().moreIsBetter() ? byValue.compare(a, b) : byValue.compare(b, a);
      return order != 0 ? order : a.subject().compareTo(b.subject());
    };
  }
}
