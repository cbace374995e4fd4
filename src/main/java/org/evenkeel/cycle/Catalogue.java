package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Allowance;
import org.evenkeel.core.catalog.EndNotice;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.ListingStatus;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.core.data.Quote;

/**
 * Public data of instruments that may end: every version of what venues publish is written down, a person learns of every
 * announcement with its day, and an instrument that is listed no more does not keep the others from being traded.
 *
 * <p>What is listed no more is known by the version that was written down last, and has ended.
 * What was never listed is refused: it is a mistake of the configuration.
 * An instrument that has ended has no bars and no quote.
 *
 * <p>Single-threaded.
 */
public final class Catalogue implements MarketData {

  private final MarketData market;
  private final Journal journal;
  private final EndNotice notice;
  private final Clock clock;
  private final Alerts alerts;
  private final TreeMap<InstrumentId, InstrumentSpec> newest = new TreeMap<>();
  private boolean isLoaded = false;

  public Catalogue(
      MarketData market, Journal journal, EndNotice notice, Clock clock, Alerts alerts) {
    this.market = market;
    this.journal = journal;
    this.notice = notice;
    this.clock = clock;
    this.alerts = alerts;
  }

  @Override
  public Result<List<InstrumentSpec>> specs(List<InstrumentId> instruments) {
    load();
    Result<List<InstrumentSpec>> all =
        market.specs(instruments).then(specs -> Result.ok(noted(specs)));
    return isUnlisted(all) ? oneByOne(instruments, all) : all;
  }

  private void load() {
    if (!isLoaded) {
      journal.listings().newest().forEach(spec -> newest.put(spec.id(), spec));
      isLoaded = true;
    }
  }

  private static boolean isUnlisted(Result<List<InstrumentSpec>> answer) {
    return answer instanceof Result.Refused<List<InstrumentSpec>> refused
        && refused.refusal().reason() == RefusalReason.INSTRUMENT_NOT_TRADING;
  }

  /** Adapters keep the venue's list, so that asking again for each costs nothing. */
  private Result<List<InstrumentSpec>> oneByOne(
      List<InstrumentId> instruments, Result<List<InstrumentSpec>> together) {
    List<InstrumentSpec> found = new ArrayList<>();
    for (InstrumentId id : instruments) {
      Result<List<InstrumentSpec>> one = market.specs(List.of(id));
      Optional<InstrumentSpec> known = Optional.ofNullable(newest.get(id));
      if (one instanceof Result.Ok<List<InstrumentSpec>> ok) {
        found.addAll(ok.value());
      } else if (isUnlisted(one) && known.isPresent()) {
        found.add(
            known.orElseThrow().with(known.orElseThrow().listing().with(ListingStatus.ENDED)));
      } else {
        return isUnlisted(one) ? together : one;
      }
    }
    found.sort(Comparator.comparing(InstrumentSpec::id));
    return Result.ok(noted(found));
  }

  private List<InstrumentSpec> noted(List<InstrumentSpec> specs) {
    Instant now = clock.now();
    for (InstrumentSpec spec : specs) {
      if (!spec.equals(newest.get(spec.id()))) {
        journal.listings().note(spec, now);
        newest.put(spec.id(), spec);
      }
      tell(spec);
    }
    return List.copyOf(specs);
  }

  private void tell(InstrumentSpec spec) {
    String subject = "listing " + spec.id();
    if (spec.listing().isPlain() || isFarFromItsDay(spec)) {
      alerts.clear(subject);
    } else {
      alerts.raise(subject, spec.id() + " " + spec.listing().describe() + effect(spec.listing()));
    }
  }

  /** A dated future has an end from its first day, which is news to nobody until it begins to matter. */
  private boolean isFarFromItsDay(InstrumentSpec spec) {
    Listing listing = spec.listing();
    boolean isOwnDay =
        spec.instrument() instanceof Instrument.DatedFuture dated
            && listing.lastDay().filter(dated.expiry()::equals).isPresent();
    return isOwnDay
        && Listing.of(listing.status()).isPlain()
        && listing.changes().isEmpty()
        && listing.allowance(clock.now(), notice) == Allowance.ANY;
  }

  /** What follows from an announced end, with its days. */
  private String effect(Listing listing) {
    return listing
        .lastTradingTime()
        .map(
            end ->
                "; nothing is added from "
                    + end.minus(notice.noAdd())
                    + ", and it is closed from "
                    + end.minus(notice.exit()))
        .orElse("");
  }

  private boolean isEnded(InstrumentId id) {
    return Optional.ofNullable(newest.get(id))
        .filter(spec -> spec.listing().isEnded(clock.now()))
        .isPresent();
  }

  @Override
  public Result<BarSeries> bars(
      InstrumentId instrument, Duration interval, int count, Instant until) {
    return isEnded(instrument)
        ? Result.ok(new BarSeries(instrument, interval, List.of()))
        : market.bars(instrument, interval, count, until);
  }

  @Override
  public Result<List<Quote>> quotes(List<InstrumentId> instruments) {
    List<InstrumentId> live = instruments.stream().filter(id -> !isEnded(id)).toList();
    return live.isEmpty() ? Result.ok(List.of()) : market.quotes(live);
  }

  @Override
  public Result<MarginView> margins(List<InstrumentId> futures) {
    List<InstrumentId> live = futures.stream().filter(id -> !isEnded(id)).toList();
    return live.isEmpty() ? Result.ok(MarginView.none()) : market.margins(live);
  }

  @Override
  public Result<List<FundingOutlook>> funding(List<InstrumentId> instruments) {
    List<InstrumentId> live = instruments.stream().filter(id -> !isEnded(id)).toList();
    return live.isEmpty() ? Result.ok(List.of()) : market.funding(live);
  }

  @Override
  public Result<List<FundingRate>> settledFunding(
      InstrumentId instrument, Instant sinceExclusive, Instant untilInclusive) {
    return isEnded(instrument)
        ? Result.ok(List.of())
        : market.settledFunding(instrument, sinceExclusive, untilInclusive);
  }
}
