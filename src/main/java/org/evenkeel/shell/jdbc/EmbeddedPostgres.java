package org.evenkeel.shell.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.evenkeel.cycle.JournalUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own in a folder, for those who give none.
 *
 * <p>The server is a process of its own and outlives a killed bot; the next one attaches to it.
 * Each user of the server holds one connection open as its guard; the last to {@link #close} stops the server, whoever
 * started it, so a short command and a daemon never disturb each other.
 * It listens on the loopback address only, at a port that stays the same, and asks for a random password that lies in a
 * file which only its owner can read.
 *
 * <p>This class is thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  static final String USER = "evenkeel";
  private static final String DATABASE = "evenkeel";
  private static final String GUARD = "evenkeel guard";
  private static final String LEAVING = "evenkeel leaving";
  private static final String MISSING_DATABASE = "3D000";
  private static final int START_TRIES = 25;
  private static final int ANSWER_TRIES = 300;
  private static final int LEAVE_TRIES = 20;
  private static final long PAUSE_MS = 100;

  /** Below this the server is not started: a full disk stops it in the middle of a cycle. */
  private static final long LEAST_FREE_BYTES = 256L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private final ServerHome home;
  private final Path programsParent;
  private final boolean startedHere;
  private Connection guard;

  private EmbeddedPostgres(
      ServerHome home, Path programsParent, boolean startedHere, Connection guard) {
    this.home = home;
    this.programsParent = programsParent;
    this.startedHere = startedHere;
    this.guard = guard;
  }

  /** Starts the server of a folder, such as 'var/postgres', or attaches to it if it runs. */
  public static EmbeddedPostgres start(Path folder) {
    return start(folder, folder);
  }

  /** The same with the server's programs unpacked elsewhere, so that several servers share them. */
  static EmbeddedPostgres start(Path folder, Path programsParent) {
    ServerHome home = ServerHome.at(folder);
    try (HomeLock lock = HomeLock.take(home)) {
      Path programs = programsParent.toAbsolutePath().normalize();
      boolean startedHere = run(lock.home(), programs, true);
      return new EmbeddedPostgres(home, programs, startedHere, guardPatiently(home));
    } catch (IOException | SQLException e) {
      throw new DatabaseRefused(
          "the embedded database in " + home.root() + " does not start: " + e.getMessage(), e);
    }
  }

  /** Where the server of a folder is, if one runs there and answers; starts nothing. */
  public static boolean answers(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try {
      ServerHome home = ServerHome.at(folder);
      return Postmaster.in(home).map(Postmaster::isLive).orElse(false)
          && Database.answers(settings(home, DATABASE));
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** Where the server is; valid as long as this object, also after a restart of the server. */
  public DatabaseSettings settings() {
    try {
      return settings(home, DATABASE);
    } catch (IOException e) {
      throw new DatabaseRefused("cannot read " + home.root() + ": " + e.getMessage(), e);
    }
  }

  /** True if this object started the server, false if it attached to a running one. */
  public boolean isStartedHere() {
    return startedHere;
  }

  /** Space left where the data lies, in bytes. */
  public long freeDiskBytes() {
    try {
      return Files.getFileStore(home.root()).getUsableSpace();
    } catch (IOException e) {
      throw new JournalUnavailable("cannot read the free space of " + home.root(), e);
    }
  }

  /**
   * Starts the server again if it died; true if that was necessary.
   *
   * @throws JournalUnavailable if it does not start
   */
  public synchronized boolean ensureRunning() {
    try {
      if (guard.isValid(1)) {
        return false;
      }
      try (HomeLock lock = HomeLock.take(home)) {
        closeQuietly(guard);
        boolean wasDown = run(lock.home(), programsParent, false);
        guard = guard(home);
        if (wasDown) {
          LOG.warn("event=database_restarted folder={}", home.root());
        }
        return wasDown;
      }
    } catch (IOException | SQLException | DatabaseRefused e) {
      throw new JournalUnavailable(
          "the embedded database in " + home.root() + " does not start again: " + e.getMessage(),
          e);
    }
  }

  /**
   * Stops the server unless somebody else uses it; call it after the {@link Database} was closed.
   *
   * <p>A server that does not stop in time is left to end by itself: what was done with it is done.
   */
  @Override
  public synchronized void close() {
    try (HomeLock lock = HomeLock.take(home)) {
      Optional<Postmaster> postmaster = Postmaster.in(lock.home()).filter(Postmaster::isLive);
      boolean isUsedByOthers = postmaster.isPresent() && isUsedByOthers();
      leave();
      if (postmaster.isPresent() && !isUsedByOthers) {
        new ServerCommands(home, ServerPrograms.unpacked(programsParent)).stop();
      }
    } catch (IOException | DatabaseRefused e) {
      LOG.warn("event=database_not_stopped folder={} cause={}", home.root(), e.getMessage());
    }
  }

  private boolean isUsedByOthers() {
    try {
      for (int i = 0; i < LEAVE_TRIES; i++) {
        if (others("application_name = '" + GUARD + "'") > 0) {
          return true;
        }
        if (others("application_name <> '" + LEAVING + "'") == 0) {
          return false;
        }
        pause();
      }
      return true;
    } catch (SQLException e) {
      LOG.info("event=database_guard_lost folder={} cause={}", home.root(), e.getMessage());
      return false;
    }
  }

  /** Says so before it goes: a closed connection is still listed for a moment, and the next to leave would wait. */
  private void leave() {
    try {
      new Sql(guard).update("set application_name = '" + LEAVING + "'");
    } catch (SQLException e) {
      LOG.debug("event=database_guard_lost cause={}", e.getMessage());
    }
    closeQuietly(guard);
  }

  private long others(String condition) throws SQLException {
    return new Sql(guard)
        .one(
            "select count(*) as others from pg_stat_activity"
                + " where backend_type = 'client backend' and pid <> pg_backend_pid() and "
                + condition,
            row -> row.number("others"));
  }

  /** Makes the server run; true if it did not. */
  private static boolean run(ServerHome home, Path programsParent, boolean mayChangePort)
      throws IOException, SQLException {
    Optional<Postmaster> running = Postmaster.in(home).filter(Postmaster::isLive);
    if (running.isPresent() && answers(home, running.get())) {
      home.recordPort(running.get().port());
      return false;
    }
    requireFreeDisk(home);
    Files.createDirectories(programsParent);
    ServerCommands commands = new ServerCommands(home, ServerPrograms.unpacked(programsParent));
    commands.requireUsableUser();
    if (!home.isInitialized()) {
      commands.initialize();
    }
    Postmaster.removeMisleadingFile(home);
    int port = home.portToUse(mayChangePort);
    startPatiently(home, commands, port);
    home.recordPort(port);
    return true;
  }

  /** Waits while a live server starts or recovers; false once it is gone. */
  private static boolean answers(ServerHome home, Postmaster postmaster)
      throws IOException, SQLException {
    home.recordPort(postmaster.port());
    SQLException last = new SQLException("no answer");
    for (int i = 0; i < ANSWER_TRIES; i++) {
      try (Connection connection = Plain.connect(settings(home, "postgres"), "evenkeel check")) {
        if (connection.isValid(1)) {
          return true;
        }
      } catch (SQLException e) {
        last = e;
      }
      if (!postmaster.isLive()) {
        return false;
      }
      pause();
    }
    throw last;
  }

  /** After a killed server its workers may hold the shared memory for a moment. */
  private static void startPatiently(ServerHome home, ServerCommands commands, int port)
      throws IOException {
    for (int i = 1; ; i++) {
      try {
        commands.start(port);
        return;
      } catch (DatabaseRefused e) {
        boolean isPassing = ServerHome.tail(home.log()).contains("shared memory block");
        if (!isPassing || i == START_TRIES) {
          throw e;
        }
        pause();
      }
    }
  }

  /** A busy host may take its time to answer the first connection; a start that gave up would have to be repeated. */
  private static Connection guardPatiently(ServerHome home) throws IOException, SQLException {
    for (int i = 1; ; i++) {
      try {
        return guard(home);
      } catch (SQLException e) {
        if (i == START_TRIES || !SqlFailures.state(e).startsWith("08")) {
          throw e;
        }
        LOG.info("event=database_slow folder={} cause={}", home.root(), e.getMessage());
        pause();
      }
    }
  }

  private static Connection guard(ServerHome home) throws IOException, SQLException {
    try {
      return Plain.connect(settings(home, DATABASE), GUARD);
    } catch (SQLException e) {
      if (!SqlFailures.state(e).equals(MISSING_DATABASE)) {
        throw e;
      }
    }
    try (Connection connection = Plain.connect(settings(home, "postgres"), "evenkeel first start");
        var statement = connection.createStatement()) {
      statement.execute("create database " + DATABASE);
    }
    return Plain.connect(settings(home, DATABASE), GUARD);
  }

  private static DatabaseSettings settings(ServerHome home, String database) throws IOException {
    int port = home.port().orElseThrow(() -> new IOException("no port is recorded"));
    return DatabaseSettings.of(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, home.password());
  }

  private static void requireFreeDisk(ServerHome home) throws IOException {
    long free = Files.getFileStore(home.root()).getUsableSpace();
    if (free < LEAST_FREE_BYTES) {
      throw new DatabaseRefused(
          "only "
              + (free >> 20)
              + " MB are free in "
              + home.root()
              + ", at least "
              + (LEAST_FREE_BYTES >> 20)
              + " MB are needed: free some, or choose another folder");
    }
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("event=database_guard_lost cause={}", e.getMessage());
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
