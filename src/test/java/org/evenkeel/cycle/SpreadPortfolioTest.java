package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.evenkeel.cycle.SpreadWorld.BTC;
import static org.evenkeel.cycle.SpreadWorld.ETH;
import static org.evenkeel.cycle.SpreadWorld.SPLIT;
import static org.evenkeel.cycle.SpreadWorld.UNIFIED;
import static org.evenkeel.cycle.SpreadWorld.USDC;
import static org.evenkeel.cycle.SpreadWorld.USDC_UNIFIED;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.policy.ProposedOrder;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.statement.CycleStatus;
import org.junit.jupiter.api.Test;

/** One portfolio at two venues: each has its own account, clock, rules and troubles. */
class SpreadPortfolioTest {

  private static final Instant NEXT = World.SLOT.plus(Duration.ofHours(1));

  private static SpreadWorld invested() {
    SpreadWorld world = SpreadWorld.ready();
    world.daemon.onSlot();
    assertThat(world.split.position(BTC).value()).isPositive();
    assertThat(world.unified.position(ETH).value()).isPositive();
    return world;
  }

  @Test
  void each_venue_has_an_opening_of_its_own() {
    SpreadWorld world = SpreadWorld.ready();
    assertThat(world.memory.transactions().values())
        .extracting(transaction -> transaction.kind() + " " + transaction.reference())
        .containsExactly("OPENING binance", "OPENING okx");
    assertThat(world.ledger(Wallet.futures(SPLIT), "USDT")).isEqualByComparingTo("300000");
    assertThat(world.ledger(Wallet.spot(SPLIT), "USDT")).isEqualByComparingTo("200000");
    assertThat(world.ledger(Wallet.unified(UNIFIED), "USDT")).isEqualByComparingTo("500000");
    assertThat(world.journal.openingTime(UNIFIED).orElseThrow())
        .as("read half a second and five calls later, by a clock that is 400 ms ahead")
        .isEqualTo(world.journal.openingTime(SPLIT).orElseThrow().plusMillis(500 + 400 + 5 * 3));
  }

  @Test
  void a_decision_trades_at_both_and_the_ledger_equals_each_account() {
    SpreadWorld world = invested();
    assertThat(world.cycle(World.SLOT).status()).isEqualTo(CycleStatus.DONE);
    world.assertSound();
    assertThat(world.split.received)
        .extracting(order -> order.ticket().instrument())
        .containsExactlyInAnyOrder(BTC, USDC);
    assertThat(world.unified.received)
        .extracting(order -> order.ticket().instrument())
        .containsExactlyInAnyOrder(ETH, USDC_UNIFIED);
    // 0.4 of 200,000, and 0.2 of what the margin with its buffer leaves of 500,000: each venue's
    // coins by themselves.
    assertThat(world.ledger(Wallet.spot(SPLIT), "USDC")).isEqualByComparingTo("80000");
    PlanSettings plan = PlanSettings.defaults();
    double contracts = world.unified.position(ETH).value().doubleValue();
    double margin =
        contracts
            * world.unified.prices.get(ETH).value().doubleValue()
            / plan.venueLeverage()
            * (1 + plan.treasury().marginBuffer().value().doubleValue());
    assertThat(world.ledger(Wallet.unified(UNIFIED), "USDC").doubleValue())
        .isCloseTo(0.2 * (500_000 - margin), within(5.0));
  }

  /** Both venues count their orders and trades from the same number. */
  @Test
  void equal_trade_and_order_ids_at_two_venues_are_different_facts() {
    SpreadWorld world = invested();
    List<String> ids = world.split.fills.stream().map(fill -> fill.tradeId().value()).toList();
    assertThat(world.unified.fills)
        .extracting(fill -> fill.tradeId().value())
        .containsExactlyElementsOf(ids);
    assertThat(world.memory.fills().values())
        .extracting(Fill::venueOrderId)
        .hasSize(4)
        .containsAll(world.split.fills.stream().map(Fill::venueOrderId).toList());
    world.assertSound();
  }

  @Test
  void equal_funding_ids_at_two_venues_are_both_booked() {
    SpreadWorld world = invested();
    BigDecimal before = world.ledger(Wallet.unified(UNIFIED), "USDT");
    world.clock.sleep(Duration.ofMinutes(1));
    world.split.pay("9", "-12.5");
    world.unified.pay("9", "7.25");
    world.clock.advanceTo(NEXT);
    world.daemon.onSlot();
    assertThat(world.memory.transactions().values())
        .extracting(transaction -> transaction.kind() + " " + transaction.reference())
        .contains("FUNDING binance/FUNDING_FEE/9", "FUNDING okx/FUNDING_FEE/9");
    assertThat(world.ledger(Wallet.unified(UNIFIED), "USDT").subtract(before))
        .isEqualByComparingTo("7.25");
    world.assertSound();
  }

  @Test
  void nothing_is_decided_while_one_venue_does_not_answer_and_the_reason_names_it() {
    for (String question : List.of("venueTime", "account", "quotes", "specs")) {
      for (boolean isSplitSilent : List.of(true, false)) {
        SpreadWorld world = SpreadWorld.ready();
        PlainVenue silent = isSplitSilent ? world.split : world.unified;
        silent.unreadable.add(question);
        world.daemon.onSlot();
        assertThat(world.split.received).as(question).isEmpty();
        assertThat(world.unified.received).as(question).isEmpty();
        assertThat(world.memory.attempts()).as(question).isEmpty();
        assertThat(world.cycle(World.SLOT).status()).as(question).isNotEqualTo(CycleStatus.DONE);
        assertThat(world.cycle(World.SLOT).reason())
            .contains(silent.name + " did not answer " + question);
      }
    }
  }

  @Test
  void an_order_is_signed_by_the_clock_of_its_venue_and_lives_as_long_as_that_one_says() {
    SpreadWorld world = invested();
    assertThat(world.split.received).allSatisfy(order -> signed(order, Duration.ofSeconds(5)));
    assertThat(world.unified.received).allSatisfy(order -> signed(order, Duration.ofSeconds(3)));
  }

  /** A call takes 3 ms, and the offset is known to half a call. */
  private static void signed(PlainVenue.Received order, Duration life) {
    OrderTicket ticket = order.ticket();
    assertThat(Duration.between(ticket.signedAt(), order.at()))
        .isBetween(Duration.ofMillis(1), Duration.ofMillis(6));
    assertThat(Duration.between(ticket.signedAt(), ticket.validUntil())).isEqualTo(life);
  }

  @Test
  void an_order_without_answer_freezes_its_instrument_and_the_other_venue_trades_on() {
    SpreadWorld world = SpreadWorld.ready();
    world.unified.lost.add(ETH);
    world.unified.unreadable.add("lookup");
    world.daemon.onSlot();
    assertThat(only(world).state()).isInstanceOf(AttemptState.Unknown.class);
    int before = world.split.received.size();
    // Bitcoin is worth more now: less of it is needed.
    world.split.prices.put(BTC, Price.of("60000"));
    world.clock.advanceTo(NEXT);
    world.daemon.onSlot();
    assertThat(world.split.received).hasSizeGreaterThan(before);
    assertThat(world.split.received.getLast().ticket().instrument()).isEqualTo(BTC);
    assertThat(only(world).state()).isInstanceOf(AttemptState.Unknown.class);
    assertThat(world.alerts.raised().toString()).contains(ETH + " is frozen");
    world.assertSound();
  }

  /** Three seconds of life, ninety of work, five of lag and one: the other venue would be sure after 21 seconds. */
  @Test
  void an_absence_is_proved_by_the_terms_of_the_venue_that_did_not_answer() {
    SpreadWorld world = SpreadWorld.ready();
    world.unified.lost.add(ETH);
    world.daemon.onSlot();
    Attempt sent = only(world);
    Instant provable = sent.ticket().signedAt().plusSeconds(3 + 90 + 5 + 1);
    assertThat(sent.state())
        .isInstanceOfSatisfying(
            AttemptState.Absent.class,
            absent -> {
              String proof = absent.proof().replaceFirst(".*venue clock ", "");
              // Two looks, a quarter of a second apart.
              assertThat(Instant.parse(proof.substring(0, proof.indexOf(','))))
                  .isBetween(provable, provable.plusMillis(800));
            });
    world.assertSound();
  }

  private static Attempt only(SpreadWorld world) {
    assertThat(world.attempts(ETH)).hasSize(1);
    return world.attempts(ETH).getFirst();
  }

  @Test
  void a_flatten_closes_where_it_is_answered_and_is_not_over_before_all_have_answered() {
    for (boolean isSplitSilent : List.of(true, false)) {
      SpreadWorld world = invested();
      PlainVenue silent = isSplitSilent ? world.split : world.unified;
      silent.isSilent = true;
      world.controls.setTradingState(TradingState.FLATTENING, "ann", "drill");
      world.daemon.onHeartbeat();
      assertThat(world.split.position(BTC).isZero()).isEqualTo(!isSplitSilent);
      assertThat(world.unified.position(ETH).isZero()).isEqualTo(isSplitSilent);
      assertThat(world.journal.tradingState()).isEqualTo(TradingState.FLATTENING);
      assertThat(world.alerts.raised().toString()).contains(silent.name + " did not answer");
      silent.isSilent = false;
      for (int i = 0; i < 5; i++) {
        world.clock.sleep(Duration.ofMinutes(1));
        world.daemon.onHeartbeat();
      }
      assertThat(silent.position(isSplitSilent ? BTC : ETH).isZero()).isTrue();
      assertThat(world.journal.tradingState()).isEqualTo(TradingState.HALTED);
      world.assertSound();
    }
  }

  /** Both venues fall silent after the last order: what is left there is known of neither. */
  @Test
  void the_end_of_a_flatten_names_every_venue_that_is_silent() {
    SpreadWorld world = SpreadWorld.ready();
    TreeMap<VenueId, MarketData> markets = new TreeMap<>();
    markets.put(SPLIT, world.split);
    markets.put(UNIFIED, world.unified);
    FlattenHand hand =
        new FlattenHand() {
          @Override
          public boolean mayGoOn() {
            return true;
          }

          @Override
          public void send(ProposedOrder order, int number, Price arrival, Duration clockOffset) {
            throw new AssertionError("there is nothing to close");
          }

          @Override
          public void record() {
            // Nothing is refused here.
          }

          @Override
          public int followUp() {
            world.split.isSilent = true;
            world.unified.isSilent = true;
            return 0;
          }

          @Override
          public void end(Flatten.Outcome outcome) {
            // Only the text counts here.
          }
        };

    Flatten.Outcome outcome =
        new Flatten(
                SpreadWorld.strategy(true),
                new Markets(markets),
                new Venues(List.of(world.unified, world.split)),
                SpecBook.withoutMemory(),
                world.clock)
            .run(hand);

    assertThat(outcome.isFlat()).isFalse();
    assertThat(outcome.text()).contains("binance did not answer", "okx did not answer");
  }

  @Test
  void a_venue_that_comes_to_a_database_with_books_gets_an_opening_of_its_own() {
    SpreadWorld world = SpreadWorld.single();
    world.daemon.onSlot();
    assertThat(world.split.position(BTC).value()).isPositive();
    assertThat(world.journal.openingTime(UNIFIED)).isEmpty();
    Instant first = world.journal.openingTime(SPLIT).orElseThrow();
    world.clock.sleep(Duration.ofMinutes(10));
    world.start(true);
    world.ring();
    assertThat(world.journal.openingTime(SPLIT)).contains(first);
    assertThat(world.journal.openingTime(UNIFIED).orElseThrow())
        .isAfter(World.SLOT.plus(Duration.ofMinutes(10)));
    world.assertSound();
    world.clock.advanceTo(NEXT);
    world.daemon.onSlot();
    assertThat(world.unified.position(ETH).value()).isPositive();
    world.assertSound();
  }
}
