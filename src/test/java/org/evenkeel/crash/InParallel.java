package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** The same trial for many cases, some at a time; every case that fails is named. */
final class InParallel {

  static final int WORKERS = 3;

  private InParallel() {}

  static <T> void each(List<T> cases, Consumer<T> trial) {
    List<String> failures = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      List<Future<String>> results = new ArrayList<>();
      for (T one : cases) {
        results.add(workers.submit(() -> failure(one, trial)));
      }
      for (Future<String> result : results) {
        if (!result.get().isEmpty()) {
          failures.add(result.get());
        }
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
    assertThat(failures).isEmpty();
  }

  private static <T> String failure(T one, Consumer<T> trial) {
    try {
      trial.accept(one);
      return "";
    } catch (RuntimeException | AssertionError e) {
      return one + ": " + e;
    }
  }
}
