package org.evenkeel.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * The time of a short task: processor time of this thread, so that other programs on the machine count little.
 *
 * <p>The median over batches of at least a tenth of a millisecond, after a warm-up.
 */
final class Stopwatch {

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int BATCHES = 25;

  private final long warmUpNanos;
  private final long batchNanos;

  Stopwatch(double warmUpSeconds, double batchSeconds) {
    this.warmUpNanos = (long) (warmUpSeconds * 1e9);
    this.batchNanos = (long) (batchSeconds * 1e9);
  }

  /** Microseconds per run, the median of the batches. */
  double microseconds(Runnable task) {
    long end = System.nanoTime() + warmUpNanos;
    int runs = 0;
    long start = cpu();
    do {
      task.run();
      runs++;
    } while (System.nanoTime() < end);
    long each = Math.max(1, (cpu() - start) / runs);
    int batch = (int) Math.max(1, batchNanos / each);
    double[] times = new double[BATCHES];
    for (int b = 0; b < BATCHES; b++) {
      long before = cpu();
      for (int r = 0; r < batch; r++) {
        task.run();
      }
      times[b] = (cpu() - before) / 1e3 / batch;
    }
    Arrays.sort(times);
    return times[BATCHES / 2];
  }

  static long cpu() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** Bytes that this thread has allocated. */
  static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
