package org.evenkeel.shell.boot;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.cycle.DeadManSwitch;
import org.evenkeel.cycle.LiveContracts;
import org.evenkeel.cycle.Precondition;
import org.evenkeel.cycle.Strategy;

/**
 * What has to be set up at the venues whenever the contracts of a rolled leg change: leverage and margin mode before
 * anything is decided, and the venues' dead-man switches.
 *
 * <p>Without rolled legs the instruments are the same for ever, and everything is done at the start.
 * This class is thread-safe.
 */
final class ContractChanges implements Precondition {

  private final Graph graph;
  private final Strategy strategy;
  private List<InstrumentId> prepared = List.of();

  ContractChanges(Graph graph, Strategy strategy) {
    this.graph = graph;
    this.strategy = strategy;
  }

  /** The contracts of now. */
  List<InstrumentId> instruments() {
    return LiveContracts.at(strategy.universe(), graph.clock().now()).riskInstruments();
  }

  /** Sets the accounts up for the contracts of now; refused with what to change. */
  synchronized Result<Boolean> prepare() {
    List<InstrumentId> now = instruments();
    return graph
        .prepare(now, strategy.plan().venueLeverage())
        .map(
            isDone -> {
              prepared = now;
              return isDone;
            });
  }

  /** Whether the accounts are still set up for the contracts of now. */
  Result<Boolean> verify() {
    return graph.verify(instruments(), strategy.plan().venueLeverage());
  }

  @Override
  public synchronized Optional<Refusal> objection() {
    return instruments().equals(prepared) || !(prepare() instanceof Result.Refused<Boolean> refused)
        ? Optional.empty()
        : Optional.of(refused.refusal());
  }

  /** Switches that are always about the contracts of now. */
  SortedMap<VenueId, DeadManSwitch> deadMen() {
    TreeMap<VenueId, DeadManSwitch> switches = new TreeMap<>();
    graph
        .deadMen(instruments())
        .forEach((venue, first) -> switches.put(venue, new Following(venue, first)));
    return switches;
  }

  private final class Following implements DeadManSwitch {

    private final VenueId venue;
    private DeadManSwitch current;
    private List<InstrumentId> known = instruments();

    Following(VenueId venue, DeadManSwitch first) {
      this.venue = venue;
      this.current = first;
    }

    private synchronized DeadManSwitch current() {
      List<InstrumentId> now = instruments();
      if (!now.equals(known)) {
        current = graph.deadMen(now).getOrDefault(venue, current);
        known = now;
      }
      return current;
    }

    @Override
    public String description() {
      return current().description();
    }

    @Override
    public Result<Boolean> arm(Duration countdown) {
      return current().arm(countdown);
    }

    @Override
    public Result<Boolean> disarm() {
      return current().disarm();
    }
  }
}
