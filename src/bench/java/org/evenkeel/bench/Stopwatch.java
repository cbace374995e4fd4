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

  /** Fewer batches are enough where each takes long. */
  private static final int LEAST = 5;

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
    int count = 0;
    long spent = 0;
    while (count < BATCHES && (count < LEAST || spent < 10 * warmUpNanos)) {
      long before = cpu();
      for (int r = 0; r < batch; r++) {
        task.run();
      }
      long took = cpu() - before;
      times[count++] = took / 1e3 / batch;
      spent += took;
    }
    Arrays.sort(times, 0, count);
    return times[count / 2];
  }

  static long cpu() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** Bytes that this thread has allocated. */
  static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
