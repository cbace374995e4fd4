package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.ETH;
import static org.evenkeel.cycle.World.SLOT;
import static org.evenkeel.cycle.World.USDC;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.ListingStatus;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.statement.CycleStatus;
import org.junit.jupiter.api.Test;

/** What a venue announces about an instrument, from the first notice to the day after. */
class EndingInstrumentsTest {

  private final World world = World.ready();

  private Instant nextSlot(Instant slot) {
    Instant next = slot.plus(Duration.ofHours(1));
    world.clock.advanceTo(next);
    return next;
  }

  private void ends(Duration fromSlot) {
    world.venue.list(ETH, Listing.TRADING.endingAt(SLOT.plus(fromSlot)));
  }

  private Contracts held() {
    return world.venue.truth.position(ETH);
  }

  private List<Attempt> orders() {
    return world.attempts(ETH);
  }

  @Test
  void an_instrument_that_ends_within_the_notice_is_not_added_to_and_the_others_are() {
    ends(Duration.ofDays(6));
    world.daemon.onSlot();
    assertThat(orders()).isEmpty();
    assertThat(world.attempts(BTC)).isNotEmpty();
    assertThat(world.cycle(SLOT).reason()).doesNotContain("refused");
    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.DONE);
  }

  @Test
  void an_instrument_that_ends_later_is_traded_and_its_day_is_told() {
    ends(Duration.ofDays(8));
    world.daemon.onSlot();
    assertThat(orders()).isNotEmpty();
    assertThat(world.alerts.raised())
        .containsEntry(
            "listing " + ETH,
            ETH
                + " trades; ends on 2026-02-08T11:00:00Z; nothing is added from 2026-02-01T11:00:00Z,"
                + " and it is closed from 2026-02-06T11:00:00Z");
  }

  @Test
  void a_position_within_the_notice_is_reduced_when_it_must_be_and_never_enlarged() {
    world.daemon.onSlot();
    Contracts before = held();
    ends(Duration.ofDays(6));
    // Dearer by a half: the same share of the portfolio is fewer contracts.
    world.venue.truth.prices.compute(
        ETH, (id, price) -> Price.of(price.value().multiply(new BigDecimal("1.5"))));
    nextSlot(SLOT);
    world.daemon.onSlot();
    assertThat(held().abs()).isLessThan(before.abs());
    Contracts reduced = held();
    world.venue.truth.prices.compute(
        ETH, (id, price) -> Price.of(price.value().multiply(new BigDecimal("0.9"))));
    nextSlot(SLOT.plus(Duration.ofHours(1)));
    world.daemon.onSlot();
    assertThat(held().abs()).isLessThanOrEqualTo(reduced.abs());
  }

  @Test
  void a_position_is_closed_before_the_end_and_the_other_sleeve_takes_over_its_share() {
    world.daemon.onSlot();
    assertThat(held().isZero()).isFalse();
    ends(Duration.ofDays(2));
    Instant slot = nextSlot(SLOT);
    world.daemon.onSlot();
    assertThat(held().isZero()).isTrue();
    assertThat(orders().getLast().ticket().reduceOnly()).isTrue();
    assertThat(world.venue.truth.position(BTC).isZero()).isFalse();
    assertThat(world.status(slot)).isEqualTo(CycleStatus.DONE);
    assertThat(world.cycle(slot).statement().orElseThrow().weights().toString())
        .contains("is left: " + ETH + " trades; ends on 2026-02-02T11:00:00Z");
    world.assertSound();
  }

  @Test
  void when_everything_ends_everything_is_closed() {
    world.daemon.onSlot();
    ends(Duration.ofDays(2));
    world.venue.list(BTC, Listing.TRADING.endingAt(SLOT.plus(Duration.ofDays(2))));
    nextSlot(SLOT);
    world.daemon.onSlot();
    assertThat(held().isZero()).isTrue();
    assertThat(world.venue.truth.position(BTC).isZero()).isTrue();
  }

  @Test
  void an_instrument_that_is_listed_no_more_does_not_keep_the_others_from_being_traded() {
    world.daemon.onSlot();
    ends(Duration.ofDays(2));
    Instant second = nextSlot(SLOT);
    world.daemon.onSlot();
    int before = orders().size();
    world.venue.unlist(ETH);
    Instant third = nextSlot(second);
    world.daemon.onSlot();
    assertThat(world.status(third)).as(world.cycle(third).reason()).isEqualTo(CycleStatus.DONE);
    assertThat(world.cycle(third).reason()).contains("eth is set aside: " + ETH + " has ended");
    assertThat(orders()).hasSize(before);
    assertThat(world.alerts.raised().get("listing " + ETH)).contains("has ended");

    world.restart();
    world.recover();
    Instant fourth = nextSlot(third);
    world.daemon.onSlot();
    assertThat(world.status(fourth)).as(world.cycle(fourth).reason()).isEqualTo(CycleStatus.DONE);
    world.assertSound();
  }

  @Test
  void an_instrument_that_was_never_listed_is_a_mistake_and_refused() {
    World fresh = new World();
    fresh.venue.unlist(ETH);
    fresh.daemon.onHeartbeat();
    assertThat(fresh.daemon.isReady()).isFalse();
  }

  @Test
  void what_may_only_be_reduced_is_only_reduced() {
    world.venue.list(ETH, Listing.of(ListingStatus.REDUCE_ONLY));
    world.daemon.onSlot();
    assertThat(orders()).isEmpty();
    assertThat(world.attempts(BTC)).isNotEmpty();
  }

  @Test
  void what_takes_only_cancels_is_left_as_it_is() {
    world.daemon.onSlot();
    Contracts before = held();
    int orders = orders().size();
    world.venue.list(ETH, Listing.of(ListingStatus.CANCEL_ONLY).endingAt(SLOT.plusSeconds(7200)));
    nextSlot(SLOT);
    world.daemon.onSlot();
    assertThat(held()).isEqualTo(before);
    assertThat(orders()).hasSize(orders);
  }

  @Test
  void of_a_stablecoin_whose_market_ends_nothing_is_bought() {
    world.venue.list(USDC, Listing.TRADING.endingAt(SLOT.plus(Duration.ofDays(6))));
    world.daemon.onSlot();
    assertThat(world.attempts(USDC)).isEmpty();
  }

  @Test
  void a_stablecoin_whose_market_is_about_to_end_is_sold() {
    world.daemon.onSlot();
    assertThat(world.attempts(USDC).getLast().ticket().side()).isEqualTo(Side.BUY);
    world.venue.list(USDC, Listing.TRADING.endingAt(SLOT.plus(Duration.ofDays(2))));
    nextSlot(SLOT);
    world.daemon.onSlot();
    assertThat(world.attempts(USDC).getLast().ticket().side()).isEqualTo(Side.SELL);
  }

  @Test
  void every_version_of_what_is_published_is_written_down_once() {
    world.daemon.onSlot();
    ends(Duration.ofDays(8));
    world.daemon.onSlot();
    nextSlot(SLOT);
    world.daemon.onSlot();
    assertThat(
            world.journal.listings().newest().stream()
                .filter(spec -> spec.id().equals(ETH))
                .map(InstrumentSpec::listing))
        .containsExactly(Listing.TRADING.endingAt(SLOT.plus(Duration.ofDays(8))));
  }
}
