package org.evenkeel.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.shell.web.Chromium.Scheme;
import org.junit.jupiter.api.Test;

/**
 * Photographs the page for the documentation, when told where to put the picture.
 *
 * <p>{@code mvn -o test -Dtest=ScreenshotTest -Devenkeel.screenshot=ops/page.png} shows invented data;
 * {@code -Devenkeel.screenshot.url=http://127.0.0.1:8787/} shows a bot that runs.
 * {@code -Devenkeel.screenshot.width}, {@code .height}, {@code .scheme} (dark or light) and {@code .all} (true for the
 * whole page) set the frame: 1400, 1000, dark, false.
 */
class ScreenshotTest {

  private static final String PREFIX = "evenkeel.screenshot";

  @Test
  void the_page_is_photographed_where_asked() throws Exception {
    String target = System.getProperty(PREFIX, "");
    assumeTrue(!target.isBlank(), "skipped: no picture was asked for with -D" + PREFIX + "=<file>");
    Path binary = Chromium.installed().orElseThrow();
    Path png = Path.of(target);
    String url = System.getProperty(PREFIX + ".url", "");
    if (url.isBlank()) {
      FakeRecords records = new FakeRecords(SampleBook.busy());
      try (WebPage page =
          WebPage.start(0, records, () -> "", () -> Optional.of(Duration.ZERO), "0.1.0")) {
        photograph(binary, page.url(), png);
      }
    } else {
      photograph(binary, url, png);
    }
    assertThat(Files.size(png)).isGreaterThan(10_000);
  }

  private static void photograph(Path binary, String url, Path png) throws Exception {
    int width = Integer.getInteger(PREFIX + ".width", 1400);
    int height = Integer.getInteger(PREFIX + ".height", 1000);
    Scheme scheme =
        Scheme.valueOf(System.getProperty(PREFIX + ".scheme", "dark").toUpperCase(Locale.ROOT));
    try (Chromium browser = Chromium.start(binary, width, height, scheme)) {
      browser.open(url);
      browser.await("document.querySelectorAll('#cycles td, #cycles .empty').length > 0");
      browser.photograph(png, Boolean.getBoolean(PREFIX + ".all"));
      assertThat(browser.errors()).isEmpty();
    }
  }
}
