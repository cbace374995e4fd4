package org.evenkeel.shell.boot;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.evenkeel.shell.cli.Evenkeel;

/** The product's command line, without a process of its own. */
public final class InThisJvm {

  /**
   * What a command came to.
   *
   * @param exit the exit code
   * @param said everything that was printed
   */
  public record Answer(int exit, String said) {}

  private InThisJvm() {}

  /** Carries out a command line. */
  public static Answer command(String... words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      PrintWriter writer = new PrintWriter(stream, true);
      int exit =
          Evenkeel.execute(words, new Application(stream), InstantSource.system(), writer, writer);
      return new Answer(exit, bytes.toString(StandardCharsets.UTF_8));
    }
  }
}
