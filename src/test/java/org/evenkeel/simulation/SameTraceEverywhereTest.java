package org.evenkeel.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same seed does the same things in every JVM: nothing depends on hashes, locale, zone or compiler. */
class SameTraceEverywhereTest {

  private static final Path HERE = Path.of(System.getProperty("java.home"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UnlockExperimentalVMOptions -XX:hashCode=2 -Duser.language=tr -Duser.timezone=Asia/Tokyo",
        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=ISO-8859-1"
      })
  void in_another_jvm_with_other_settings(String settings) throws Exception {
    assertThat(tracesOf(HERE, List.of(settings.split(" ")), 6)).isEqualTo(TraceMain.traces(6));
  }

  @Test
  void in_a_jvm_that_only_interprets() throws Exception {
    assertThat(tracesOf(HERE, List.of("-Xint"), 1)).isEqualTo(TraceMain.traces(1));
  }

  @Test
  void on_jdk_21_if_there_is_one_beside_this_one() throws Exception {
    Optional<Path> other = jdk("21");
    assumeTrue(other.isPresent(), "skipped: no JDK 21 is installed beside " + HERE.getFileName());
    assertThat(tracesOf(other.orElseThrow(), List.of(), 6)).isEqualTo(TraceMain.traces(6));
  }

  private static Optional<Path> jdk(String feature) throws IOException {
    Path folder = HERE.toAbsolutePath().getParent();
    if (folder == null) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(folder)) {
      return homes.filter(home -> isOf(home, feature)).sorted().findFirst();
    }
  }

  private static boolean isOf(Path home, String feature) {
    try {
      return Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"" + feature + ".");
    } catch (IOException notAJdk) {
      return false;
    }
  }

  private static String tracesOf(Path home, List<String> settings, int seeds) throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
    command.addAll(settings);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            TraceMain.class.getName(),
            String.valueOf(seeds)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return text;
  }
}
