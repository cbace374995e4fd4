package org.evenkeel.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The drill: many kills in parallel lanes, judged by the venues' own logs; the report goes to standard output.
 *
 * <p>{@code KillDrill 500 42 3} kills 500 times at moments drawn from seed 42 in three lanes; {@code KillDrill boundaries
 * 3} halts a process once at every step that a run without trouble passes.
 * Ends with 0 if everything agrees, with 7 if not.
 */
public final class KillDrill {

  private static final int DISAGREEMENT = 7;

  private KillDrill() {}

  public static void main(String[] words) throws IOException {
    // As for the product: a repeated POST would be found by the judge and blamed on the bot.
    System.setProperty("sun.net.http.retryPost", "false");
    Path folder = Files.createTempDirectory("evenkeel-drill");
    System.err.println("folder " + folder);
    try {
      if (words[0].equals("boundaries")) {
        int lanes = words.length > 1 ? Integer.parseInt(words[1]) : 3;
        System.out.print(BoundaryDrill.run(lanes, folder).report());
      } else {
        int kills = Integer.parseInt(words[0]);
        long seed = words.length > 1 ? Long.parseLong(words[1]) : System.nanoTime();
        int lanes = words.length > 2 ? Integer.parseInt(words[2]) : 3;
        System.out.print(random(kills, seed, Math.min(lanes, kills), folder));
      }
    } catch (AssertionError | RuntimeException e) {
      System.err.println("FAILED, everything is kept in " + folder);
      e.printStackTrace();
      System.exit(DISAGREEMENT);
    }
    Folders.delete(folder);
    System.exit(0);
  }

  private static String random(int kills, long seed, int lanes, Path folder) {
    long start = System.nanoTime();
    AtomicInteger done = new AtomicInteger();
    List<KillLane.Outcome> outcomes =
        inLanes(
            lanes,
            lane ->
                KillLane.run(
                    lane,
                    kills / lanes + (lane <= kills % lanes ? 1 : 0),
                    seed + lane,
                    folder.resolve("lane-" + lane),
                    kill ->
                        System.err.printf(
                            "kill %d of %d: lane %d, %s%s%s, %d orders there%n",
                            done.incrementAndGet(),
                            kills,
                            lane,
                            kill.detail(),
                            kill.fault().map(fault -> ", venue told to do " + fault).orElse(""),
                            kill.withServer() ? ", with the database's server" : "",
                            kill.orders())));
    return new KillReport(outcomes, seed, Duration.ofNanos(System.nanoTime() - start)).text();
  }

  /** Work of one lane, by its number. */
  interface Lane<T> {
    T run(int lane);
  }

  /** Runs all lanes to their ends; throws the first failure. */
  static <T> List<T> inLanes(int lanes, Lane<T> work) {
    try (ExecutorService threads = Executors.newFixedThreadPool(lanes)) {
      List<Future<T>> futures = new ArrayList<>();
      for (int lane = 1; lane <= lanes; lane++) {
        int number = lane;
        futures.add(threads.submit(() -> work.run(number)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError("a lane ended", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
