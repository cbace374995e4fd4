package org.evenkeel.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.shell.boot.HaltingMain;
import org.evenkeel.shell.boot.Signals;
import org.evenkeel.shell.boot.Stamps;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.EmbeddedPostgres;
import org.evenkeel.shell.jdbc.UnpackedPrograms;

/** What one lane of a drill stands on: a venue and a PostgreSQL of its own, which outlive one bot after the other. */
final class DrillRig implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(90);

  /** A market day in four seconds: a decision is due every second. */
  private static final double SPEED = 21_600;

  private final Path folder;
  private final Path server;
  private final VenueRig venue;
  private final EmbeddedPostgres postgres;
  private final Path config;
  private final Path classes;
  private int starts;

  private DrillRig(Path folder) {
    this.folder = folder;
    this.server = UnpackedPrograms.linkedInto(folder.resolve("postgres"));
    this.venue = VenueRig.start(folder.resolve("venue"), SPEED);
    this.postgres = EmbeddedPostgres.start(server);
    Database.open(postgres.settings()).close();
    this.config = RehearsalFile.embedded(venue, server).writeTo(folder.resolve("bot.yml"));
    this.classes = folder.resolve("classes.jsa");
    finish(1);
  }

  /** With a first bot that has opened the books, and whose parsed classes the next ones share. */
  static DrillRig in(Path folder) {
    return new DrillRig(folder);
  }

  /** A bot's process and when it was started. */
  record Started(BotProcess bot, long atMs) {

    void awaitReady() {
      bot.awaitWord("stamp " + Stamps.READY, PATIENCE);
    }

    Recovery recovery() {
      return Recovery.of(atMs, bot.said()).orElseThrow();
    }
  }

  VenueRig venue() {
    return venue;
  }

  /** Starts the next bot; the options are those of {@link HaltingMain}. */
  Started start(String... options) {
    starts++;
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-Xlog:disable");
    all.add(
        (Files.exists(classes) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + classes);
    long now = System.currentTimeMillis();
    return new Started(
        BotProcess.start(
            folder.resolve("bot-" + starts + ".log"),
            all,
            HaltingMain.class.getName(),
            List.of(config.toString())),
        now);
  }

  /** Lets a bot make so many decisions and end in order. */
  void finish(int cycles) {
    try (BotProcess bot = start("-Devenkeel.crash.cycles=" + cycles).bot()) {
      int exit = bot.end(PATIENCE);
      if (exit != 0) {
        throw new AssertionError("the bot ended with " + exit + ":\n" + bot.said());
      }
    }
  }

  /** The power fails: the database's server is gone too. */
  void killServer() {
    try {
      Path pid = server.resolve("data").resolve("postmaster.pid");
      Signals.send("KILL", Long.parseLong(Files.readAllLines(pid).get(0).strip()));
    } catch (IOException e) {
      throw new AssertionError("no server runs in " + server, e);
    }
  }

  /** The full judgement; no bot may be running. */
  Judge.Verdict verdict() {
    postgres.ensureRunning();
    try (Database database = Database.attach(postgres.settings())) {
      return Judge.over(venue, database);
    }
  }

  /** The judgement over some orders while a bot runs. */
  void requireFollowedUp(List<String> clientIds) {
    postgres.ensureRunning();
    try (Database database = Database.attach(postgres.settings().withMaxConnections(1))) {
      Judge.followedUp(venue, database, clientIds);
    }
  }

  /** The ids of all orders that have reached the venue. */
  List<String> arrivals() {
    return new ArrayList<>(Judge.arrivals(venue).keySet());
  }

  @Override
  public void close() {
    venue.close();
    postgres.close();
  }
}
