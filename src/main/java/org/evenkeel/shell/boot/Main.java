package org.evenkeel.shell.boot;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.evenkeel.shell.cli.Evenkeel;

/** The program's entry: hands the words of the command line to the commands. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    // The JDK repeats a POST whose connection breaks, silently; it must be told not to before the
    // first connection.
    System.setProperty("sun.net.http.retryPost", "false");
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
    PrintWriter err =
        new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
    System.exit(
        Evenkeel.execute(args, new Application(System.out), InstantSource.system(), out, err));
  }

  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
