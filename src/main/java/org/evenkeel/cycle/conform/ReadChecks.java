package org.evenkeel.cycle.conform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.core.data.Quote;

/** What is read without an order: clock, listing, books, bars, funding, account, orders and executions. */
final class ReadChecks {

  private static final Duration OLDEST_BOOK = Duration.ofMinutes(5);
  private static final Duration FUNDING_LOOK_BACK = Duration.ofDays(3);
  private static final int LEVERAGE = 2;
  private static final int BARS = 24;

  private final Bench bench;

  ReadChecks(Bench bench) {
    this.bench = bench;
  }

  Verdict clock() {
    return seen(
        bench
            .venue()
            .venueTime()
            .then(first -> bench.venue().venueTime().map(second -> List.of(first, second))),
        times -> {
          Duration ahead = Duration.between(times.get(1), bench.clock().now());
          return times.get(1).isBefore(times.get(0))
              ? Verdict.fail("it went back from " + times.get(0) + " to " + times.get(1))
              : Verdict.pass("ours is " + ahead.toMillis() + " ms ahead");
        });
  }

  Verdict listing(InstrumentId id) {
    return seen(
        bench.market().specs(List.of(id)),
        specs -> {
          InstrumentSpec spec = specs.get(0);
          boolean isOnGrid = Decimals.isMultipleOf(spec.minQty(), spec.lotSize());
          String words = spec.describe() + ", " + spec.listing().status();
          return spec.isTrading() && isOnGrid ? Verdict.pass(words) : Verdict.fail(words);
        });
  }

  Verdict book(InstrumentId id) {
    return seen(
        bench.market().quotes(List.of(id)),
        quotes -> {
          Quote quote = quotes.get(0);
          String words = "bid " + quote.bid() + ", ask " + quote.ask() + ", mark " + quote.mark();
          Duration age = Duration.between(quote.venueTime(), bench.clock().now());
          return age.abs().compareTo(OLDEST_BOOK) > 0
              ? Verdict.fail(words + ", of " + quote.venueTime())
              : Verdict.pass(words);
        });
  }

  Verdict bars(InstrumentId id) {
    Duration hour = Duration.ofHours(1);
    return seen(
        bench.venue().venueTime().then(now -> bench.market().bars(id, hour, BARS, now)),
        series -> bars(series));
  }

  private Verdict bars(BarSeries series) {
    if (series.bars().isEmpty()) {
      return Verdict.fail("no bar at all");
    }
    Instant newest = series.bars().get(series.bars().size() - 1).closeTime();
    String words = series.bars().size() + " bars, the newest closed at " + newest;
    return newest.isAfter(bench.clock().now().plus(Duration.ofSeconds(5)))
        ? Verdict.fail(words + ", which is to come")
        : Verdict.pass(words);
  }

  Verdict funding(InstrumentId id) {
    if (!Instrument.isPerpetual(id)) {
      return Verdict.skipped("it is no perpetual");
    }
    Result<List<FundingRate>> settled =
        bench
            .market()
            .funding(List.of(id))
            .then(outlook -> bench.venue().venueTime())
            .then(now -> bench.market().settledFunding(id, now.minus(FUNDING_LOOK_BACK), now));
    return seen(settled, rates -> Verdict.pass(rates.size() + " settlements in three days"));
  }

  Verdict account() {
    return seen(
        bench.venue().account(),
        account ->
            Verdict.pass(
                account.balances().size()
                    + " balances and "
                    + account.positions().size()
                    + " positions"));
  }

  Verdict settings(InstrumentId id) {
    return Instrument.isFuture(id)
        ? seen(
            bench.setup().prepare(List.of(id), LEVERAGE),
            changed -> Verdict.pass("one-way, cross margin, leverage " + LEVERAGE))
        : Verdict.skipped("a spot market has none");
  }

  Verdict history(InstrumentId id) {
    Instant since = bench.clock().now().minus(Duration.ofHours(1));
    return seen(
        bench
            .venue()
            .openOrders(id)
            .then(
                open ->
                    bench
                        .venue()
                        .fills(id, Optional.empty(), since)
                        .map(fills -> List.of(open.size(), fills.size()))),
        sizes ->
            Verdict.pass(
                sizes.get(0) + " open orders, " + sizes.get(1) + " executions in an hour"));
  }

  /** What is made of an answer; one that cannot be read fails. */
  static <T> Verdict seen(Result<T> answer, Function<T, Verdict> judgement) {
    return switch (answer) {
      case Result.Ok<T> ok -> judgement.apply(ok.value());
      case Result.Refused<T> refused -> Verdict.fail(refused.refusal().toString());
    };
  }
}
