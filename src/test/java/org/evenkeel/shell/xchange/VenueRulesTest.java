package org.evenkeel.shell.xchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.FakeBinance.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every order of every adapter must be on the wire, whatever the library underneath would make of it. */
class VenueRulesTest {

  /** A venue that hears orders and answers none as it should. */
  private static FakeBinance venue(Adapter adapter, Answer answer) throws IOException {
    return new FakeBinance()
        .on(adapter.order(), answer)
        .on("GET /fapi/v1/time", r -> Answer.ok("{\"serverTime\":" + millis() + "}"))
        .on(
            "GET /api/v5/public/time",
            r -> Answer.ok("{\"code\":\"0\",\"data\":[{\"ts\":\"" + millis() + "\"}]}"));
  }

  private static long millis() {
    return Instant.now().toEpochMilli();
  }

  private static FakeBinance.Request sent(Adapter adapter, FakeBinance fake) {
    List<FakeBinance.Request> orders = fake.requests(adapter.order());
    assertThat(orders).hasSize(1);
    return orders.get(0);
  }

  /** The request as it went out: one venue takes JSON, the others a query or a form. */
  private static String text(FakeBinance.Request request) {
    return request.raw();
  }

  @ParameterizedTest
  @EnumSource(Adapter.class)
  void an_order_that_nobody_answers_is_written_once(Adapter adapter) throws IOException {
    for (Ending ending : List.of(Ending.EOF, Ending.RESET)) {
      try (FakeBinance fake = venue(adapter, Answer.broken(ending))) {
        assertThat(adapter.at(fake.url()).send(adapter.ticket()))
            .isInstanceOf(SendOutcome.Unknown.class);
        sent(adapter, fake);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Adapter.class)
  void an_order_goes_out_under_the_id_that_was_committed(Adapter adapter) throws IOException {
    try (FakeBinance fake = venue(adapter, Answer.html(503))) {
      adapter.at(fake.url()).send(adapter.ticket());

      assertThat(text(sent(adapter, fake)))
          .containsOnlyOnce(adapter.clientIdField())
          .contains(adapter.ticket().clientOrderId().value())
          .doesNotContain("userref");
    }
  }

  @ParameterizedTest
  @EnumSource(Adapter.class)
  void large_and_small_numbers_are_written_out(Adapter adapter) throws IOException {
    try (FakeBinance fake = venue(adapter, Answer.html(503))) {
      adapter.at(fake.url()).send(adapter.ticket("1E+3", "1E-8"));

      assertThat(text(sent(adapter, fake)))
          .contains("1000", "0.00000001")
          .doesNotContain("E+3", "E-8", "E%2B3");
    }
  }

  /** The venue ends an order by itself after the committed time, however late it was sent. */
  @ParameterizedTest
  @EnumSource(Adapter.class)
  void an_order_carries_the_end_of_its_life_as_it_was_committed(Adapter adapter)
      throws IOException {
    try (FakeBinance fake = venue(adapter, Answer.html(503))) {
      adapter.at(fake.url()).send(adapter.ticket());

      FakeBinance.Request request = sent(adapter, fake);
      switch (adapter) {
        case BINANCE, BINANCE_SPOT -> {
          assertThat(request.parameter("timestamp")).isEqualTo("1790000000123");
          assertThat(request.parameter("recvWindow")).isEqualTo("5000");
        }
        case OKX -> assertThat(request.header("exptime")).isEqualTo("1790000005123");
        case KRAKEN ->
            assertThat(request.parameter("deadline")).isEqualTo("2026-09-21T14:13:25.123Z");
        case KRAKEN_FUTURES ->
            assertThat(request.parameter("processBefore")).isEqualTo("2026-09-21T14:13:25.123Z");
      }
    }
  }

  /** A change that is a cancel and a new order is two orders for a moment, or none. */
  @Test
  void no_adapter_can_change_or_batch_orders() throws IOException {
    Pattern changing = Pattern.compile("(?i)@Path\\(\"[^\"]*(edit|amend|replace|batch)[^\"]*\"");
    assertThat(changing.matcher("@Path(\"api/v5/trade/amend-order\")").find()).isTrue();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/evenkeel/shell/xchange"))) {
      for (Path file : files.filter(path -> path.toString().endsWith("Api.java")).toList()) {
        assertThat(changing.matcher(Files.readString(file)).find()).as("%s", file).isFalse();
      }
    }
  }

  /** What would rest is not what was sent: an order lives as long as the ticket says, and says so. */
  @ParameterizedTest
  @EnumSource(Adapter.class)
  void an_immediate_order_is_immediate_on_the_wire(Adapter adapter) throws IOException {
    try (FakeBinance fake = venue(adapter, Answer.html(503))) {
      adapter.at(fake.url()).send(adapter.ticket());

      assertThat(text(sent(adapter, fake)).toLowerCase(Locale.ROOT))
          .containsPattern("(timeinforce|ordtype|ordertype)\"?[=:]\"?ioc");
    }
  }

  @ParameterizedTest
  @EnumSource(Adapter.class)
  void an_order_that_only_rests_says_so_on_the_wire(Adapter adapter) throws IOException {
    try (FakeBinance fake = venue(adapter, Answer.html(503))) {
      adapter.at(fake.url()).send(adapter.resting());

      assertThat(text(sent(adapter, fake)))
          .containsPattern(
              switch (adapter) {
                case BINANCE -> "type=LIMIT&.*timeInForce=GTX|timeInForce=GTX&.*type=LIMIT";
                case BINANCE_SPOT -> "type=LIMIT_MAKER";
                case OKX -> "\"ordType\":\"post_only\"";
                case KRAKEN -> "oflags=fciq(,|%2C)post";
                case KRAKEN_FUTURES -> "orderType=post";
              })
          .doesNotContain("IOC", "ioc");
    }
  }
}
