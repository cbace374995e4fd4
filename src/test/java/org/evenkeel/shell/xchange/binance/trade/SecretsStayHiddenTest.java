package org.evenkeel.shell.xchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.FakeBinance.Ending;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever the venue answers, no key, signature or query gets into a log, a refusal or an outcome. */
class SecretsStayHiddenTest {

  private static final List<String> CANARIES =
      List.of("canary-key-0123456789", "canary-secret-9876543210", "signature=", "timestamp=");

  /** A proxy that repeats the whole request in its error page is not unheard of. */
  private static Answer echo(FakeBinance.Request request, int status, boolean asJson) {
    String text =
        "could not serve "
            + request.path()
            + "?"
            + request.raw()
            + " with key "
            + request.apiKey()
            + " canary-secret-9876543210";
    return asJson
        ? Answer.error(status, -1000, text)
        : new Answer(status, "text/html", "<html>" + text + "</html>", "", Ending.NORMAL);
  }

  @Test
  void no_canary_is_seen_anywhere() throws IOException {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    List<String> said = new ArrayList<>();
    try (FakeBinance fake = Fixtures.withClock(new FakeBinance())) {
      for (int status : List.of(200, 400, 429, 500, 503)) {
        for (boolean asJson : List.of(true, false)) {
          said.addAll(everythingSaid(fake, status, asJson));
        }
      }
    } finally {
      root.detachAppender(log);
    }
    for (ILoggingEvent event : log.list) {
      said.add(event.getFormattedMessage());
      if (event.getThrowableProxy() != null) {
        said.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
    assertThat(said).isNotEmpty();
    for (String canary : CANARIES) {
      assertThat(said).noneMatch(line -> line.contains(canary));
    }
  }

  private static List<String> everythingSaid(FakeBinance fake, int status, boolean asJson) {
    for (String path :
        List.of(
            "POST /fapi/v1/order",
            "GET /fapi/v1/order",
            "DELETE /fapi/v1/order",
            "GET /fapi/v1/openOrders",
            "GET /fapi/v1/userTrades",
            "GET /fapi/v1/income",
            "GET /fapi/v1/exchangeInfo",
            "GET /fapi/v2/account")) {
      fake.on(path, request -> echo(request, status, asJson));
    }
    ClientOrderId id = ClientOrderId.of("ek4f7q0k3v9x2m1c8z");
    List<String> said = new ArrayList<>();
    // A fresh venue for each question: after 429 the gate would let nothing through.
    said.add(fresh(fake).send(OrderFaultsTest.ticket(OrderFaultsTest.PERP, false)).toString());
    said.add(fresh(fake).lookup(id, OrderFaultsTest.PERP).toString());
    said.add(fresh(fake).cancel(id, OrderFaultsTest.PERP).toString());
    said.add(fresh(fake).openOrders(OrderFaultsTest.PERP).toString());
    said.add(fresh(fake).account().toString());
    said.add(fresh(fake).income(Instant.now()).toString());
    said.add(fresh(fake).fills(OrderFaultsTest.PERP, Optional.empty(), Instant.now()).toString());
    return said;
  }

  private static BinanceVenue fresh(FakeBinance fake) {
    return OrderFaultsTest.venueAt(fake.url());
  }

  @Test
  void the_credentials_do_not_show_themselves() {
    AccountKeys keys =
        new AccountKeys(Secret.of("canary-key-0123456789"), Secret.of("canary-secret-9876543210"));

    assertThat(keys.toString()).doesNotContain("canary");
    assertThat(((Logger) LoggerFactory.getLogger("si.mazi.rescu.HttpTemplate")).getEffectiveLevel())
        .as("below WARN rescu logs requests with key and signature")
        .isEqualTo(Level.WARN);
  }
}
