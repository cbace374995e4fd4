package org.evenkeel.cycle;

import java.util.List;
import java.util.SortedMap;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.policy.TradingState;

/**
 * The stop in its two degrees: HALTED cancels what works, FLATTENING also closes what is held.
 *
 * <p>It also keeps the venue's dead-man switch, and takes in what an offline flatten did. Single-threaded.
 */
public final class KillSwitch {

  /**
   * What the switch needs beside the bot's own parts.
   *
   * @param records where a flatten writes its end
   * @param inbox where offline flattens leave what they did
   * @param deadMen the venues' own switches; a venue that has none may be missing
   */
  public record Means(
      FlattenRecords records, OfflineInbox inbox, SortedMap<VenueId, DeadManSwitch> deadMen) {}

  private final Strategy strategy;
  private final Venues venues;
  private final Journal journal;
  private final Resolver resolver;
  private final Clock clock;
  private final Alerts alerts;
  private final WorkingOrders working;
  private final Flatten flatten;
  private final FlattenRecords records;
  private final OfflineInbox inbox;
  private final DeadMan deadMan;
  private boolean isCanceled = false;

  public KillSwitch(
      Strategy strategy,
      MarketData market,
      Venues venues,
      Journal journal,
      SpecBook specs,
      Resolver resolver,
      Clock clock,
      Alerts alerts,
      Means means) {
    this.strategy = strategy;
    this.venues = venues;
    this.journal = journal;
    this.resolver = resolver;
    this.clock = clock;
    this.alerts = alerts;
    this.working = new WorkingOrders(strategy, venues, clock);
    this.flatten = new Flatten(strategy, market, venues, specs, clock);
    this.records = means.records();
    this.inbox = means.inbox();
    this.deadMan =
        new DeadMan(new DeadManSwitches(List.copyOf(means.deadMen().values())), clock, alerts);
  }

  /** Does what the trading state demands; to be called again and again. */
  public void obey(TradingState state, String nonce) {
    switch (state) {
      case HALTED -> cancelOnce();
      case FLATTENING -> flattenOnce(nonce);
      case ACTIVE, PAUSED, REDUCE_ONLY -> {
        isCanceled = false;
        alerts.clear("halt");
        alerts.clear("flatten");
      }
    }
  }

  private void cancelOnce() {
    if (!isCanceled) {
      isCanceled = working.cancelAll();
      if (isCanceled) {
        alerts.clear("halt");
      } else {
        alerts.raise(
            "halt", "working orders may remain at the venue; cancel them on the venue's page");
      }
    }
  }

  /** One pass of a flatten; the state makes the next heartbeat go on where this one had to stop. */
  private void flattenOnce(String nonce) {
    isCanceled = false;
    Flatten.Outcome outcome =
        flatten.run(new JournalHand(strategy, venues, journal, resolver, clock, nonce));
    if (outcome.isFlat() && records.finish("flatten is complete: " + outcome.text())) {
      alerts.note("flatten", "complete: " + outcome.text() + "; HALTED until resume");
      alerts.clear("flatten");
    } else if (!outcome.isFlat()) {
      alerts.raise("flatten", "not complete, it goes on: " + outcome.text());
    }
  }

  /** True if an offline flatten waits to be taken in: nothing may be planned before that. */
  public boolean hasMail() {
    return !inbox.isEmpty();
  }

  /** Takes in what offline flattens did, before anything is read or planned. */
  public Result<Boolean> takeIn() {
    if (inbox.isEmpty()) {
      return Result.ok(false);
    }
    return inbox
        .read()
        .map(
            runs -> {
              for (OfflineRun run : runs) {
                boolean isNew = records.takeIn(run);
                inbox.archive(run);
                alerts.note(
                    "offline-flatten",
                    run.slot().cycleId()
                        + (isNew ? " is taken in with " : " was taken in before, with ")
                        + run.orders().size()
                        + " orders");
              }
              return true;
            });
  }

  /** Arms the dead-man switch or renews it when it is time to. */
  public void keepDeadMan() {
    deadMan.keep();
  }

  /** Says what the dead-man switch covers. */
  public void announce() {
    deadMan.announce();
  }

  /** Disarms the dead-man switch: the last call of an orderly end. */
  public void rest() {
    deadMan.disarm();
  }
}
