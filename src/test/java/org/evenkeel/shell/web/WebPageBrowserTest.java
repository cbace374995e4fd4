package org.evenkeel.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.evenkeel.shell.web.Chromium.Scheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The page in a real browser.
 *
 * <p>Takes pictures into {@code target/page/}, so that a change of the page can be looked at.
 */
class WebPageBrowserTest {

  private static final Path PICTURES = Path.of("target", "page");

  private final FakeRecords records = new FakeRecords(SampleBook.busy());
  private Path binary = Path.of("chromium");
  private WebPage page;

  @BeforeEach
  void start() {
    Optional<Path> installed = Chromium.installed();
    assumeTrue(
        installed.isPresent(),
        "skipped: no chromium, chromium-browser or google-chrome on the PATH");
    binary = installed.orElseThrow();
    page = WebPage.start(0, records, () -> "", () -> Optional.of(Duration.ZERO), "0.1.0-test");
  }

  @AfterEach
  void stop() {
    if (page != null) {
      page.close();
    }
  }

  @Test
  void the_page_shows_the_whole_bot_without_a_complaint_of_the_browser() throws Exception {
    try (Chromium browser = Chromium.start(binary, 1400, 1000, Scheme.DARK)) {
      browser.open(page.url());
      browser.await("document.querySelectorAll('#cycles tbody tr').length == 12");

      assertThat(browser.text("#mode")).isEqualToIgnoringCase("rehearsal");
      assertThat(browser.text("#trading-state")).isEqualToIgnoringCase("active");
      assertThat(browser.text("#clock")).isEqualTo("2026-01-31 16:00:07Z");
      assertThat(browser.text("#nav")).isEqualTo("1,036,611");
      assertThat(browser.text("#nav-change")).contains("+36,611").contains("+3.66 %");
      assertThat(browser.evaluate("document.querySelectorAll('#nav-chart path.line').length"))
          .isEqualTo("1");
      assertThat(browser.evaluate("document.querySelectorAll('#exposure tbody tr').length"))
          .isEqualTo("8");
      assertThat(browser.text("#exposure")).contains("btc-carry").contains("31.8 %");
      assertThat(browser.evaluate("document.querySelectorAll('#risk .bar-tick').length"))
          .isEqualTo("8");
      assertThat(browser.text("#risk")).contains("23.5 %").contains("+3.5");
      assertThat(browser.text("#score-verdict")).contains("too low").contains("0.70");
      assertThat(
              browser.evaluate("document.querySelectorAll('#volatility-chart path.line').length"))
          .isEqualTo("2");
      assertThat(browser.evaluate("document.querySelectorAll('#bias-chart path.area').length"))
          .isEqualTo("1");
      assertThat(browser.text("#score-facts")).contains("11 of 6.0 expected");
      assertThat(browser.text("#score-sleeves")).contains("+4.1 %");
      assertThat(browser.text("#cycles")).contains("HELD").contains("estimate refused");
      assertThat(browser.text("#orders")).contains("k7q2m00932b").contains("UNKNOWN");
      assertThat(browser.text("#positions")).contains("SPOT/USDC").contains("BTC-USDT-PERP");
      assertThat(browser.text("#overrides")).contains("maria").contains("at most 15.0 % of NAV");
      assertThat(browser.text("#live")).isEqualTo("live updates");
      assertThat(browser.text("#banners")).isEmpty();
      browser.photograph(PICTURES.resolve("dark.png"), true);
      assertThat(browser.errors()).isEmpty();
    }
  }

  @Test
  void a_change_reaches_the_page_by_itself() throws Exception {
    try (Chromium browser = Chromium.start(binary, 1400, 1000, Scheme.LIGHT)) {
      browser.open(page.url());
      browser.await("document.getElementById('nav').textContent == '1,036,611'");
      browser.photograph(PICTURES.resolve("light.png"), true);

      records.show(SampleBook.busy().withNav("1030000"));

      browser.await("document.getElementById('nav').textContent == '1,030,000'");
      assertThat(browser.errors()).isEmpty();
    }
  }

  @Test
  void on_a_telephone_the_page_does_not_scroll_sideways() throws Exception {
    try (Chromium browser = Chromium.start(binary, 380, 900, Scheme.DARK)) {
      browser.open(page.url());
      browser.await("document.querySelectorAll('#cycles tbody tr').length == 12");

      assertThat(browser.evaluate("document.documentElement.scrollWidth")).isEqualTo("380");
      browser.photograph(PICTURES.resolve("narrow.png"), true);
      assertThat(browser.errors()).isEmpty();
    }
  }

  @Test
  void a_new_bot_says_in_sentences_what_it_waits_for() throws Exception {
    records.show(SampleBook.fresh());
    try (Chromium browser = Chromium.start(binary, 1400, 1000, Scheme.DARK)) {
      browser.open(page.url());
      browser.await("document.getElementById('mode').textContent == 'paper'");

      assertThat(browser.text("#nav-change")).startsWith("No valuation yet");
      assertThat(browser.text("#cycles")).startsWith("No slot has come due yet.");
      assertThat(browser.text("#orders")).isEqualTo("No order is open.");
      assertThat(browser.text("#exposure")).startsWith("No targets yet");
      browser.photograph(PICTURES.resolve("empty.png"), true);
      assertThat(browser.errors()).isEmpty();
    }
  }

  @Test
  void a_lock_cannot_be_missed_and_its_text_stays_text() throws Exception {
    records.show(SampleBook.broken());
    try (Chromium browser = Chromium.start(binary, 1400, 1000, Scheme.DARK)) {
      browser.open(page.url());
      browser.await("document.getElementById('locks')");

      assertThat(browser.text("#locks"))
          .contains("2 locks")
          .contains("SOL-USDT-PERP@binance: the venue executed an order that is not ours")
          .contains("locks acknowledge 1")
          .contains("<b>214,100.00</b>");
      assertThat(browser.text("#quarantine")).contains("1 order in quarantine");
      assertThat(browser.text("#trading-state")).isEqualToIgnoringCase("halted");
      browser.photograph(PICTURES.resolve("break.png"), true);
      assertThat(browser.errors()).isEmpty();
    }
  }

  @Test
  void a_database_that_is_down_is_said_and_its_return_too() throws Exception {
    try (Chromium browser = Chromium.start(binary, 1400, 1000, Scheme.LIGHT)) {
      browser.open(page.url());
      browser.await("document.getElementById('nav').textContent == '1,036,611'");

      records.goDown();
      browser.await("document.getElementById('database-down')");
      browser.photograph(PICTURES.resolve("database-down.png"), true);
      records.comeBack();

      browser.await("!document.getElementById('database-down')");
      assertThat(browser.errors()).isEmpty();
    }
  }

  @Test
  void a_lost_stream_is_shown_and_found_again() throws Exception {
    try (Chromium browser = Chromium.start(binary, 1400, 1000, Scheme.DARK)) {
      String url = page.url();
      int port = URI.create(url).getPort();
      browser.open(url);
      browser.await("document.getElementById('live').dataset.state == 'live'");

      page.close();
      browser.await("document.getElementById('live').textContent == 'reconnecting'");
      page = WebPage.start(port, records, () -> "", () -> Optional.of(Duration.ZERO), "0.1.0-test");

      browser.await("document.getElementById('live').dataset.state == 'live'");
    }
  }
}
