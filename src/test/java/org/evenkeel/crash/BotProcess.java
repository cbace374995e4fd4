package org.evenkeel.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The bot as a process of its own, which a test may kill at any moment. */
final class BotProcess implements AutoCloseable {

  private final Process process;
  private final Path output;

  private BotProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts the product's own main class. */
  static BotProcess run(Path output, Path config, String... words) {
    List<String> all = new ArrayList<>(List.of("run", "--config", config.toString()));
    all.addAll(List.of(words));
    return start(output, List.of(), "org.evenkeel.shell.boot.Main", all);
  }

  /** Starts a main class with options of the JVM. */
  static BotProcess start(Path output, List<String> options, String main, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Duser.timezone=UTC"));
    command.addAll(options);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main);
    command.addAll(words);
    try {
      return new BotProcess(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
              .start(),
          output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL: no hook runs, nothing is flushed. */
  void kill() {
    process.destroyForcibly();
    end(Duration.ofSeconds(20));
  }

  /** SIGTERM: it ends in order. */
  void stop() {
    process.destroy();
    end(Duration.ofSeconds(40));
  }

  long pid() {
    return process.pid();
  }

  /** Waits for the end and returns the exit code. */
  int end(Duration patience) {
    if (!endsWithin(patience)) {
      process.destroyForcibly();
      throw new AssertionError("the bot did not end within " + patience + ":\n" + said());
    }
    return process.exitValue();
  }

  /** True if it ended by itself within a time. */
  boolean endsWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Lets it run for a time; it must not end meanwhile. */
  void runFor(Duration time) {
    if (endsWithin(time)) {
      throw new AssertionError("the bot ended by itself:\n" + said());
    }
  }

  /** Waits until something is true while it runs. */
  void await(String what, Duration patience, BooleanSupplier isTrue) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!isTrue.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + patience + ": " + what + "\n" + said());
      }
      runFor(Duration.ofMillis(5));
    }
  }

  /** Waits until it has said something. */
  void awaitWord(String word, Duration patience) {
    await("'" + word + "' is said", patience, () -> said().contains(word));
  }

  /** Everything that was written so far, by this run and those before it. */
  String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
    }
  }
}
