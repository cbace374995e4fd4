package org.evenkeel.shell.boot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.plan.TradingCost;
import org.evenkeel.core.route.Urgency;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.KillDrill;
import org.evenkeel.core.statement.PositionRow;
import org.evenkeel.cycle.DecisionInputs;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.simulate.DrillBook;
import org.evenkeel.shell.simulate.FlattenDrill;

/** Rehearses the kill switch on the book of the newest statement, in memory and at a simulated venue. */
final class KillDrills {

  private static final int MOST_POSITIONS = 200;

  private final AppConfig config;
  private final Optional<DecisionInputs> inputs;

  private KillDrills(AppConfig config, Optional<DecisionInputs> inputs) {
    this.config = config;
    this.inputs = inputs;
  }

  /** A position that bears risk, and the instrument in which it is held. */
  private record Held(PositionRow row, InstrumentId instrument) {}

  static KillDrill run(
      AppConfig config, CycleStatement statement, Optional<DecisionInputs> inputs, int runs) {
    return new KillDrills(config, inputs).run(statement, runs);
  }

  private KillDrill run(CycleStatement statement, int runs) {
    List<Held> held = statement.positions().stream().flatMap(row -> held(row).stream()).toList();
    if (held.isEmpty() || held.size() > MOST_POSITIONS || runs < 1) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          held.isEmpty()
              ? "refused: the newest statement, of "
                  + statement.asOf()
                  + ", holds nothing to be flattened"
              : "refused: a drill has at least one run and at most "
                  + MOST_POSITIONS
                  + " positions, found "
                  + runs
                  + " and "
                  + held.size());
    }
    DrillBook book = book(held);
    FlattenDrill.Run calm = FlattenDrill.run(1, book, false);
    List<FlattenDrill.Run> faulty =
        LongStream.rangeClosed(1, runs)
            .mapToObj(seed -> FlattenDrill.run(seed, book, true))
            .sorted(Comparator.comparing(FlattenDrill.Run::flatAfter))
            .toList();
    FlattenDrill.Run worst = faulty.get(faulty.size() - 1);
    return new KillDrill(
        statement.asOf(),
        runs,
        calm.flatAfter(),
        faulty.get(faulty.size() / 2).flatAfter(),
        worst.flatAfter(),
        config.runs().drillMaxFlat(),
        assets(held, worst.taken()));
  }

  /** Stablecoins stay in a flatten, and are not rehearsed. */
  private Optional<Held> held(PositionRow row) {
    Optional<InstrumentId> instrument =
        !row.subject().contains("/")
            ? Optional.of(InstrumentId.of(row.subject()))
            : config.universe().riskInstruments().stream()
                .filter(
                    id -> Instrument.parse(id) instanceof Instrument.Spot spot && isOf(row, spot))
                .findFirst();
    return instrument.filter(id -> row.notional().signum() != 0).map(id -> new Held(row, id));
  }

  private static boolean isOf(PositionRow row, Instrument.Spot spot) {
    return row.subject().endsWith("@" + spot.venue() + "/" + spot.base());
  }

  private DrillBook book(List<Held> held) {
    List<DrillBook.Entry> entries = new ArrayList<>();
    for (Held each : held) {
      BigDecimal price =
          spec(each).isPresent() && quote(each).isPresent()
              ? quote(each).get().mark().value()
              : each.row().price();
      entries.add(
          DrillBook.Entry.of(
              entries.size() + 1,
              each.row().notional(),
              price,
              spec(each).filter(spec -> isLinear(spec.id())).stream().toList()));
    }
    return new DrillBook(entries, Strategies.of(config).limits());
  }

  private static boolean isLinear(InstrumentId id) {
    return switch (Instrument.parse(id)) {
      case Instrument.InversePerpetual inverse -> false;
      case Instrument.InverseDatedFuture inverse -> false;
      default -> true;
    };
  }

  private Optional<InstrumentSpec> spec(Held held) {
    return inputs.flatMap(each -> each.market().spec(held.instrument()));
  }

  private Optional<Quote> quote(Held held) {
    return inputs.flatMap(each -> each.market().quote(held.instrument()));
  }

  /** The simulated cost is the fee and half of the recorded spread on what was executed; impact is predicted only. */
  private List<KillDrill.Asset> assets(List<Held> held, List<DrillBook.Taken> taken) {
    List<KillDrill.Asset> assets = new ArrayList<>();
    for (int i = 0; i < held.size(); i++) {
      PositionRow row = held.get(i).row();
      Optional<TradingCost> cost = cost(held.get(i));
      Ratio crossing = cost.map(each -> each.fee().plus(each.spread())).orElse(Ratio.ZERO);
      Ratio predicted = cost.map(TradingCost::total).orElse(Ratio.ZERO);
      assets.add(
          new KillDrill.Asset(
              row.subject(),
              row.quantity(),
              row.notional(),
              taken.get(i).orders(),
              rounded(taken.get(i).traded().multiply(crossing.value())),
              rounded(row.notional().abs().multiply(predicted.value()))));
    }
    return assets;
  }

  private Optional<TradingCost> cost(Held held) {
    return inputs.flatMap(
        known ->
            spec(held)
                .flatMap(
                    spec ->
                        quote(held)
                            .map(
                                quote ->
                                    TradingCost.of(
                                        new Money(
                                            held.row().notional().abs(),
                                            config.universe().navCurrency()),
                                        fee(known, held.instrument()),
                                        spec,
                                        quote,
                                        known.market().series(held.instrument()),
                                        known
                                            .market()
                                            .series(held.instrument())
                                            .map(Urgency::annualVariance)
                                            .map(
                                                each ->
                                                    new Ratio(
                                                        each.value().sqrt(MathContext.DECIMAL64)))
                                            .orElse(Ratio.ZERO)))));
  }

  private static Ratio fee(DecisionInputs known, InstrumentId instrument) {
    return Instrument.isFuture(instrument)
        ? known.rules().plan().bands().futuresFee()
        : known.rules().plan().bands().spotFee();
  }

  private static BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
