package org.evenkeel.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.crash.Crossings.Halted;
import org.evenkeel.cycle.RestartBudget;
import org.evenkeel.shell.boot.Bench;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ConfigLoader;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.PgRecords;

/**
 * A venue and a database of their own, and one bot after the other, all in this JVM.
 *
 * <p>The bots share a pool of connections: at no point of {@link Crossings} is a transaction open that an end of the
 * process would undo.
 */
final class Trial implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final double SPEED = 86_400;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final CrashServer server;
  private final CrashServer.Lent lent;
  private final VenueRig venue;
  private final AppConfig config;

  Trial(CrashServer server, Path folder) {
    this.server = server;
    this.lent = server.lend();
    Path place = folder.resolve("trial-" + NUMBER.incrementAndGet());
    this.venue = VenueRig.start(place, SPEED);
    this.config =
        ConfigLoader.load(
            RehearsalFile.embedded(venue, place.resolve("unused"))
                .ofTwoFutures()
                .writeTo(place.resolve("bot.yml")),
            List.of());
  }

  VenueRig venue() {
    return venue;
  }

  /** A bot that is put together and not yet ready. */
  Bench bot(Crossings crossings, QuietAlerts alerts) {
    return new Bench(config, lent.database(), crossings, alerts);
  }

  /** A bot that is put together and counts interrupted starts. */
  Bench bot(Crossings crossings, QuietAlerts alerts, RestartBudget budget) {
    return new Bench(config, lent.database(), crossings, alerts, Optional.of(budget));
  }

  /** A bot that is put together, with something before the gate of its venue. */
  Bench bot(QuietAlerts alerts, Bench.Gates gates) {
    return new Bench(
        config, lent.database(), Crossings.counting(), alerts, Optional.empty(), gates);
  }

  /** A bot on another way to the same database. */
  Bench bot(Crossings crossings, QuietAlerts alerts, Database way) {
    return new Bench(config, way, crossings, alerts);
  }

  CrashServer.Lent lent() {
    return lent;
  }

  /** A bot that makes one decision; true if it was halted on the way. */
  boolean decide(Crossings crossings) {
    return live(crossings, true);
  }

  /** A bot that only gets ready; true if it was halted on the way. */
  boolean recover(Crossings crossings) {
    return live(crossings, false);
  }

  private boolean live(Crossings crossings, boolean decides) {
    try (Bench bot = bot(crossings, new QuietAlerts())) {
      bot.becomeReady(PATIENCE);
      if (decides) {
        bot.decide();
      }
      return false;
    } catch (Halted end) {
      return true;
    }
  }

  /** How many orders are committed. */
  int attempts() {
    return Judge.committed(lent.database()).size();
  }

  /** The newest cycle of all. */
  CycleRow newest() {
    return new PgRecords(lent.database(), Currency.of("USDT")).cycles(1).get(0);
  }

  Judge.Verdict verdict() {
    return Judge.over(venue, lent.database());
  }

  @Override
  public void close() {
    venue.close();
    server.giveBack(lent);
  }
}
