package org.evenkeel.shell.simvenue.paper;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.EventLog;
import org.evenkeel.cycle.FundingFeed;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;

/** A paper venue between a market, a clock and a log that a test moves by hand. */
final class PaperRig {

  static final InstrumentId PERP = InstrumentId.of("BTC-USDT-PERP@binance");
  static final InstrumentId OTHER_PERP = InstrumentId.of("ETH-USDT-PERP@binance");
  static final InstrumentId SPOT = InstrumentId.of("USDC-USDT-SPOT@binance");
  static final Instant START = Instant.parse("2026-03-01T00:30:00Z");
  static final Currency USDT = Currency.of("USDT");

  final SortedMap<InstrumentId, InstrumentSpec> specs = new TreeMap<>();
  final SortedMap<InstrumentId, Quote> quotes = new TreeMap<>();
  final List<FundingRate> funding = new ArrayList<>();
  final List<InstrumentId> universe = new ArrayList<>(List.of(PERP, OTHER_PERP, SPOT));
  EventLog log = ScratchLog.empty();
  Instant now = START;
  boolean isReachable = true;
  boolean isFundingReachable = true;
  int quoteCalls;
  private int sequence;

  PaperRig() {
    spec(PERP, "0.1", "0.001", "100");
    spec(OTHER_PERP, "0.01", "0.001", "20");
    spec(SPOT, "0.0001", "1", "5");
    book(PERP, "19999.9", "20000.1");
    book(OTHER_PERP, "999.99", "1000.01");
    book(SPOT, "0.9999", "1.0000");
  }

  void spec(InstrumentId id, String tick, String lot, String notional) {
    specs.put(
        id,
        new InstrumentSpec(
            Instrument.parse(id),
            new BigDecimal(tick),
            new BigDecimal(lot),
            new BigDecimal(lot),
            new BigDecimal("1000000"),
            new BigDecimal(notional),
            BigDecimal.ONE,
            true));
  }

  /** Sets a book; the mark is its middle. */
  void book(InstrumentId id, String bid, String ask) {
    Price b = Price.of(bid);
    Price a = Price.of(ask);
    Price mid = Price.of(b.value().add(a.value()).multiply(new BigDecimal("0.5")));
    quotes.put(id, new Quote(id, b, a, mid, now, now));
    now = now.plusSeconds(2);
  }

  /** A venue as after a start of the program. */
  PaperVenue venue() {
    return new PaperVenue(settings(), market(), feed(), log, clock());
  }

  PaperSettings settings() {
    Map<String, BigDecimal> money = Map.of("USDT", new BigDecimal("100000"));
    return new PaperSettings(
        capabilities(),
        universe,
        USDT,
        new OpeningBalances(money, money),
        ExchangeRules.standard(),
        new BigDecimal("50000"),
        Duration.ofSeconds(30),
        Duration.ofSeconds(1));
  }

  static VenueCapabilities capabilities() {
    return new VenueCapabilities(
        VenueId.of("binance"),
        false,
        36,
        VenueCapabilities.Uniqueness.OPEN,
        VenueCapabilities.RequestExpiry.PARAM,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        Duration.ofDays(3),
        Duration.ofDays(90),
        List.of("-1013", "-1021"),
        List.of("-2013"),
        List.of(),
        false,
        true);
  }

  OrderTicket ticket(InstrumentId id, Side side, String quantity, String price, boolean reduce) {
    sequence++;
    return new OrderTicket(
        ClientOrderId.of("ekpaper" + sequence),
        id,
        side,
        Contracts.of(quantity),
        Price.of(price),
        TimeInForce.IOC,
        reduce,
        now,
        now.plusSeconds(5));
  }

  SendOutcome buy(PaperVenue venue, InstrumentId id, String quantity, String price) {
    return venue.send(ticket(id, Side.BUY, quantity, price, false));
  }

  SendOutcome sell(PaperVenue venue, InstrumentId id, String quantity, String price) {
    return venue.send(ticket(id, Side.SELL, quantity, price, false));
  }

  static VenueOrder accepted(SendOutcome outcome) {
    if (outcome instanceof SendOutcome.Accepted accepted) {
      return accepted.order();
    }
    throw new AssertionError("expected an accepted order, got " + outcome);
  }

  static BigDecimal wallet(PaperVenue venue) {
    return venue.account().orThrow().total(Wallets.FUTURES, USDT);
  }

  static List<Fill> fills(PaperVenue venue, InstrumentId id) {
    return venue.fills(id, Optional.empty(), Instant.EPOCH).orThrow();
  }

  FundingFeed feed() {
    return (id, since, until) ->
        isFundingReachable
            ? Result.ok(
                funding.stream()
                    .filter(f -> f.instrument().equals(id))
                    .filter(f -> f.settledAt().isAfter(since) && !f.settledAt().isAfter(until))
                    .toList())
            : Result.refused(RefusalReason.VENUE_UNAVAILABLE, "no funding");
  }

  MarketData market() {
    return new MarketData() {
      @Override
      public Result<List<InstrumentSpec>> specs(List<InstrumentId> ids) {
        if (!isReachable) {
          return Result.refused(RefusalReason.VENUE_UNAVAILABLE, "no market");
        }
        return specs.keySet().containsAll(ids)
            ? Result.ok(
                ids.stream().map(id -> Optional.ofNullable(specs.get(id)).orElseThrow()).toList())
            : Result.refused(RefusalReason.INSTRUMENT_NOT_TRADING, "not listed");
      }

      @Override
      public Result<BarSeries> bars(InstrumentId id, Duration interval, int count, Instant until) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Result<List<Quote>> quotes(List<InstrumentId> ids) {
        quoteCalls++;
        if (!isReachable || !quotes.keySet().containsAll(ids)) {
          return Result.refused(RefusalReason.VENUE_UNAVAILABLE, "no market");
        }
        return Result.ok(
            quotes.values().stream()
                .filter(quote -> ids.contains(quote.instrument()))
                .map(q -> new Quote(q.instrument(), q.bid(), q.ask(), q.mark(), q.venueTime(), now))
                .toList());
      }
    };
  }

  Clock clock() {
    return new Clock() {
      @Override
      public Instant now() {
        return now;
      }

      @Override
      public long elapsedMillis() {
        return now.toEpochMilli();
      }

      @Override
      public void sleep(Duration duration) {
        now = now.plus(duration);
      }

      @Override
      public Duration wallUntil(Instant instant) {
        return Duration.between(now, instant);
      }

      @Override
      public Hold hold() {
        return () -> {};
      }
    };
  }
}
