package org.evenkeel.shell.xchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.knowm.xchange.BaseExchange;
import si.mazi.rescu.ParamsDigest;
import si.mazi.rescu.RestInvocation;

/** Signs requests with eight threads at once and compares each signature with that of one thread alone. */
public final class ManyThreads {

  private static final int THREADS = 8;
  private static final int EACH = 400;

  private ManyThreads() {}

  /** A request of an interface, made up to its signature. */
  public interface Request<T> {
    void send(T api, int number, ParamsDigest signature) throws Exception;
  }

  /** Fails if a signature differs; what is signed differs from request to request. */
  public static <T> void signAlike(Class<T> api, ParamsDigest signer, Request<T> request)
      throws Exception {
    T proxy =
        new Transport(BaseExchange.class, Duration.ofMillis(100), Duration.ofMillis(100))
            .proxy(api, URI.create("http://127.0.0.1:1"));
    List<RestInvocation> requests = new ArrayList<>();
    List<String> alone = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      requests.add(captured(proxy, i, request));
      alone.add(signer.digestParams(requests.get(i)));
    }
    assertThat(alone).as("each request has its own signature").doesNotHaveDuplicates();
    List<Future<List<String>>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        all.add(threads.submit(() -> signatures(signer, requests)));
      }
      for (Future<List<String>> each : all) {
        List<String> signed = each.get();
        for (int i = 0; i < signed.size(); i++) {
          assertThat(signed.get(i)).isEqualTo(alone.get(i % alone.size()));
        }
      }
    }
  }

  private static List<String> signatures(ParamsDigest signer, List<RestInvocation> requests) {
    List<String> signed = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      signed.add(signer.digestParams(requests.get(i % requests.size())));
    }
    return signed;
  }

  /** The library asks for the signature right before it sends; here it gets none, and sends nothing. */
  private static <T> RestInvocation captured(T proxy, int number, Request<T> request) {
    AtomicReference<RestInvocation> seen = new AtomicReference<>();
    try {
      request.send(
          proxy,
          number,
          invocation -> {
            seen.set(invocation);
            throw new IllegalStateException("seen");
          });
    } catch (Exception expected) {
      assertThat(seen.get()).as("%s", expected).isNotNull();
    }
    return seen.get();
  }
}
