package org.evenkeel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.knowm.xchange.Exchange;
import org.knowm.xchange.ExchangeFactory;
import org.knowm.xchange.ExchangeSpecification;
import org.knowm.xchange.binance.BinanceExchange;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.dto.Order.OrderType;
import org.knowm.xchange.dto.trade.LimitOrder;

/**
 * Libraries run with versions they were not built with, and without parts they could ask for.
 *
 * <p>XChange was built with Resilience4j 1.7 and runs with 2.4; Prometheus runs without protocol buffers.
 * A call that no longer links would otherwise be found by the first order.
 */
class LibrariesLinkTest {

  @Test
  void an_order_goes_through_xchange_and_the_newer_resilience4j() throws IOException {
    List<String> requests = new CopyOnWriteArrayList<>();
    HttpServer venue = venueThatAccepts(requests);
    try {
      Exchange binance = binanceAt("http://127.0.0.1:" + venue.getAddress().getPort());
      LimitOrder order =
          new LimitOrder.Builder(OrderType.BID, CurrencyPair.BTC_USDT)
              .originalAmount(BigDecimal.ONE)
              .limitPrice(BigDecimal.TEN)
              .build();

      assertThat(binance.getTradeService().placeLimitOrder(order)).isEqualTo("7");
      assertThat(requests).containsExactly("POST /api/v3/order");
    } finally {
      venue.stop(0);
    }
  }

  @Test
  void metrics_are_written_as_text_without_protocol_buffers() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.counter("evenkeel_link").increment();
    assertThat(registry.scrape()).contains("evenkeel_link_total 1.0");
  }

  /** With limiter and retry on, so that the calls into Resilience4j are really made. */
  private static Exchange binanceAt(String address) {
    ExchangeSpecification specification = new BinanceExchange().getDefaultExchangeSpecification();
    specification.setShouldLoadRemoteMetaData(false);
    specification.setSslUri(address);
    specification.setApiKey("key");
    specification.setSecretKey("secret");
    specification.getResilience().setRateLimiterEnabled(true);
    specification.getResilience().setRetryEnabled(true);
    return ExchangeFactory.INSTANCE.createExchange(specification);
  }

  private static HttpServer venueThatAccepts(List<String> requests) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] answer = "{\"orderId\":7,\"clientOrderId\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return server;
  }
}
