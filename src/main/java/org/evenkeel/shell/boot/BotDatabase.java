package org.evenkeel.shell.boot;

import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.DatabaseSettings;
import org.evenkeel.shell.config.secret.SecretStore;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.EmbeddedPostgres;

/**
 * The configured database: a server that is given, or one that is started here.
 *
 * <p>The rest of the program cannot tell which. Thread-safe.
 */
final class BotDatabase implements AutoCloseable {

  private final Optional<EmbeddedPostgres> server;
  private final Database database;

  private BotDatabase(Optional<EmbeddedPostgres> server, Database database) {
    this.server = server;
    this.database = database;
  }

  /** Opens it for the daemon, which brings the schema up to date. */
  static BotDatabase forDaemon(AppConfig config) {
    return open(config, true);
  }

  /** Opens it for a command beside a daemon, which leaves the schema alone unless nobody else can be using it. */
  static BotDatabase forCommand(AppConfig config) {
    return open(config, false);
  }

  /** True if the configured database answers now; starts nothing. */
  static boolean answers(AppConfig config) {
    return switch (config.database()) {
      case DatabaseSettings.Embedded embedded -> EmbeddedPostgres.answers(embedded.directory());
      case DatabaseSettings.Given given -> Database.answers(settings(given));
    };
  }

  private static org.evenkeel.shell.jdbc.DatabaseSettings settings(DatabaseSettings.Given given) {
    String password =
        given.password().map(SecretStore.ofThisProcess()::read).map(s -> s.reveal()).orElse("");
    return org.evenkeel.shell.jdbc.DatabaseSettings.of(
        given.jdbcUrl(), given.user().orElse(""), password);
  }

  private static BotDatabase open(AppConfig config, boolean isDaemon) {
    return switch (config.database()) {
      case DatabaseSettings.Embedded embedded -> {
        EmbeddedPostgres server = EmbeddedPostgres.start(embedded.directory());
        try {
          boolean mayMigrate = isDaemon || server.isStartedHere();
          yield new BotDatabase(
              Optional.of(server),
              mayMigrate
                  ? Database.open(server.settings())
                  : Database.attach(server.settings().withMaxConnections(2)));
        } catch (RuntimeException e) {
          server.close();
          throw e;
        }
      }
      case DatabaseSettings.Given given -> {
        var settings = settings(given);
        yield new BotDatabase(
            Optional.empty(),
            isDaemon ? Database.open(settings) : Database.attach(settings.withMaxConnections(2)));
      }
    };
  }

  Database database() {
    return database;
  }

  /** Why no decision should be begun: an embedded server whose disk is nearly full stops in the middle of one. */
  Optional<Refusal> objection(long leastFreeBytes) {
    return server
        .map(EmbeddedPostgres::freeDiskBytes)
        .filter(free -> free < leastFreeBytes)
        .map(
            free ->
                Refusal.of(
                    RefusalReason.JOURNAL_UNAVAILABLE,
                    "only "
                        + (free >> 20)
                        + " MB are free where the database lies, runs.min_free_disk_mb asks for "
                        + (leastFreeBytes >> 20)
                        + "; free some, the next decision is made by itself"));
  }

  /** Starts the embedded server again if it is gone; a server that somebody else runs is their affair. */
  void ensureRunning() {
    server.ifPresent(EmbeddedPostgres::ensureRunning);
  }

  @Override
  public void close() {
    database.close();
    server.ifPresent(EmbeddedPostgres::close);
  }
}
