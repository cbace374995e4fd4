package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.route.VenueCapabilities;

/**
 * The first stage: gathers everything that a decision is made from, or says what could not be had.
 *
 * <p>Single-threaded.
 */
public final class Observatory {

  private final Strategy strategy;
  private final MarketData market;
  private final Venues venues;
  private final Clock clock;

  public Observatory(Strategy strategy, MarketData market, Venues venues, Clock clock) {
    this.strategy = strategy;
    this.market = market;
    this.venues = venues;
    this.clock = clock;
  }

  /** The whole observation for a slot: no bar that closes after {@code asOf} is in it. */
  public Result<Observation> observe(Instant asOf) {
    return clocks().then(clocks -> market(asOf).then(snapshot -> priced(snapshot, clocks)));
  }

  private Result<Observation> priced(MarketSnapshot snapshot, ClockOffsets clocks) {
    return venues
        .account()
        .then(
            account ->
                Yardstick.of(strategy.universe(), snapshot.quotes())
                    .then(yardstick -> yardstick.nav(account))
                    .map(nav -> new Observation(snapshot, account, nav, clocks)));
  }

  /** What can be seen at once: specifications, newest quotes and account, without the past. */
  Result<Observation> now() {
    Instant now = clock.now();
    return clocks()
        .then(
            clocks ->
                look()
                    .then(
                        look ->
                            look.specs()
                                .then(
                                    specs ->
                                        look.quotes()
                                            .map(
                                                quotes ->
                                                    new MarketSnapshot(
                                                        now,
                                                        clock.now(),
                                                        specs,
                                                        List.of(),
                                                        quotes))))
                    .then(snapshot -> priced(snapshot, clocks)));
  }

  /** The same observation with newest quotes and account: what is true after trading. */
  public Result<Observation> refresh(Observation before) {
    return look()
        .then(MarketLook::quotes)
        .map(
            quotes ->
                new MarketSnapshot(
                    before.market().asOf(),
                    clock.now(),
                    before.market().specs(),
                    before.market().series(),
                    quotes,
                    before.market().funding()))
        .then(snapshot -> priced(snapshot, before.clocks()));
  }

  /** The venues that refuse no request after a signed time; there an unanswered order can never be proved absent. */
  List<VenueId> withoutRequestExpiry() {
    return venues.all().stream()
        .map(Venue::capabilities)
        .filter(has -> has.requestExpiry() == VenueCapabilities.RequestExpiry.NONE)
        .map(VenueCapabilities::venue)
        .toList();
  }

  /** Our clock minus each venue's, by one question and the middle of its travel. */
  public Result<ClockOffsets> clocks() {
    TreeMap<VenueId, Duration> offsets = new TreeMap<>();
    for (Venue venue : venues.all()) {
      switch (clockOffset(venue)) {
        case Result.Ok<Duration> ok -> offsets.put(venue.capabilities().venue(), ok.value());
        case Result.Refused<Duration> refused -> {
          return Result.refused(refused.refusal());
        }
      }
    }
    return Result.ok(new ClockOffsets(offsets));
  }

  /** Our clock minus one venue's. */
  Result<Duration> clockOffset(Venue venue) {
    Instant before = clock.now();
    return venue
        .venueTime()
        .map(
            theirs -> {
              Duration travel = Duration.between(before, clock.now());
              return Duration.between(theirs, before.plus(travel.dividedBy(2)));
            });
  }

  private Result<MarketSnapshot> market(Instant asOf) {
    return look().then(look -> look.at(asOf, clock));
  }

  private Result<MarketLook> look() {
    return LiveContracts.listed(strategy.universe(), clock.now(), market)
        .map(live -> new MarketLook(live, strategy.estimate(), market));
  }
}
