package org.evenkeel.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.data.Books.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.RateSource;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.StablecoinShare;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.catalog.WeightRules;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.junit.jupiter.api.Test;

/**
 * Pegs at their edges: off below 0.98, back from 0.995 on, confirmed by two sources or three looks, recovered after two
 * days; the coin's book here, its book there the other way around, and two indices of a bitcoin.
 */
class PegWatchTest {

  private static final Currency USDC = Currency.of("USDC");
  private static final Currency DAI = Currency.of("DAI");
  private static final InstrumentId HERE = spot("USDC", "USDT", "binance");
  private static final InstrumentId BACKWARD = spot("USDT", "USDC", "okx");
  private static final InstrumentId OTHER = spot("DAI", "USDT", "binance");
  private static final InstrumentId IN_NAV = Samples.perpetual("BTC").id();
  private static final InstrumentId IN_COIN =
      new Instrument.LinearPerpetual(Currency.of("BTC"), USDC, Samples.BINANCE).id();

  private static final Universe UNIVERSE =
      new Universe(
          Samples.USDT,
          List.of(
              Samples.sleeve("btc", Samples.leg(Instrument.parse(IN_NAV), "1")),
              Samples.sleeve("btc-usdc", Samples.leg(Instrument.parse(IN_COIN), "1"))),
          List.of(
              new StablecoinShare(HERE, Ratio.of("0.2")),
              new StablecoinShare(OTHER, Ratio.of("0.2"))),
          WeightRules.none(),
          List.of(
              new RateSource.SpotMarket(USDC, BACKWARD),
              new RateSource.IndexCross(USDC, IN_NAV, IN_COIN)));

  private final TreeMap<InstrumentId, String> prices = new TreeMap<>();
  private final TreeSet<String> trusted = new TreeSet<>();
  private Duration at = Duration.ZERO;

  private static InstrumentId spot(String base, String quote, String venue) {
    return new Instrument.Spot(Currency.of(base), Currency.of(quote), VenueId.of(venue)).id();
  }

  private PegWatch look(PegWatch before) {
    Instant now = NOON.plus(at);
    List<Quote> quotes = new ArrayList<>();
    prices.forEach(
        (id, price) -> {
          Price one = Price.of(price);
          quotes.add(new Quote(id, one, one, one, now, now));
        });
    TreasurySettings settings =
        new TreasurySettings(
            Ratio.of("1"),
            new TreeMap<>(),
            Ratio.of("0.02"),
            2,
            3,
            Ratio.of("0.005"),
            Duration.ofDays(2),
            trusted);
    MarketSnapshot market = new MarketSnapshot(now, now, List.of(), List.of(), quotes);
    return before.seen(UNIVERSE, market, settings);
  }

  private boolean isOffAt(String price) {
    prices.put(HERE, price);
    return look(PegWatch.none()).of(USDC).orElseThrow().looks() == 1;
  }

  /** A coin that was latched at noon by three looks; an hour later. */
  private PegWatch latched() {
    PegWatch watch = PegWatch.none();
    prices.put(HERE, "0.9");
    for (int minutes = 0; minutes < 3; minutes++) {
      at = Duration.ofMinutes(minutes);
      watch = look(watch);
    }
    assertThat(watch.isLatched(USDC)).isTrue();
    at = Duration.ofHours(1);
    return watch;
  }

  @Test
  void a_coin_is_off_below_the_depeg_and_not_at_it() {
    assertThat(isOffAt("0.98")).isFalse();
    assertThat(isOffAt("0.9799")).isTrue();
    assertThat(isOffAt("1.5")).isFalse();
  }

  @Test
  void the_book_the_other_way_around_and_the_indices_are_sources_too() {
    prices.put(HERE, "1");
    prices.put(BACKWARD, "1.25");
    assertThat(look(PegWatch.none()).isLatched(USDC))
        .as("one of two is not more than half")
        .isFalse();
    prices.put(IN_NAV, "50000");
    prices.put(IN_COIN, "51100");
    PegWatch off = look(PegWatch.none());
    assertThat(off.isLatched(USDC)).as("0.8 and 0.978 of three").isTrue();
    assertThat(off.of(USDC).orElseThrow().reason())
        .isEqualTo(
            "0.978474 by BTC-USDT-PERP@binance over BTC-USDC-PERP@binance,"
                + " 1 by USDC-USDT-SPOT@binance, 0.8 by USDT-USDC-SPOT@okx,"
                + " more than 0.02 under par, look 1 in a row");
    assertThat(off.isLatched(DAI)).isFalse();
    prices.put(IN_COIN, "50500");
    assertThat(look(PegWatch.none()).isLatched(USDC)).as("0.8 alone of three").isFalse();
    assertThat(PegWatch.sources(UNIVERSE))
        .containsExactlyInAnyOrder(HERE, BACKWARD, OTHER, IN_NAV, IN_COIN);
  }

  @Test
  void the_price_of_another_coin_says_nothing_of_this_one() {
    prices.put(OTHER, "0.5");
    PegState state = look(PegWatch.none()).of(USDC).orElseThrow();
    assertThat(state.looks()).isZero();
    prices.put(OTHER, "2");
    assertThat(look(PegWatch.none()).of(USDC)).contains(state);
  }

  @Test
  void a_look_counts_once_and_none_without_a_price() {
    prices.put(HERE, "0.9");
    PegWatch first = look(PegWatch.none());
    assertThat(look(first)).isEqualTo(first);
    at = Duration.ofMinutes(-1);
    assertThat(look(first)).as("an older one").isEqualTo(first);
    at = Duration.ofMinutes(1);
    prices.clear();
    assertThat(look(first)).isEqualTo(first);
  }

  @Test
  void a_good_look_between_begins_the_row_anew_and_takes_the_reason_away() {
    prices.put(HERE, "0.9");
    PegWatch once = look(PegWatch.none());
    assertThat(once.of(USDC).orElseThrow().reason()).contains("look 1 in a row");
    at = Duration.ofMinutes(1);
    prices.put(HERE, "0.99");
    PegWatch good = look(once);
    assertThat(good.of(USDC).orElseThrow().looks()).isZero();
    assertThat(good.of(USDC).orElseThrow().reason()).isEmpty();
  }

  @Test
  void a_latch_ends_when_the_whole_recovery_is_over_and_not_a_moment_before() {
    PegWatch off = latched();
    prices.put(HERE, "0.995");
    PegWatch back = look(off);
    at = Duration.ofHours(49).minusMillis(1);
    assertThat(look(back).isLatched(USDC)).isTrue();
    assertThat(look(back).of(USDC).orElseThrow().reason()).isNotEmpty();
    at = Duration.ofHours(49);
    PegState over = look(back).of(USDC).orElseThrow();
    assertThat(over.isLatched()).isFalse();
    assertThat(over.backSince()).isEmpty();
    assertThat(over.reason()).isEmpty();
  }

  @Test
  void under_the_distance_of_a_coin_that_is_back_the_recovery_begins_anew() {
    PegWatch off = latched();
    prices.put(HERE, "1");
    PegWatch back = look(off);
    at = Duration.ofHours(30);
    prices.put(HERE, "0.9949");
    PegWatch again = look(back);
    assertThat(again.of(USDC).orElseThrow().backSince()).isEmpty();
    prices.put(HERE, "1");
    at = Duration.ofHours(31);
    PegWatch anew = look(again);
    at = Duration.ofHours(50);
    assertThat(look(anew).isLatched(USDC)).isTrue();
    prices.put(BACKWARD, "1.02");
    at = Duration.ofHours(51);
    assertThat(look(anew).of(USDC).orElseThrow().backSince())
        .as("all sources must be near par")
        .isEmpty();
  }

  @Test
  void of_two_memories_the_newer_look_counts_coin_by_coin() {
    PegWatch off = latched();
    prices.put(OTHER, "1");
    at = Duration.ofMinutes(1);
    PegWatch older = look(PegWatch.none());
    assertThat(older.isLatched(USDC)).isFalse();
    assertThat(off.newest(older).isLatched(USDC)).isTrue();
    assertThat(older.newest(off).isLatched(USDC)).isTrue();
    assertThat(PegWatch.none().newest(off)).isEqualTo(off);
    assertThat(off.newest(PegWatch.none())).isEqualTo(off);
  }

  @Test
  void who_is_vouched_for_is_neither_latched_nor_kept_so() {
    PegWatch off = latched();
    trusted.add("USDC");
    assertThat(look(off).isLatched(USDC)).isFalse();
  }
}
