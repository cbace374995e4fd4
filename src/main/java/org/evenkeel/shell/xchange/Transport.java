package org.evenkeel.shell.xchange;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HeaderParam;
import java.net.URI;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.evenkeel.cycle.CallGate.Kind;
import org.jspecify.annotations.Nullable;
import org.knowm.xchange.BaseExchange;
import org.knowm.xchange.ExchangeSpecification;
import org.knowm.xchange.client.ExchangeRestProxyBuilder;
import si.mazi.rescu.ClientConfig;
import si.mazi.rescu.clients.HttpConnectionType;
import si.mazi.rescu.serialization.jackson.DefaultJacksonObjectMapperFactory;

/**
 * XChange's transport without any of its repetitions: one call is at most one request.
 *
 * <p>Building it fails if Java might repeat an order by itself ({@link RetryPostGuard}) or if XChange might.
 *
 * <p>This class is thread-safe.
 */
public final class Transport {

  private final Class<? extends BaseExchange> exchange;
  private final Duration connectTimeout;
  private final Duration readTimeout;

  /**
   * @param exchange the class whose defaults XChange's specification starts from
   */
  public Transport(
      Class<? extends BaseExchange> exchange, Duration connectTimeout, Duration readTimeout) {
    RetryPostGuard.ensure();
    this.exchange = exchange;
    this.connectTimeout = connectTimeout;
    this.readTimeout = readTimeout;
  }

  /** An implementation of a rescu interface at an address. */
  public <T> T proxy(Class<T> api, URI base) {
    return proxy(api, base, new TreeMap<>());
  }

  /** The same with headers that every request carries. */
  public <T> T proxy(Class<T> api, URI base, SortedMap<String, String> headers) {
    ExchangeSpecification specification = new ExchangeSpecification(exchange);
    specification.setSslUri(base.toString());
    specification.setHttpConnTimeout((int) connectTimeout.toMillis());
    specification.setHttpReadTimeout((int) readTimeout.toMillis());
    specification.setShouldLoadRemoteMetaData(false);
    if (specification.getResilience().isRetryEnabled()) {
      throw new IllegalStateException("XChange would repeat requests: its retry must stay off");
    }
    return ExchangeRestProxyBuilder.forInterface(api, specification)
        .clientConfigCustomizer(
            config -> {
              // The guard has measured this one; Apache's client has a retry handler of its own.
              config.setConnectionType(HttpConnectionType.java);
              config.setIgnoreHttpErrorCodes(false);
              config.setWrapUnexpectedExceptions(false);
              config.setJacksonObjectMapperFactory(new StrictJson());
              headers.forEach((name, value) -> withHeader(config, name, value));
            })
        .build();
  }

  private static void withHeader(ClientConfig config, String name, String value) {
    ClientConfig unused = config.addDefaultParam(HeaderParam.class, name, value);
  }

  /**
   * A request that is handed to the library only after somebody has taken a connection to the address.
   *
   * <p>A question is asked at once: it proves nothing, and may be asked again.
   */
  public <T extends @Nullable Object> Callable<T> reaching(
      Kind kind, URI base, Callable<T> request) {
    if (kind == Kind.READ) {
      return request;
    }
    return () -> {
      Reach.require(base, connectTimeout);
      return request.call();
    };
  }

  /** Refuses what follows the value, keeps every digit of a number, and the headers beside the answer. */
  private static final class StrictJson extends DefaultJacksonObjectMapperFactory {
    @Override
    public void configureObjectMapper(ObjectMapper mapper) {
      super.configureObjectMapper(mapper);
      mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
      mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
      mapper.setNodeFactory(new HeaderedNodes());
    }
  }
}
