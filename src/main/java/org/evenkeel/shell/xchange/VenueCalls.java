package org.evenkeel.shell.xchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.cycle.CallGate;
import org.evenkeel.cycle.CallGate.Call;
import org.evenkeel.cycle.CallGate.Outcome;
import org.evenkeel.shell.xchange.Reply.Meaning;
import org.jspecify.annotations.Nullable;
import si.mazi.rescu.HttpStatusIOException;

/**
 * Makes calls through the gate and turns whatever comes back, exceptions and errors included, into a {@link Reply}.
 *
 * <p>No failure of the library that sends proves that nothing was sent: which exception it throws at which moment is
 * nothing to stake an order on. What was never handed to it was not sent: the gate knows, which lets a call pass or not, and
 * {@link Reach}, which looks whether anybody is there before an order.
 * The venue's request to slow down (HTTP 429, 418) is handed to the gate with its Retry-After.
 *
 * <p>This class is thread-safe.
 */
public final class VenueCalls {

  /** What is waited after HTTP 429 that does not say how long: Binance counts by the minute. */
  public static final Duration DEFAULT_PAUSE = Duration.ofSeconds(60);

  /** What is waited after HTTP 418 that does not say how long: the shortest ban is two minutes. */
  private static final Duration DEFAULT_BAN = Duration.ofMinutes(2);

  private static final Duration LONGEST_PAUSE = Duration.ofDays(3);

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final CallGate gate;
  private final Refusals refusals;
  private final UsedWeight usedWeight;
  private final Duration defaultPause;

  public VenueCalls(CallGate gate, Refusals refusals) {
    this(gate, refusals, UsedWeight.UNTOLD, DEFAULT_PAUSE);
  }

  /**
   * @param usedWeight where the venue tells how much of its allowance is used
   * @param defaultPause what is waited when the venue asks to slow down and does not say for how long
   */
  public VenueCalls(
      CallGate gate, Refusals refusals, UsedWeight usedWeight, Duration defaultPause) {
    this.gate = gate;
    this.refusals = refusals;
    this.usedWeight = usedWeight;
    this.defaultPause = defaultPause;
  }

  /** Trouble that the venue tells of in an answer whose status says otherwise; the breaker must see it. */
  private static final class ToldTrouble extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Reply.Refused refused;

    ToldTrouble(Reply.Refused refused) {
      super(refused.text());
      this.refused = refused;
    }
  }

  /** Makes one call; never throws. */
  public Reply make(Call call, Callable<@Nullable JsonNode> request) {
    Outcome<Reply> outcome = gate.pass(call, () -> answered(call, request));
    return switch (outcome) {
      case Outcome.Answered<Reply> answered -> answered.value();
      case Outcome.Failed<Reply> failed -> failure(call, failed.cause());
      case Outcome.NotSent<Reply> notSent -> new Reply.NotSent(notSent.why());
    };
  }

  /** A refusal below 500 is an answer, not a fault of the venue, so the breaker must not see it as one. */
  private Reply answered(Call call, Callable<@Nullable JsonNode> request) throws Exception {
    try {
      JsonNode body = request.call();
      if (body == null || body.isMissingNode() || body.isNull()) {
        throw new IOException("empty answer");
      }
      usedWeight
          .in(HeaderedNodes.headers(body))
          .ifPresent(weight -> gate.used(call.budget(), weight));
      Optional<Reply.Refused> refused = refusals.in(200, body);
      if (refused.isPresent() && refused.get().meaning() == Meaning.TROUBLE) {
        throw new ToldTrouble(refused.get());
      }
      if (refused.isPresent() && refused.get().meaning() == Meaning.BUSY) {
        gate.pause(call.budget(), defaultPause);
      }
      return refused.isPresent() ? refused.get() : new Reply.Body(body);
    } catch (HttpStatusIOException e) {
      slowDown(call, e.getHttpStatusCode(), e.getResponseHeaders());
      Optional<Reply.Refused> refusal = refusal(e);
      if (refusal.isPresent() && refusal.get().meaning() != Meaning.TROUBLE) {
        return refusal.get();
      }
      throw e;
    }
  }

  /** The venue's own message, if the answer is one. */
  private Optional<Reply.Refused> refusal(HttpStatusIOException e) {
    String body = e.getHttpBody();
    if (body == null || body.isEmpty()) {
      return Optional.empty();
    }
    try {
      return refusals.in(e.getHttpStatusCode(), MAPPER.readTree(body));
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private Reply failure(Call call, Throwable cause) {
    if (cause instanceof ToldTrouble told) {
      return told.refused;
    }
    if (cause instanceof Reach.Unreached unreached) {
      return new Reply.NotSent(String.valueOf(unreached.getMessage()));
    }
    String where = call.name() + ": ";
    if (cause instanceof HttpStatusIOException e) {
      return refusal(e)
          .map(Reply.class::cast)
          .orElseGet(
              () ->
                  new Reply.Failed(
                      where + "HTTP " + e.getHttpStatusCode() + " without a venue code"));
    }
    String type = cause.getClass().getSimpleName();
    // The messages of JSON and runtime exceptions quote the answer; those of sockets do not.
    boolean isPlain = cause.getClass().getName().startsWith("java.net.");
    String message = isPlain ? " " + Redaction.line(String.valueOf(cause.getMessage())) : "";
    return new Reply.Failed(where + "no usable answer (" + type + message + ")");
  }

  private void slowDown(Call call, int status, @Nullable Map<String, List<String>> headers) {
    if (status == 429 || status == 418) {
      gate.pause(call.budget(), retryAfter(status, headers));
    }
  }

  private Duration retryAfter(int status, @Nullable Map<String, List<String>> headers) {
    Duration fallback = status == 418 ? DEFAULT_BAN : defaultPause;
    if (headers == null) {
      return fallback;
    }
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      String name = header.getKey(); // the status line comes under the key null
      if (name != null
          && name.toLowerCase(Locale.ROOT).equals("retry-after")
          && !header.getValue().isEmpty()) {
        return seconds(header.getValue().get(0), fallback);
      }
    }
    return fallback;
  }

  private static Duration seconds(String text, Duration fallback) {
    if (!text.matches("[0-9]{1,7}")) {
      return fallback;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(text));
    return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
  }
}
