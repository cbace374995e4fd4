package org.evenkeel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {

  private static final SourceFiles MAIN = new SourceFiles(Path.of("src/main/java"));
  private static final SourceFiles TEST = new SourceFiles(Path.of("src/test/java"));

  @Test
  void every_package_says_what_it_is_and_is_null_marked() {
    assertThat(MAIN.undescribedPackages()).isEmpty();
  }

  @Test
  void no_file_is_longer_than_four_hundred_lines() {
    assertThat(MAIN.tooLong()).isEmpty();
    assertThat(TEST.tooLong()).isEmpty();
  }

  @Test
  void a_long_file_is_found(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("Fits.java"), "// line\n".repeat(400));
    Files.writeString(folder.resolve("Long.java"), "// line\n".repeat(401));
    assertThat(new SourceFiles(folder).tooLong()).containsExactly("Long.java has 401 lines");
  }

  @Test
  void a_package_without_description_or_null_marking_is_found(@TempDir Path folder)
      throws IOException {
    write(folder, "good/package-info.java", "/** Good. */\n@NullMarked\npackage good;\n");
    write(folder, "bare/package-info.java", "@NullMarked\npackage bare;\n");
    write(folder, "open/package-info.java", "/** Open. */\npackage open;\n");
    write(folder, "none/A.java", "package none;\n");
    assertThat(new SourceFiles(folder).undescribedPackages())
        .containsExactly(
            "bare has no Javadoc", "none has no package-info", "open is not @NullMarked");
  }

  @Test
  void no_venue_symbol_leaves_the_packages_that_speak_with_venues() {
    assertThat(MAIN.venueSymbols()).isEmpty();
  }

  @Test
  void a_venue_symbol_elsewhere_is_found(@TempDir Path folder) throws IOException {
    write(folder, "org/shell/xchange/binance/A.java", "String s = \"BTCUSDT\";\n");
    write(folder, "org/core/Good.java", "String s = \"BTC-USDT-PERP@binance USDT\";\n");
    write(folder, "org/core/B1.java", "\n\"BTCUSDT\"\n");
    write(folder, "org/core/B2.java", "\"1000SHIBUSDT_260327\"\n");
    write(folder, "org/core/B3.java", "\"BTC-USDT-SWAP\"\n");
    write(folder, "org/core/B4.java", "\"PF_XBTUSD\"\n");
    write(folder, "org/core/B5.java", "\"XXBT\"\n");
    assertThat(new SourceFiles(folder).venueSymbols())
        .containsExactly(
            "org/core/B1.java:2 names BTCUSDT",
            "org/core/B2.java:1 names 1000SHIBUSDT_260327",
            "org/core/B3.java:1 names BTC-USDT-SWAP",
            "org/core/B4.java:1 names PF_XBTUSD",
            "org/core/B5.java:1 names XXBT");
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
