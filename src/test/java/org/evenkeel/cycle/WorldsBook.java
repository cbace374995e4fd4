package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.policy.watch.BookedFill;
import org.evenkeel.core.policy.watch.CopyRecord;
import org.evenkeel.core.policy.watch.EngineClaim;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.cycle.watch.EngineWord;
import org.evenkeel.cycle.watch.WatchBook;

/** The database of a {@link World} as the watcher has it. */
final class WorldsBook implements WatchBook {

  private final World world;

  final List<WatchLook> looks = new ArrayList<>();
  final List<String> deeds = new ArrayList<>();
  boolean isDown = false;
  boolean isLatched = false;
  EngineWord.Life life = EngineWord.Life.RUNNING;

  final CopyBook copy;

  WorldsBook(World world) {
    this.world = world;
    this.copy = new CopyBook(world);
  }

  private void answer() {
    if (isDown) {
      throw new JournalUnavailable("no answer", new IllegalStateException());
    }
  }

  @Override
  public EngineWord word() {
    answer();
    TreeMap<InstrumentId, BigDecimal> positions = new TreeMap<>();
    world
        .journal
        .ledger()
        .positions()
        .forEach((id, amount) -> positions.put(InstrumentId.of(id), amount));
    return new EngineWord(
        world.journal.tradingState(),
        isLatched,
        life,
        Optional.of(1L),
        Optional.of(new EngineClaim(positions, new TreeMap<>())));
  }

  @Override
  public void keep(WatchLook look) {
    answer();
    looks.add(look);
  }

  @Override
  public void halt(String cause) {
    answer();
    if (!world.journal.tradingState().isKilled()) {
      world.controls.setTradingState(TradingState.HALTED, "watcher", cause);
    }
    isLatched = true;
    deeds.add("halt: " + cause);
  }

  @Override
  public void canceled(String outcome) {
    answer();
    deeds.add(outcome);
  }

  @Override
  public CopyRecord copyRecord(VenueId venue) {
    answer();
    return copy.record();
  }

  @Override
  public List<BookedFill> booked(VenueId venue, Instant since, SortedSet<String> orders) {
    answer();
    return copy.booked(venue, since, orders);
  }

  @Override
  public void compared(VenueId venue, Instant until, CopyRecord.Change change) {
    answer();
    copy.compared(until, change);
  }
}
