package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.RunId;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.Memory;
import org.evenkeel.shell.simulate.MemoryJournal;
import org.evenkeel.shell.simulate.MemoryLease;
import org.evenkeel.shell.simulate.VirtualClock;

/** F56 and F58: whatever the order and the repetition in which executions arrive, the books are the same. */
class FillOrderPropertyTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final InstrumentSpec SPOT = Samples.usdc();

  private static Fill fill(int trade, Random random) {
    String fee = BigDecimal.valueOf(random.nextInt(-50, 5000), 6).toPlainString();
    return new Fill(
        SPOT.id(),
        TradeId.of(Integer.toString(trade)),
        VenueOrderId.of(Integer.toString(1 + trade / 3)),
        random.nextBoolean() ? Side.BUY : Side.SELL,
        Contracts.of(BigDecimal.valueOf(1 + random.nextInt(100_000), 2)),
        Price.of(BigDecimal.valueOf(9_950 + random.nextInt(100), 4)),
        Money.of(fee, List.of("USDT", "USDC", "BNB").get(random.nextInt(3))),
        Money.of("0", "USDT"),
        false,
        // Many of one millisecond, as a sweep of the book makes them.
        NOON.plusMillis(1 + trade / 5));
  }

  private static Venue answering(List<Fill> fills) {
    return (Venue)
        Proxy.newProxyInstance(
            Venue.class.getClassLoader(),
            new Class<?>[] {Venue.class},
            (proxy, call, args) -> {
              if (call.getName().equals("clientIdOf")) {
                return Result.ok(java.util.Optional.empty());
              }
              if (call.getName().equals("causeOf")) {
                return Result.ok(ExecutionCause.ORDER);
              }
              if (call.getName().equals("capabilities")) {
                return new ScriptedVenue(new VirtualClock(NOON)).capabilities();
              }
              if (call.getName().equals("fills")) {
                return Result.ok(List.copyOf(fills));
              }
              throw new UnsupportedOperationException(call.getName());
            });
  }

  private static Memory booked(List<Fill> arrival) {
    Memory memory = new Memory();
    Boundaries calls = new Boundaries();
    MemoryLease lease = new MemoryLease(memory, "one", calls);
    assertThat(lease.tryAcquire()).isTrue();
    MemoryJournal journal = new MemoryJournal(memory, lease, calls);
    String unused =
        journal.openRun(
            new RunManifest(RunId.of("run-1"), "rehearsal", "1", "cafe", NOON),
            new Ids() {
              @Override
              public String incarnationNonce() {
                return "4f7q";
              }

              @Override
              public String runSuffix() {
                return "one";
              }
            });
    SpecBook specs = new SpecBook(journal, new VirtualClock(NOON));
    specs.learn(List.of(SPOT));
    FillIntake intake = new FillIntake(Venues.of(answering(arrival)), journal, specs);
    for (int reading = 0; reading < 2; reading++) {
      assertThat(intake.ingest(SPOT.id(), NOON.minus(Duration.ofDays(1))).orThrow()).isTrue();
    }
    assertThat(journal.accounting().sums().hash())
        .isEqualTo(
            org.evenkeel.core.settle.LedgerEvent.replay(
                    journal.accounting().events(),
                    id -> java.util.Optional.of(SPOT),
                    id -> Wallets.SPOT)
                .hash());
    return memory;
  }

  @Property(tries = 60)
  void executions_in_any_order_and_any_number_of_times_are_booked_once(
      @ForAll @IntRange(min = 1, max = 20) int count, @ForAll long seed) {
    Random random = new Random(seed);
    List<Fill> executed = new ArrayList<>();
    for (int trade = 1; trade <= count; trade++) {
      executed.add(fill(trade, random));
    }
    List<Fill> arrival = new ArrayList<>(executed);
    for (int i = 0; i < count; i++) {
      arrival.add(executed.get(random.nextInt(count)));
    }
    java.util.Collections.shuffle(arrival, random);

    Memory memory = booked(arrival);

    assertThat(memory.fills().values()).containsExactlyInAnyOrderElementsOf(executed);
    assertThat(memory.transactions().values()).hasSize(count);
    for (String coin : List.of("USDT", "USDC", "BNB")) {
      assertThat(total(memory, coin)).as(coin).isEqualByComparingTo(arithmetic(executed, coin));
    }
  }

  private static BigDecimal total(Memory memory, String coin) {
    return memory.transactions().values().stream()
        .flatMap(transaction -> transaction.entries().stream())
        .filter(entry -> entry.account() == org.evenkeel.core.settle.LedgerAccount.SPOT_WALLET)
        .filter(entry -> entry.unit().equals(coin + "@binance"))
        .map(entry -> entry.amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What a person would write on paper: coins bought less coins sold, and the fees in whatever they were charged. */
  private static BigDecimal arithmetic(List<Fill> executed, String coin) {
    Instrument.Spot market = (Instrument.Spot) SPOT.instrument();
    BigDecimal sum = BigDecimal.ZERO;
    for (Fill fill : executed) {
      BigDecimal quantity = fill.lastQty().value();
      BigDecimal sign = fill.side() == Side.BUY ? BigDecimal.ONE : BigDecimal.ONE.negate();
      if (coin.equals(market.base().value())) {
        sum = sum.add(quantity.multiply(sign));
      }
      if (coin.equals(market.quote().value())) {
        sum = sum.subtract(quantity.multiply(fill.lastPx().value()).multiply(sign));
      }
      if (coin.equals(fill.fee().currency().value())) {
        sum = sum.subtract(fill.fee().amount());
      }
    }
    return sum;
  }
}
