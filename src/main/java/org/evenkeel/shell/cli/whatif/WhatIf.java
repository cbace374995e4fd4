package org.evenkeel.shell.cli.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.cycle.Observation;
import org.evenkeel.shell.cli.table.InputProblem;

/**
 * Assumptions about a universe, put to an estimate and an observation.
 *
 * <p>Correlations and volatilities change the estimate; jumps of prices change quotes and what positions are worth, and
 * leave the estimate alone.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class WhatIf {

  private final Universe universe;
  private final List<Assumption> assumptions;

  /** Checks that every name is one of the universe. */
  public WhatIf(Universe universe, List<Assumption> assumptions) {
    this.universe = universe;
    this.assumptions = List.copyOf(assumptions);
    for (Assumption assumption : assumptions) {
      switch (assumption) {
        case Assumption.Correlation pair -> {
          pair.one().ifPresent(name -> requireSleeve(pair, name));
          pair.other().ifPresent(name -> requireSleeve(pair, name));
        }
        case Assumption.Volatility factor ->
            factor.sleeve().ifPresent(name -> requireSleeve(factor, name));
        case Assumption.PriceJump jump -> {
          if (instruments(jump.subject()).isEmpty()) {
            throw unknown(jump, jump.subject());
          }
        }
      }
    }
  }

  /** The estimate as it would be. */
  public CovarianceEstimate estimate(CovarianceEstimate estimate) {
    double[][] matrix = estimate.annualCovariance();
    int n = matrix.length;
    double[] volatility = new double[n];
    for (int i = 0; i < n; i++) {
      volatility[i] = StrictMath.sqrt(matrix[i][i]);
    }
    List<String> names = estimate.sleeves().stream().map(SleeveId::value).toList();
    for (Assumption assumption : assumptions) {
      switch (assumption) {
        case Assumption.Correlation pair -> correlate(matrix, volatility, names, pair);
        case Assumption.Volatility factor -> multiply(matrix, volatility, names, factor);
        case Assumption.PriceJump jump -> {}
      }
    }
    return new CovarianceEstimate(estimate.sleeves(), matrix, estimate.quality());
  }

  /** The observation as it would be; refused if the account could no longer be valued. */
  public Result<Observation> observation(Observation seen) {
    Map<InstrumentId, BigDecimal> jumps = jumps();
    List<Quote> quotes =
        seen.market().quotes().stream()
            .map(quote -> moved(quote, factor(jumps, quote.instrument())))
            .toList();
    List<VenuePosition> positions =
        seen.account().positions().stream()
            .map(position -> moved(position, seen.market(), jumps))
            .toList();
    MarketSnapshot market = seen.market();
    AccountSnapshot account = seen.account();
    AccountSnapshot changed =
        new AccountSnapshot(
            account.venue(),
            account.venueTime(),
            account.receivedAt(),
            account.balances(),
            positions);
    return Yardstick.of(universe, quotes)
        .then(yardstick -> yardstick.nav(changed))
        .map(
            (Money nav) ->
                new Observation(
                    new MarketSnapshot(
                        market.asOf(),
                        market.receivedAt(),
                        market.specs(),
                        market.series(),
                        quotes,
                        market.funding(),
                        market.margins()),
                    changed,
                    nav,
                    seen.clocks()));
  }

  private static void correlate(
      double[][] matrix, double[] volatility, List<String> names, Assumption.Correlation pair) {
    for (int i = 0; i < volatility.length; i++) {
      for (int j = 0; j < volatility.length; j++) {
        boolean meant =
            pair.one().isEmpty()
                || isPair(pair, names.get(i), names.get(j))
                || isPair(pair, names.get(j), names.get(i));
        if (i != j && meant) {
          matrix[i][j] = pair.value() * volatility[i] * volatility[j];
        }
      }
    }
  }

  private static boolean isPair(Assumption.Correlation pair, String one, String other) {
    return one.equals(pair.one().orElse("")) && other.equals(pair.other().orElse(""));
  }

  private static void multiply(
      double[][] matrix, double[] volatility, List<String> names, Assumption.Volatility change) {
    for (int i = 0; i < volatility.length; i++) {
      if (change.sleeve().isEmpty() || names.get(i).equals(change.sleeve().orElse(""))) {
        volatility[i] *= change.factor();
        for (int j = 0; j < volatility.length; j++) {
          matrix[i][j] *= change.factor();
          matrix[j][i] *= change.factor();
        }
      }
    }
  }

  /** By how much each instrument's price is multiplied; several jumps of one multiply. */
  private Map<InstrumentId, BigDecimal> jumps() {
    TreeMap<InstrumentId, BigDecimal> jumps = new TreeMap<>();
    for (Assumption assumption : assumptions) {
      if (assumption instanceof Assumption.PriceJump jump) {
        for (InstrumentId instrument : instruments(jump.subject())) {
          jumps.merge(instrument, BigDecimal.ONE.add(jump.change()), BigDecimal::multiply);
        }
      }
    }
    return jumps;
  }

  private List<InstrumentId> instruments(String subject) {
    List<InstrumentId> found = new ArrayList<>();
    if (subject.equals("all")) {
      found.addAll(universe.riskInstruments());
      found.addAll(pricingAlong(found));
      return found;
    }
    universe.sleeves().stream()
        .filter(sleeve -> sleeve.id().value().equals(subject))
        .forEach(sleeve -> sleeve.legs().forEach(leg -> found.add(leg.instrument())));
    if (found.isEmpty()) {
      String currency = subject.toUpperCase(Locale.ROOT);
      universe.instruments().stream()
          .filter(id -> Instrument.parse(id).base().value().equals(currency))
          .forEach(found::add);
    }
    found.addAll(pricingAlong(found));
    return found;
  }

  /** An asset that falls at one venue falls at all: else the two currencies of a rate would seem to part. */
  private List<InstrumentId> pricingAlong(List<InstrumentId> moved) {
    return universe.rates().stream()
        .flatMap(rate -> rate.instruments().stream())
        .distinct()
        .filter(id -> !moved.contains(id))
        .filter(
            id ->
                moved.stream()
                    .anyMatch(
                        one ->
                            Instrument.parse(one).base().equals(Instrument.parse(id).base())
                                && !(Instrument.parse(id) instanceof Instrument.Spot)))
        .toList();
  }

  private static BigDecimal factor(Map<InstrumentId, BigDecimal> jumps, InstrumentId instrument) {
    return jumps.getOrDefault(instrument, BigDecimal.ONE);
  }

  private static Quote moved(Quote quote, BigDecimal factor) {
    return new Quote(
        quote.instrument(),
        new Price(quote.bid().value().multiply(factor)),
        new Price(quote.ask().value().multiply(factor)),
        new Price(quote.mark().value().multiply(factor)),
        new Price(quote.index().value().multiply(factor)),
        quote.last().map(last -> new Price(last.value().multiply(factor))),
        quote.venueTime(),
        quote.receivedAt());
  }

  private static VenuePosition moved(
      VenuePosition position, MarketSnapshot market, Map<InstrumentId, BigDecimal> jumps) {
    InstrumentSpec spec = market.spec(position.instrument()).orElse(null);
    Quote quote = market.quote(position.instrument()).orElse(null);
    if (spec == null || quote == null) {
      return position;
    }
    BigDecimal change = factor(jumps, position.instrument()).subtract(BigDecimal.ONE);
    BigDecimal profit = spec.notional(position.quantity(), quote.mark()).amount().multiply(change);
    return new VenuePosition(
        position.instrument(),
        position.quantity(),
        position.entryPrice(),
        position.unrealizedPnl().add(profit));
  }

  private void requireSleeve(Assumption assumption, String name) {
    if (universe.sleeves().stream().noneMatch(sleeve -> sleeve.id().value().equals(name))) {
      throw unknown(assumption, name);
    }
  }

  private InputProblem unknown(Assumption assumption, String name) {
    return InputProblem.ofOption(
        "--what-if",
        "found '"
            + assumption.words()
            + "', but there is no sleeve '"
            + name
            + "'; there are "
            + universe.sleeves().stream().map(sleeve -> sleeve.id().value()).toList());
  }
}
