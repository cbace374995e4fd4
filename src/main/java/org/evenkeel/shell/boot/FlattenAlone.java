package org.evenkeel.shell.boot;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.Flatten;
import org.evenkeel.cycle.LiveContracts;
import org.evenkeel.cycle.OfflineHand;
import org.evenkeel.cycle.SpecBook;
import org.evenkeel.cycle.Strategy;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.FlattenAnswer;
import org.evenkeel.shell.cli.FlattenOptions;
import org.evenkeel.shell.cli.FlattenPreview;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.jdbc.PgRecords;
import org.evenkeel.shell.offline.OfflineFile;

/** A flatten by a command: venue, key and file, and no database. */
final class FlattenAlone {

  /** More passes than a venue with every fifth answer wrong has ever needed. */
  private static final int PASSES = 10;

  private final AppConfig config;
  private final Strategy strategy;
  private final PrintStream out;

  FlattenAlone(AppConfig config, PrintStream out) {
    this.config = config;
    this.strategy = Strategies.of(config);
    this.out = out;
  }

  /** What would be closed, by the venue's account. */
  FlattenPreview preview() {
    try (Graph graph = Graphs.withoutDatabase(config)) {
      return switch (graph.venues().account()) {
        case Result.Ok<AccountSnapshot> account ->
            new FlattenPreview(lines(graph, account.value()), "stablecoins stay as they are");
        case Result.Refused<AccountSnapshot> refused -> unknown(refused.refusal().toString());
      };
    } catch (CommandFailed e) {
      return unknown(String.valueOf(e.getMessage()));
    }
  }

  private static FlattenPreview unknown(String why) {
    return new FlattenPreview(List.of(), "what is held cannot be read now: " + why);
  }

  private List<String> lines(Graph graph, AccountSnapshot account) {
    List<String> lines = new ArrayList<>();
    for (InstrumentId instrument :
        LiveContracts.at(strategy.universe(), graph.clock().now()).riskInstruments()) {
      Contracts held = account.closable(instrument);
      if (!held.isZero()) {
        String at =
            graph.market().quotes(List.of(instrument)) instanceof Result.Ok<List<Quote>> quotes
                ? " at about " + quotes.value().get(0).mark()
                : "";
        lines.add(held + " of " + instrument + at);
      }
    }
    return lines;
  }

  /** Refuses where the daemon's own flatten is the right one; else closes everything. */
  FlattenAnswer run(FlattenOptions options) {
    requireAlone(options.forced());
    SystemIds ids = new SystemIds();
    String run = (ids.runSuffix() + ids.runSuffix()).substring(0, 5);
    try (Graph graph = Graphs.withoutDatabase(config);
        Clock.Hold held = graph.clock().hold()) {
      Instant now = graph.clock().now();
      Slot slot = new Slot(strategy.name(), now, Slot.Occasion.FLATTEN);
      Path folder = config.offlineFlattens();
      try (OfflineFile file =
          OfflineFile.create(folder, run, slot, options.author(), options.reason())) {
        return close(
            graph, new OfflineHand(graph.venues(), graph.clock(), file, slot, run), folder);
      }
    }
  }

  private FlattenAnswer close(Graph graph, OfflineHand hand, Path folder) {
    Flatten flatten =
        new Flatten(
            strategy, graph.market(), graph.venues(), SpecBook.withoutMemory(), graph.clock());
    int orders = 0;
    Flatten.Outcome outcome = flatten.run(hand);
    orders += outcome.orders();
    for (int pass = 2; pass <= PASSES && !outcome.isFlat(); pass++) {
      out.println("pass " + pass + ": " + outcome.text());
      outcome = flatten.run(hand);
      orders += outcome.orders();
    }
    return new FlattenAnswer(outcome.isFlat(), orders, outcome.text(), folder.toString());
  }

  private void requireAlone(boolean forced) {
    if (!BotDatabase.answers(config)) {
      return;
    }
    if (!forced) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "the database answers: use 'flatten' without --offline, which the daemon carries out and records;"
              + " if the daemon is stopped and shall stay so, use --force-offline");
    }
    try (BotDatabase database = BotDatabase.forCommand(config)) {
      String daemon =
          new PgRecords(database.database(), config.universe().navCurrency()).status().daemon();
      if (daemon.equals("RUNNING")) {
        throw new CommandFailed(
            ExitCode.REFUSED,
            "the daemon runs and may send orders itself: use 'flatten' without --force-offline, or stop it");
      }
    }
  }
}
