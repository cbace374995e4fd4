package org.evenkeel.shell.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenkeel.core.statement.Status;
import org.evenkeel.shell.cli.print.Json;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ConfigLoader;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.config.read.Setting;

/**
 * What all commands share: the options, the way to the records, and the way to answer.
 *
 * @param operations the program around the commands
 * @param wall the wall clock
 * @param out for answers
 * @param options the options that every command takes
 */
record Cli(Operations operations, InstantSource wall, PrintWriter out, GlobalOptions options) {

  AppConfig config() {
    return config(List.of());
  }

  AppConfig config(List<Setting> settings) {
    List<Setting> all = new ArrayList<>(settings);
    if (options.key != null) {
      all.add(new Setting("authority.key", options.key.toString(), "--key"));
    }
    AppConfig config = ConfigLoader.load(options.config, all);
    // Whoever signs is the author, whatever else was said.
    operations.signer(config).ifPresent(name -> options.author = name);
    return config;
  }

  /** Does something with an open session and closes it. */
  int inSession(Consumer<Session> work) {
    try (Session session = operations.open(config())) {
      work.accept(session);
    }
    return ExitCode.DONE.code();
  }

  /** Prints a record as JSON or as text, whichever was asked for. */
  <T> void answer(T record, Function<T, String> text) {
    out.print(options.json ? Json.of(record) : text.apply(record));
    out.flush();
  }

  /**
   * Says what is about to change, does it, and confirms it; in JSON only the result is printed.
   *
   * @param change before and after
   * @param action does it
   * @param confirmation one line about the result
   */
  <T> void carryOut(Change change, Supplier<T> action, Function<T, String> confirmation) {
    if (!options.json) {
      out.println(change);
      out.flush();
    }
    T result = action.get();
    answer(result, done -> confirmation.apply(done) + "\n");
  }

  /** Prints what an instruction is about, for people only. */
  void preview(String text) {
    if (!options.json) {
      out.print(text);
      out.flush();
    }
  }

  /** The bot's clock: market time in a rehearsal, as far as the last heartbeat tells, else the wall's. */
  Instant botTime(AppConfig config, Status status) {
    return switch (config.mode()) {
      case ModeSettings.Rehearsal rehearsal -> status.lastSeen().orElse(rehearsal.start());
      case ModeSettings.Paper paper -> wall.instant();
      case ModeSettings.Live live -> wall.instant();
    };
  }
}
