package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.policy.watch.CopyGrace;
import org.evenkeel.core.policy.watch.WatchLimits;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.cycle.watch.DropCopy;
import org.evenkeel.cycle.watch.EngineWord;
import org.evenkeel.cycle.watch.Eye;
import org.evenkeel.cycle.watch.Watcher;
import org.junit.jupiter.api.Test;

/** A watcher beside a bot that trades at a scripted venue: two processes that share a venue and a database. */
class WatcherTest {

  private final World world = World.ready();
  private final WorldsBook book = new WorldsBook(world);
  private WatchLimits limits = WatchLimits.defaults();
  private Watcher watcher = newWatcher();
  private boolean sees = true;
  private List<DropCopy> copies = List.of();

  private Watcher newWatcher() {
    return new Watcher(orders(world.strategy.universe()), book, world.alerts);
  }

  private void allowGross(String ratio) {
    WatchLimits all = WatchLimits.defaults();
    limits =
        new WatchLimits(
            Ratio.of(ratio),
            all.maxGrossAmount(),
            all.maxNet(),
            all.maxInstrument(),
            all.maxVenue(),
            all.maxMarginRatio(),
            all.maintenanceRate(),
            all.tolerance(),
            all.disagreeingLooks(),
            all.blindLooks(),
            true);
    watcher = newWatcher();
  }

  private String look() {
    Result<Watcher.Sight> sight =
        sees
            ? sight(Eye.of(world.venue))
            : Result.refused(RefusalReason.VENUE_UNAVAILABLE, "no venue answers");
    return watcher.look(sight).verdict();
  }

  private void look(int times) {
    for (int i = 0; i < times; i++) {
      look();
    }
  }

  /** Somebody's order that rests at the venue. */
  private void rest(String name, String contracts) {
    rest(name, World.BTC, contracts);
  }

  private void rest(String name, InstrumentId instrument, String contracts) {
    ClientOrderId id = ClientOrderId.of(name);
    world.venue.truth.orders.put(
        id,
        new VenueOrder(
            id,
            world.venue.truth.nextOrderId(),
            instrument,
            Side.BUY,
            Contracts.of(contracts),
            Contracts.ZERO,
            BigDecimal.ZERO,
            VenueOrder.Status.NEW,
            "GTC",
            false,
            world.clock.now()));
  }

  /** A position that nobody here has traded. */
  private void plant(String contracts) {
    world.venue.truth.execute(
        World.ETH,
        world.venue.truth.nextOrderId(),
        Side.BUY,
        Contracts.of(contracts),
        world.clock.now());
  }

  private TradingState state() {
    return world.journal.tradingState();
  }

  private boolean isWorking(String name) {
    return !world.venue.truth.orders.get(ClientOrderId.of(name)).status().isClosed();
  }

  @Test
  void a_bot_that_obeys_is_left_alone_and_its_word_is_believed() {
    world.daemon.onSlot();
    assertThat(world.memory.fills()).isNotEmpty();

    look(5);

    assertThat(book.looks).hasSize(5).allMatch(look -> look.verdict().equals("WITHIN"));
    assertThat(book.looks.get(4).words()).contains("as the engine says");
    assertThat(book.looks.get(4).gross().orElseThrow()).isPositive();
    assertThat(book.deeds).isEmpty();
    assertThat(state()).isEqualTo(TradingState.ACTIVE);
  }

  @Test
  void a_breach_that_two_looks_see_halts_the_bot_and_withdraws_what_works() {
    world.daemon.onSlot();
    allowGross("0.0001");
    rest("theirs", "1");

    assertThat(look()).isEqualTo("BREACH");
    assertThat(state()).isEqualTo(TradingState.ACTIVE);
    assertThat(isWorking("theirs")).isTrue();
    assertThat(watcher.isUrgent()).isTrue();
    look();

    assertThat(state()).isEqualTo(TradingState.HALTED);
    assertThat(isWorking("theirs")).isFalse();
    assertThat(book.deeds).hasSize(2);
    assertThat(book.deeds.get(0)).startsWith("halt: BREACH seen 2 times: gross exposure is");
    assertThat(book.deeds.get(1)).isEqualTo("cancellation of 1 order asked for, none is left");
    assertThat(watcher.isUrgent()).isFalse();

    int received = world.venue.received.size();
    world.clock.advanceTo(World.SLOT.plusSeconds(3600));
    world.daemon.onSlot();
    assertThat(world.venue.received).as("the bot obeys").hasSize(received);
  }

  @Test
  void an_order_that_could_lead_beyond_a_limit_is_enough() {
    rest("huge", "1000000");

    look(2);

    assertThat(state()).isEqualTo(TradingState.HALTED);
    assertThat(isWorking("huge")).isFalse();
  }

  @Test
  void it_sends_nothing_whatever_it_sees() {
    plant("100000");
    int received = world.venue.received.size();

    look(12);

    assertThat(world.venue.received).hasSize(received);
    assertThat(world.venue.truth.position(World.ETH)).isEqualTo(Contracts.of("100000"));
  }

  @Test
  void it_latches_and_begins_anew_once_a_person_has_resumed() {
    allowGross("0.0001");
    world.daemon.onSlot();
    look(9);
    assertThat(book.deeds).filteredOn(deed -> deed.startsWith("halt")).hasSize(1);
    rest("byHand", "1");
    look(3);
    assertThat(isWorking("byHand")).as("a person works there now").isTrue();

    world.controls.setTradingState(TradingState.ACTIVE, "ann", "looked");
    book.isLatched = false;
    look();
    assertThat(state()).as("one look proves nothing").isEqualTo(TradingState.ACTIVE);
    look();
    assertThat(state()).isEqualTo(TradingState.HALTED);
    assertThat(isWorking("byHand")).isFalse();
  }

  @Test
  void a_difference_to_the_engines_word_halts_after_three_looks_in_a_row() {
    world.daemon.onSlot();
    plant("30");

    look(2);
    assertThat(book.looks.get(1).verdict()).isEqualTo("DISAGREES");
    assertThat(state()).isEqualTo(TradingState.ACTIVE);
    look();

    assertThat(state()).isEqualTo(TradingState.HALTED);
    assertThat(book.deeds.get(0)).contains("DISAGREES seen 3 times").contains("by the engine");
  }

  @Test
  void what_cannot_be_seen_is_told_at_once_and_acted_on_after_eight_looks() {
    world.venue.unreadable.add("openOrders");

    look(7);
    assertThat(book.looks.get(0).verdict()).isEqualTo("BLIND");
    assertThat(world.alerts.raised().get("watch"))
        .startsWith("BLIND: cannot see: open orders of BTC-USDT-PERP@binance at binance");
    assertThat(state()).isEqualTo(TradingState.ACTIVE);
    look();

    assertThat(state()).isEqualTo(TradingState.HALTED);
    assertThat(book.deeds.get(1)).contains("orders may be left in").contains("BTC-USDT-PERP");
    assertThat(watcher.isUrgent()).as("it goes on asking").isTrue();

    rest("late", "1");
    world.venue.unreadable.clear();
    look();
    assertThat(isWorking("late")).isFalse();
    assertThat(watcher.isUrgent()).isFalse();
  }

  @Test
  void an_old_mark_shows_nothing() {
    world.daemon.onSlot();
    MarketData frozen = except(MarketData.class, world.venue, "quotes", WatcherTest::minutesOld);

    List<Eye> eyes = List.of(Eye.of(world.venue));
    WatchLook look =
        watcher.glance(Result.ok(new Watcher.Sight(eyes, frozen, world.clock, copies)));

    assertThat(look.verdict()).isEqualTo("BLIND");
    assertThat(look.words())
        .matches("cannot see: the mark of [A-Z]+-USDT-PERP@binance is \\d+ s old");
  }

  @SuppressWarnings("unchecked")
  private static Object minutesOld(Object answer) {
    return ((Result<List<Quote>>) answer)
        .map(
            quotes ->
                quotes.stream()
                    .map(
                        quote ->
                            new Quote(
                                quote.instrument(),
                                quote.bid(),
                                quote.ask(),
                                quote.mark(),
                                quote.venueTime().minusSeconds(62),
                                quote.receivedAt()))
                    .toList());
  }

  @Test
  void a_look_that_sees_again_ends_the_row_of_those_that_did_not() {
    for (int i = 0; i < 3; i++) {
      sees = false;
      look(7);
      sees = true;
      look();
    }

    assertThat(state()).isEqualTo(TradingState.ACTIVE);
    assertThat(world.alerts.raised()).doesNotContainKey("watch");
  }

  @Test
  void a_venue_that_goes_with_a_bot_at_rest_halts_nobody() {
    book.life = EngineWord.Life.AT_REST;
    sees = false;

    look(20);

    assertThat(state()).isEqualTo(TradingState.ACTIVE);
    assertThat(world.alerts.raised().get("watch")).contains("no venue answers");
  }

  @Test
  void without_the_database_it_cancels_all_the_same_and_records_the_halt_when_it_can() {
    world.daemon.onSlot();
    allowGross("0.0001");
    book.isDown = true;
    rest("first", "1");

    look(2);
    assertThat(isWorking("first")).isFalse();
    assertThat(world.alerts.everRaised())
        .anyMatch(told -> told.startsWith("watch-record: the halt cannot be recorded"));
    assertThat(state()).isEqualTo(TradingState.ACTIVE);

    book.isDown = false;
    rest("meanwhile", "1");
    look();
    assertThat(state()).isEqualTo(TradingState.HALTED);
    assertThat(isWorking("meanwhile")).as("what came until the bot knew").isFalse();
    assertThat(book.looks.get(0).action()).startsWith("halted the bot; cancellation of 1 order");
  }

  @Test
  void a_halt_that_is_owed_is_recorded_although_the_breach_is_over() {
    book.isDown = true;
    rest("huge", "1000000");
    look(2);
    assertThat(look()).isEqualTo("WITHIN");

    book.isDown = false;
    look();
    assertThat(state()).isEqualTo(TradingState.HALTED);
    assertThat(book.deeds.get(0)).contains("BREACH seen 2 times");
  }

  @Test
  void a_database_that_is_down_is_no_reason_to_halt() {
    book.isDown = true;
    look(30);
    book.isDown = false;

    assertThat(look()).isEqualTo("WITHIN");
    assertThat(book.deeds).isEmpty();
    assertThat(world.alerts.everRaised())
        .anyMatch(told -> told.contains("cannot read or write the database"));
  }

  @Test
  void the_orders_of_a_flatten_are_not_withdrawn() {
    world.controls.setTradingState(TradingState.FLATTENING, "ann", "enough");
    plant("100000");
    rest("closing", "1");

    look(5);

    assertThat(state()).isEqualTo(TradingState.FLATTENING);
    assertThat(isWorking("closing")).isTrue();
    assertThat(book.deeds).isEmpty();
  }

  @Test
  void one_look_for_a_person_changes_and_records_nothing() {
    allowGross("0.0001");
    world.daemon.onSlot();
    rest("theirs", "1");
    Result<Watcher.Sight> sight = sight(Eye.of(world.venue));

    assertThat(watcher.glance(sight).verdict()).isEqualTo("BREACH");
    assertThat(watcher.glance(sight).row()).isEqualTo(2);
    assertThat(isWorking("theirs")).isTrue();
    assertThat(book.looks).isEmpty();
    assertThat(book.deeds).isEmpty();
    assertThat(state()).isEqualTo(TradingState.ACTIVE);
  }

  @Test
  void an_order_that_only_the_venues_own_list_names_is_seen_and_an_unreadable_list_is_not_none() {
    allowGross("0.0001");
    watcher = new Watcher(orders(Samples.universe("BTC")), book, world.alerts);
    rest("theirs", World.ETH, "1");

    assertThat(glance(Result.ok(List.of()))).isEqualTo("WITHIN");
    assertThat(glance(Result.ok(List.of(World.ETH)))).isEqualTo("BREACH");
    assertThat(glance(Result.refused(RefusalReason.VENUE_UNAVAILABLE, "no list")))
        .isEqualTo("BLIND");
  }

  private String glance(Result<List<InstrumentId>> listed) {
    Eye eye = except(Eye.class, Eye.of(world.venue), "ordered", ignored -> listed);
    return watcher.glance(sight(eye)).verdict();
  }

  /** The real thing, of which one method answers otherwise. */
  private static <T> T except(Class<T> port, T real, String method, UnaryOperator<Object> other) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, called, given) -> {
              Object answer = called.invoke(real, given);
              return called.getName().equals(method) ? other.apply(answer) : answer;
            }));
  }

  private Watcher.Orders orders(Universe universe) {
    return new Watcher.Orders(universe, limits, 15, 15, new CopyGrace(60, 300));
  }

  private Result<Watcher.Sight> sight(Eye eye) {
    return Result.ok(new Watcher.Sight(List.of(eye), world.venue, world.clock, copies));
  }
}
