package org.evenkeel.shell.boot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.DeadManSwitch;
import org.evenkeel.cycle.KeyRights;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.SelfMatch;
import org.evenkeel.cycle.VenueStatus;
import org.evenkeel.cycle.Venues;
import org.evenkeel.cycle.WalletTransfers;
import org.evenkeel.cycle.watch.DropCopy;

/** What a mode puts behind the cycle's ports; one implementation per mode, and nothing else differs. */
interface Graph extends AutoCloseable {

  Clock clock();

  MarketData market();

  Venues venues();

  /** The venues' own switches that cancel working orders of these instruments when the bot falls silent. */
  default SortedMap<VenueId, DeadManSwitch> deadMen(List<InstrumentId> instruments) {
    return new TreeMap<>();
  }

  /** The ways between the wallets of the venues; none where there is nothing to move. */
  default List<WalletTransfers> transfers() {
    return List.of();
  }

  /** What each venue says of our key, in the order of the configuration; empty where there is none. */
  default List<KeyRights> keyRights() {
    return List.of();
  }

  /** What each venue says of its own state; empty where nothing is sent to one. */
  default List<VenueStatus> statuses() {
    return List.of();
  }

  /** Second sources of executions, of as many venues as have one. */
  default List<DropCopy> dropCopies() {
    return List.of();
  }

  /** What keeps our orders from trading with each other at the venues where the account is set to it; may be none. */
  default List<SelfMatch> selfMatches() {
    return List.of();
  }

  /** Sets the venue accounts up for trading; refused with what to change if it is set otherwise. */
  Result<Boolean> prepare(List<InstrumentId> instruments, int leverage);

  /** Whether the accounts are still set as {@link #prepare} has left them; changes nothing, refused with what differs. */
  default Result<Boolean> verify(List<InstrumentId> instruments, int leverage) {
    return Result.ok(true);
  }

  /** Ends the slow time in which a compressed clock is kept until the bot is ready; without effect after that. */
  default void letTimeRun() {
    // A wall clock cannot be kept waiting.
  }

  /** When the market's data end, if they do. */
  Optional<Instant> end();

  /** What runs where, in a line for people. */
  String description();

  @Override
  void close();
}
