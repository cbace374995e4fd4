package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.settle.FlowClass;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.Income;
import org.evenkeel.core.statement.LockRow;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.LocksHandler;
import org.evenkeel.cycle.QuarantineHandler;

/** People and markets: commands, trades by hand, funding, prices. */
final class SimOperator {

  private static final List<OperatorOverride.Kind> KINDS = List.of(OperatorOverride.Kind.values());
  private static final List<TradingState> STATES = List.of(TradingState.values());

  private final Memory memory;
  private final MemoryControls controls;
  private final MemoryRequests requests;
  private final SimVenue venue;
  private final Checker checker;
  private final VirtualClock clock;
  private final SplittableRandom random;
  private int payments = 0;

  SimOperator(
      Memory memory, SimVenue venue, Checker checker, VirtualClock clock, SplittableRandom random) {
    this.memory = memory;
    this.controls = new MemoryControls(memory);
    this.requests = new MemoryRequests(memory);
    this.venue = venue;
    this.checker = checker;
    this.clock = clock;
    this.random = random;
  }

  /** One command. */
  void act() {
    switch (random.nextInt(5)) {
      case 0 -> {
        controls.setTradingState(STATES.get(random.nextInt(STATES.size())), "operator", "drill");
        checker.tradingStateChanged(clock.now());
      }
      case 1 -> {
        controls.setTradingState(TradingState.ACTIVE, "operator", "drill is over");
        checker.tradingStateChanged(clock.now());
      }
      case 2 -> addOverride();
      case 3 -> tidyUp();
      default -> controls.requestRun("operator", "drill");
    }
  }

  private void addOverride() {
    OperatorOverride.Kind kind = KINDS.get(random.nextInt(KINDS.size()));
    controls.addOverride(
        SleeveId.of("btc"),
        kind,
        kind.hasValue() ? Ratio.of("0.5") : Ratio.ZERO,
        "operator",
        "drill",
        clock.now(),
        clock.now().plus(Duration.ofMinutes(30)));
  }

  /** Two persons acknowledge what only persons clear, and end the quarantines by what the venue's page shows them. */
  void tidyUp() {
    venue.cancelUnless(memory.attempts::containsKey);
    List<LockRow> locks =
        memory.locks.stream()
            .filter(lock -> lock.finding().cause().needsAcknowledgement())
            .map(LockRow::of)
            .toList();
    if (!locks.isEmpty()) {
      agreeOn(LocksHandler.request(locks));
    }
    for (Attempt attempt : memory.attempts.values()) {
      if (attempt.state() instanceof AttemptState.Quarantined quarantined) {
        resolution(attempt, quarantined.reason()).ifPresent(this::agreeOn);
      }
    }
  }

  /** What two persons say of an order in quarantine; nothing yet of a split one of which some is not booked. */
  private Optional<Request> resolution(Attempt attempt, String reason) {
    ClientOrderId id = attempt.ticket().clientOrderId();
    SimOrder order = venue.orders().get(id);
    if (order == null || (order.isClosed() && order.filled().isZero())) {
      return Optional.of(
          QuarantineHandler.absent(id.value(), reason, "the venue's page shows no fill of it"));
    }
    if (order.split().filter(SimSplit::showsParts).isEmpty()) {
      return Optional.of(QuarantineHandler.adopt(id.value(), reason));
    }
    venue.cancelUnless(other -> !other.equals(id));
    return memory.venueOrders.bookedOf(attempt).equals(order.filled())
        ? Optional.of(
            QuarantineHandler.absent(
                id.value(), reason, "the venue's page shows " + order.filled() + " of it filled"))
        : Optional.empty();
  }

  private void agreeOn(Request request) {
    boolean isUnderWay =
        requests.requests(false).stream().anyMatch(row -> row.request().equals(request));
    if (!isUnderWay) {
      RequestRow asked = requests.ask(request, "ann", "looked at the venue's page");
      requests.approve(asked.number(), asked.hash(), "bob", "so did I").orThrow();
    }
  }

  /** The kill switch that closes. */
  void flatten() {
    controls.setTradingState(TradingState.FLATTENING, "operator", "drill");
    checker.tradingStateChanged(clock.now());
  }

  /** Everything as it should be: trading, no override in force for long. */
  void leave() {
    controls.setTradingState(TradingState.ACTIVE, "operator", "the drill is over");
    checker.tradingStateChanged(clock.now());
  }

  /** Somebody trades by hand, once the bot has its opening balances: what is there before is not its own. */
  void trade() {
    if (memory.transactions.isEmpty()) {
      return;
    }
    InstrumentId instrument =
        SimMarket.PERPETUALS.get(random.nextInt(SimMarket.PERPETUALS.size())).id();
    venue.tradeByHand(
        instrument,
        random.nextBoolean() ? Side.BUY : Side.SELL,
        new Contracts(BigDecimal.valueOf(1 + random.nextInt(500), 3)));
  }

  /** A funding payment in either direction. */
  void fund() {
    payments++;
    venue
        .truth()
        .pay(
            "funding-" + payments,
            Income.Kind.FUNDING,
            BigDecimal.valueOf(random.nextInt(-5000, 5000), 2).toPlainString(),
            clock.now());
  }

  /** Money comes, leaves, or goes between the wallets, once there is a ledger to notice it. */
  void moveMoney() {
    if (memory.transactions.isEmpty()) {
      return;
    }
    payments++;
    String id = "flow-" + payments;
    BigDecimal size = BigDecimal.valueOf(1 + random.nextInt(4_000_000), 2);
    Money amount = new Money(random.nextBoolean() ? size : size.negate(), SimMarket.USDT);
    switch (random.nextInt(3)) {
      case 0 -> venue.truth().flow(id, SimMarket.SPOT, amount, clock.now());
      case 1 -> venue.truth().flow(id, SimMarket.FUTURES, amount, clock.now());
      default -> venue.truth().transfer(id, amount, clock.now());
    }
  }

  /** Two persons say what every flow is that the bot asks about. */
  void explainMoney() {
    for (FlowEntry entry : List.copyOf(memory.flows)) {
      if (entry.isOpen()) {
        memory.classify(
            entry.number(),
            new FlowEntry.Classification(
                FlowClass.TRANSFER, "operator", "approver", "the drill is over", clock.now()));
      }
    }
  }

  /** Every price moves by up to a fraction. */
  void movePrices(BigDecimal most) {
    venue
        .truth()
        .prices
        .replaceAll(
            (id, price) ->
                id.equals(SimMarket.STABLECOIN.id())
                    ? price
                    : new Price(moved(price.value(), most)));
  }

  private BigDecimal moved(BigDecimal price, BigDecimal most) {
    BigDecimal change = most.multiply(BigDecimal.valueOf(random.nextInt(-1000, 1001), 3));
    return price
        .add(price.multiply(change))
        .setScale(1, RoundingMode.HALF_EVEN)
        .stripTrailingZeros();
  }
}
