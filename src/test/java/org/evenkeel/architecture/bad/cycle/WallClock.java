package org.evenkeel.architecture.bad.cycle;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Bad: a clock, chance, the machine's zone, threads and sleep outside the shell. */
@SuppressWarnings({"JavaTimeDefaultTimeZone", "TimeZoneUsage", "ThreadSleepMillis"})
final class WallClock {

  String read(List<String> names) throws InterruptedException {
    Supplier<Instant> clock = Instant::now;
    long spent = System.nanoTime() - System.currentTimeMillis();
    Thread.sleep(1);
    names.parallelStream().forEach(System.out::println);
    return clock.get()
        + ""
        + spent
        + UUID.randomUUID()
        + ZoneId.systemDefault()
        + new Random().nextInt();
  }
}
