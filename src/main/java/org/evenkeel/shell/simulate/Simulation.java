package org.evenkeel.shell.simulate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many runs, each decided by its seed alone.
 *
 * <p>Runs share nothing, so threads change the order in which they are made and nothing else.
 */
public final class Simulation {

  /** Violations kept in full; more of them teach nothing. */
  private static final int KEPT = 20;

  private Simulation() {}

  /**
   * What came of a range of seeds.
   *
   * @param seeds runs made
   * @param calls calls of the bot to journal, lease and venue
   * @param orders orders that the venue took
   * @param violations runs in which something did not hold
   * @param cpuSeconds time of processors that the runs took, without what the machine gave to others meanwhile
   * @param failures the first few by seed
   * @param coverage what was met
   */
  public record Report(
      long seeds,
      long calls,
      long orders,
      long violations,
      double cpuSeconds,
      List<SeedResult> failures,
      Coverage coverage) {

    public Report {
      failures = List.copyOf(failures);
    }
  }

  /** Runs one seed of a profile's name, with every event as a line. */
  public static SeedResult traced(long seed, String profile, Wiring wiring) {
    return SeedRun.run(seed, profileOf(seed, profile), wiring, true);
  }

  /** Runs one seed of a profile's name. */
  public static SeedResult run(long seed, String profile, Wiring wiring) {
    return SeedRun.run(seed, profileOf(seed, profile), wiring, false);
  }

  private static Profile profileOf(long seed, String profile) {
    return Profile.of(profile, new SplittableRandom(~seed));
  }

  /** Runs seeds from..from+count-1. */
  public static Report run(long from, long count, String profile, int threads, Wiring wiring) {
    AtomicLong next = new AtomicLong(from);
    List<Callable<Report>> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(() -> work(next, from + count, profile, wiring));
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Report> parts = new ArrayList<>();
      for (Future<Report> part : pool.invokeAll(workers)) {
        parts.add(part.get());
      }
      return sum(parts);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the simulation was interrupted", interrupted);
    } catch (ExecutionException broken) {
      throw new IllegalStateException("the simulation itself is broken", broken.getCause());
    }
  }

  private static Report work(AtomicLong next, long end, String profile, Wiring wiring) {
    Coverage coverage = new Coverage();
    List<SeedResult> failures = new ArrayList<>();
    long seeds = 0;
    long calls = 0;
    long orders = 0;
    long violations = 0;
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
      SeedResult result = run(seed, profile, wiring);
      seeds++;
      calls += result.calls();
      orders += result.orders();
      coverage.addAll(result.coverage());
      if (result.violation().isPresent()) {
        violations++;
        if (failures.size() < KEPT) {
          failures.add(result);
        }
      }
    }
    double cpuSeconds = (threads.getCurrentThreadCpuTime() - before) / 1e9;
    return new Report(seeds, calls, orders, violations, cpuSeconds, failures, coverage);
  }

  private static Report sum(List<Report> parts) {
    Coverage coverage = new Coverage();
    List<SeedResult> failures = new ArrayList<>();
    parts.forEach(part -> coverage.addAll(part.coverage()));
    parts.forEach(part -> failures.addAll(part.failures()));
    failures.sort(Comparator.comparingLong(SeedResult::seed));
    return new Report(
        parts.stream().mapToLong(Report::seeds).sum(),
        parts.stream().mapToLong(Report::calls).sum(),
        parts.stream().mapToLong(Report::orders).sum(),
        parts.stream().mapToLong(Report::violations).sum(),
        parts.stream().mapToDouble(Report::cpuSeconds).sum(),
        failures.subList(0, Math.min(KEPT, failures.size())),
        coverage);
  }

  /**
   * The fewest slots and the smallest set of faults with which a seed still fails in the same way.
   *
   * <p>Slots are cut from the end, then faults are taken away one after the other; what is drawn for what stays does not
   * change by it.
   */
  public static SeedResult shrink(SeedResult failure, Wiring wiring) {
    Profile smallest = failure.profile();
    for (int slots = Profile.ALL_SLOTS - 1; slots >= 0; slots--) {
      Profile shorter = smallest.within(slots);
      if (!failsAlike(failure, shorter, wiring)) {
        break;
      }
      smallest = shorter;
    }
    for (Fault fault : failure.profile().chances().keySet()) {
      Profile fewer = smallest.without(fault);
      smallest = failsAlike(failure, fewer, wiring) ? fewer : smallest;
    }
    return SeedRun.run(failure.seed(), smallest, wiring, true);
  }

  private static boolean failsAlike(SeedResult failure, Profile profile, Wiring wiring) {
    return SeedRun.run(failure.seed(), profile, wiring, false)
        .violation()
        .map(Violation::invariant)
        .equals(failure.violation().map(Violation::invariant));
  }
}
