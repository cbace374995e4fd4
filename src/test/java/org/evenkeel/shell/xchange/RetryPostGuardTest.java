package org.evenkeel.shell.xchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The guard in Java machines of its own, because what it guards is read once per machine. */
class RetryPostGuardTest {

  /** Connects before the guard is asked, as a careless start would, if told to. */
  public static final class Program {

    private Program() {}

    public static void main(String[] args) {
      if (args.length > 0) {
        try {
          java.net.URI.create("http://127.0.0.1:1/").toURL().openConnection().getInputStream();
        } catch (IOException e) {
          System.out.println("connected early");
        }
      }
      try {
        RetryPostGuard.ensure();
        System.out.println("SAFE " + System.getProperty(RetryPostGuard.PROPERTY));
      } catch (IllegalStateException e) {
        System.out.println("REFUSED " + e.getMessage());
      }
    }
  }

  private static String run(List<String> options, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            String.join(
                File.pathSeparator,
                Path.of(
                        RetryPostGuard.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString(),
                Path.of(Program.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString()),
            Program.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  @Test
  void it_sets_the_property_if_nobody_has_and_the_machine_obeys() throws Exception {
    assertThat(run(List.of())).contains("SAFE false");
  }

  @Test
  void it_is_content_with_the_property_on_the_command_line() throws Exception {
    assertThat(run(List.of("-Dsun.net.http.retryPost=false"), "early")).contains("SAFE false");
  }

  @Test
  void it_refuses_the_opposite_setting() throws Exception {
    assertThat(run(List.of("-Dsun.net.http.retryPost=true")))
        .contains("REFUSED start Java with -Dsun.net.http.retryPost=false");
  }

  @Test
  void it_notices_that_the_machine_has_already_read_the_opposite() throws Exception {
    assertThat(run(List.of(), "early")).contains("REFUSED a POST that went unanswered arrived 2");
  }
}
