package org.evenkeel.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.shell.boot.Bench;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.DatabaseSettings;
import org.evenkeel.shell.jdbc.PgBooks;
import org.evenkeel.shell.jdbc.PgRecords;

/**
 * What the checks cost that stay on in production: decisions with and without the triggers of the schema, in turn, and the
 * look at the books after each.
 *
 * <p>Run by ops/benchmarks/checks.sh. Constraints and the gate before the wire cannot be switched off and are part of
 * both.
 */
public final class ChecksCost {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private ChecksCost() {}

  public static void main(String[] args) throws IOException {
    int pairs = Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory(Path.of("target"), "checks-cost");
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    List<Double> looks = new ArrayList<>();
    try (CrashServer server = CrashServer.start(folder.resolve("postgres"), 1);
        Trial trial = new Trial(server, folder);
        Bench bot = trial.bot(Crossings.counting(), new QuietAlerts())) {
      Database database = trial.lent().database();
      PgBooks books = new PgBooks(database);
      PgRecords records = new PgRecords(database, Currency.of("USDT"));
      bot.becomeReady(PATIENCE);
      for (int i = 0; i < 10; i++) {
        bot.decide();
      }
      for (int i = 0; i < pairs; i++) {
        setTriggers(trial.lent().settings(), "enable");
        with.add(decision(bot, records));
        long start = System.nanoTime();
        List<String> faults = books.faults();
        looks.add((System.nanoTime() - start) / 1e6);
        if (!faults.isEmpty()) {
          throw new IllegalStateException(faults.toString());
        }
        setTriggers(trial.lent().settings(), "disable");
        without.add(decision(bot, records));
      }
      System.out.printf(
          Locale.ROOT,
          "%d pairs of decisions, %d orders in the books at the end%n"
              + "decision with triggers     %7.1f ms (median)%n"
              + "decision without triggers  %7.1f ms%n"
              + "look at the books          %7.1f ms%n",
          pairs,
          trial.attempts(),
          median(with),
          median(without),
          median(looks));
    }
  }

  /** Milliseconds of all stages of the next decision that is carried out. */
  private static double decision(Bench bot, PgRecords records) {
    while (true) {
      bot.decide();
      CycleRow newest = records.cycles(1).get(0);
      if (newest.status() == CycleStatus.DONE) {
        return records.cycle(newest.cycleId()).orElseThrow().stageMillis().values().stream()
            .mapToLong(Long::longValue)
            .sum();
      }
    }
  }

  private static void setTriggers(DatabaseSettings settings, String how) {
    CrashServer.execute(
        settings,
        """
        do $$ declare t record; begin
          for t in select tablename from pg_tables where schemaname = 'evenkeel' loop
            execute format('alter table evenkeel.%%I %s trigger user', t.tablename);
          end loop;
        end $$
        """
            .formatted(how));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
