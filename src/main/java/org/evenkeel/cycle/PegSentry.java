package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.plan.PegState;
import org.evenkeel.core.plan.PegWatch;

/**
 * The look at the pegs of stablecoins between decisions: a coin that is off its peg is latched at once, and a decision is
 * brought forward that sells it.
 *
 * <p>A look asks for the newest quotes of the coins' own markets and nothing else, at most once in {@link #BETWEEN_LOOKS} of
 * the bot's clock. The rule is that of the decision, {@link PegWatch#seen}, and the decision is made from what was seen here.
 * A quote that is too old says nothing. A decision that could not be made is asked for again after {@link #BETWEEN_TRIES}.
 *
 * <p>Single-threaded.
 */
public final class PegSentry {

  static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
  static final Duration BETWEEN_TRIES = Duration.ofMinutes(10);

  private static final String SUBJECT = "depeg ";

  private final Strategy strategy;
  private final MarketData market;
  private final Journal journal;
  private final Clock clock;
  private final Alerts alerts;
  private final List<InstrumentId> sources;
  private final TreeSet<Currency> told = new TreeSet<>();
  private PegWatch lastSeen = PegWatch.none();
  private Instant lastLook = Instant.EPOCH;
  private Instant lastTry = Instant.EPOCH;

  PegSentry(Strategy strategy, MarketData market, Journal journal, Clock clock, Alerts alerts) {
    this.strategy = strategy;
    this.market = market;
    this.journal = journal;
    this.clock = clock;
    this.alerts = alerts;
    this.sources = PegWatch.sources(strategy.universe());
  }

  /** The pegs by the newest decision and by what was seen since. */
  PegWatch known() {
    return Gathering.knownPegs(journal).newest(lastSeen);
  }

  /** Looks, if it is time to; the reason for a decision at once, if there is one. */
  Optional<String> look() {
    Instant now = clock.now();
    if (sources.isEmpty() || now.isBefore(lastLook.plus(BETWEEN_LOOKS))) {
      return Optional.empty();
    }
    lastLook = now;
    Result<List<Quote>> quotes = market.quotes(sources);
    return quotes instanceof Result.Ok<List<Quote>> ok
        ? judged(fresh(ok.value()), now)
        : Optional.empty();
  }

  private List<Quote> fresh(List<Quote> quotes) {
    Instant oldest = clock.now().minus(strategy.limits().maxQuoteAge());
    return quotes.stream().filter(quote -> !quote.receivedAt().isBefore(oldest)).toList();
  }

  private Optional<String> judged(List<Quote> quotes, Instant now) {
    PegWatch decided = Gathering.knownPegs(journal);
    Strategy ruled = LimitsNow.of(strategy, journal, now);
    lastSeen =
        decided
            .newest(lastSeen)
            .seen(
                strategy.universe(),
                new MarketSnapshot(now, clock.now(), List.of(), List.of(), quotes),
                ruled.plan().treasury());
    List<PegState> undecided = new ArrayList<>();
    for (Currency coin : strategy.universe().coins()) {
      tell(coin);
      lastSeen
          .of(coin)
          .filter(PegState::isLatched)
          .filter(state -> !decided.isLatched(coin))
          .ifPresent(undecided::add);
    }
    if (undecided.isEmpty() || now.isBefore(lastTry.plus(BETWEEN_TRIES))) {
      return Optional.empty();
    }
    lastTry = now;
    return Optional.of(
        undecided.stream()
            .map(state -> state.coin() + " is off its peg: " + state.reason())
            .reduce((one, other) -> one + "; " + other)
            .orElseThrow());
  }

  private void tell(Currency coin) {
    Optional<PegState> state = lastSeen.of(coin).filter(PegState::isLatched);
    if (state.isPresent()) {
      told.add(coin);
      alerts.raise(
          SUBJECT + coin,
          "off its peg since "
              + state.get().latchedAt().orElseThrow()
              + ", it is sold and not bought: "
              + state.get().reason());
    } else if (told.remove(coin)) {
      alerts.clear(SUBJECT + coin);
    }
  }
}
