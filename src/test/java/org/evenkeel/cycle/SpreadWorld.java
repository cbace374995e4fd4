package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RunId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.StablecoinShare;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.settle.Reconciliation;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.CycleEntry;
import org.evenkeel.shell.simulate.Memory;
import org.evenkeel.shell.simulate.MemoryControls;
import org.evenkeel.shell.simulate.MemoryFlattenRecords;
import org.evenkeel.shell.simulate.MemoryJournal;
import org.evenkeel.shell.simulate.MemoryLease;
import org.evenkeel.shell.simulate.RecordingAlerts;
import org.evenkeel.shell.simulate.VirtualClock;

/** A bot with bitcoin at a venue of two wallets and ether at one of a single wallet. */
final class SpreadWorld {

  static final VenueId SPLIT = VenueId.of("binance");
  static final VenueId UNIFIED = VenueId.of("okx");
  static final InstrumentId BTC = Samples.perpetual("BTC").id();
  static final Instrument ETHER =
      new Instrument.LinearPerpetual(Samples.perpetual("ETH").base(), Samples.USDT, UNIFIED);
  static final InstrumentId ETH = ETHER.id();
  static final InstrumentId USDC = Samples.spot("USDC").id();
  static final InstrumentId USDC_UNIFIED =
      new Instrument.Spot(Samples.spot("USDC").base(), Samples.USDT, UNIFIED).id();

  final VirtualClock clock = new VirtualClock(World.START);

  /** Its clock agrees with ours, and it is done with a request after ten seconds. */
  final PlainVenue split =
      new PlainVenue(
          SPLIT, false, Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(10), clock);

  /** Its clock is 400 ms ahead of ours, and it may work on a request for a minute and a half. */
  final PlainVenue unified =
      new PlainVenue(
          UNIFIED,
          true,
          Duration.ofMillis(400),
          Duration.ofSeconds(3),
          Duration.ofSeconds(90),
          clock);

  final Memory memory = new Memory();
  final Boundaries journalCalls = new Boundaries();
  final RecordingAlerts alerts = new RecordingAlerts();
  final Controls controls = new MemoryControls(memory);
  private int starts = 0;
  Daemon daemon;
  Journal journal;

  /** A bot that has not been started: over both venues, or over the split one alone. */
  private SpreadWorld(boolean isSpread) {
    split.prices.put(BTC, Price.of("50000"));
    split.prices.put(USDC, Price.of("1"));
    split.deposit(Wallet.futures(SPLIT), Money.of("300000", "USDT"));
    split.deposit(Wallet.spot(SPLIT), Money.of("200000", "USDT"));
    unified.prices.put(ETH, Price.of("2500"));
    unified.prices.put(USDC_UNIFIED, Price.of("1"));
    unified.deposit(Wallet.unified(UNIFIED), Money.of("500000", "USDT"));
    memory.keepTimeBy(clock::now);
    start(isSpread);
  }

  /** Ready at the first slot, over both venues. */
  static SpreadWorld ready() {
    return new SpreadWorld(true).atFirstSlot();
  }

  /** Ready at the first slot, over the split venue alone. */
  static SpreadWorld single() {
    return new SpreadWorld(false).atFirstSlot();
  }

  private SpreadWorld atFirstSlot() {
    ring();
    clock.advanceTo(World.SLOT);
    return this;
  }

  /** A heartbeat after which the bot must be ready. */
  void ring() {
    daemon.onHeartbeat();
    assertThat(daemon.isReady()).as(alerts.raised().toString()).isTrue();
  }

  /** A new process on what was kept. */
  void start(boolean isSpread) {
    MemoryLease.expire(memory);
    starts++;
    MemoryLease lease = new MemoryLease(memory, "process-" + starts, journalCalls);
    journal = new MemoryJournal(memory, lease, journalCalls);
    List<PlainVenue> used = isSpread ? List.of(unified, split) : List.of(split);
    TreeMap<VenueId, MarketData> markets = new TreeMap<>();
    TreeMap<VenueId, DeadManSwitch> switches = new TreeMap<>();
    used.forEach(venue -> markets.put(venue.name, venue));
    used.forEach(venue -> switches.put(venue.name, DeadManSwitch.NONE));
    daemon =
        new Assembly(
                strategy(isSpread),
                new RunManifest(RunId.of("run-" + starts), "rehearsal", "1", "cafe", clock.now()),
                new OneNonce(),
                new Assembly.Ports(
                    clock,
                    new Markets(markets),
                    new Venues(new ArrayList<>(used)),
                    journal,
                    lease,
                    alerts),
                new KillSwitch.Means(
                    new MemoryFlattenRecords(memory, lease, journalCalls),
                    OfflineInbox.EMPTY,
                    switches),
                Optional.empty(),
                Precondition.NONE,
                Decision::gate)
            .daemon(() -> {}, ended -> {});
  }

  static Strategy strategy(boolean isSpread) {
    Strategy usual = World.strategy();
    List<Sleeve> sleeves = new ArrayList<>(List.of(Samples.sleeve("BTC")));
    List<StablecoinShare> coins = new ArrayList<>(List.of(Samples.share("USDC", "0.4")));
    if (isSpread) {
      sleeves.add(Samples.sleeve("eth", Samples.leg(ETHER, "1")));
      coins.add(new StablecoinShare(USDC_UNIFIED, Ratio.of("0.2")));
    }
    return new Strategy(
        usual.name(),
        new Universe(Samples.USDT, sleeves, coins),
        usual.cadence(),
        usual.grace(),
        usual.estimate(),
        usual.parity(),
        usual.plan(),
        usual.limits(),
        usual.execution(),
        usual.cash(),
        usual.score(),
        usual.controls());
  }

  private record OneNonce() implements Ids {
    @Override
    public String incarnationNonce() {
      return "4f7q";
    }

    @Override
    public String runSuffix() {
      return "suffix";
    }
  }

  CycleEntry cycle(Instant dueAt) {
    return memory.cycle(Slot.scheduled("default", dueAt).cycleId());
  }

  List<Attempt> attempts(InstrumentId instrument) {
    return memory.attempts().keySet().stream()
        .map(id -> journal.attempt(id).orElseThrow())
        .filter(attempt -> attempt.ticket().instrument().equals(instrument))
        .toList();
  }

  BigDecimal ledger(Wallet wallet, String currency) {
    return journal.ledger().wallets().getOrDefault(wallet + "/" + currency, BigDecimal.ZERO);
  }

  /** Every wallet and position of the ledger equals the venues', and every execution is booked. */
  void assertSound() {
    AccountSnapshot both = AccountSnapshot.joined(List.of(split.truth(), unified.truth()));
    assertThat(Reconciliation.compare(journal.ledger(), both)).isEmpty();
    List<Object> executed = new ArrayList<>(split.fills);
    executed.addAll(unified.fills);
    assertThat(new ArrayList<Object>(memory.fills().values()))
        .containsExactlyInAnyOrderElementsOf(executed);
  }
}
