package org.evenkeel.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.evenkeel.cycle.CallGate;
import org.evenkeel.shell.xchange.Refusals;
import org.evenkeel.shell.xchange.Reply;

/**
 * A gate that lets nothing through and answers by itself, so that an adapter can be given a hundred thousand answers
 * without any network: everything behind the reading of bytes is the adapter's own.
 */
public final class ScriptedGate implements CallGate {

  private final Refusals refusals;
  private final TreeMap<String, JsonNode> answers = new TreeMap<>();

  /**
   * @param refusals how the venue says no inside of an answer with status 200
   */
  public ScriptedGate(Refusals refusals) {
    this.refusals = refusals;
  }

  /** What calls of this name, such as 'fapi/v1/order', are answered from now on. */
  public ScriptedGate on(String name, JsonNode answer) {
    answers.put(name, answer);
    return this;
  }

  @Override
  @SuppressWarnings("unchecked") // every adapter's requests return replies
  public <T> Outcome<T> pass(Call call, Callable<T> request) {
    JsonNode answer = answers.get(call.name());
    if (answer == null) {
      throw new IllegalStateException("no answer is scripted for " + call.name());
    }
    if (answer.isNull() || answer.isMissingNode()) {
      return new Outcome.Failed<>(new java.io.IOException("empty answer"));
    }
    Optional<Reply.Refused> refused = refusals.in(200, answer);
    return new Outcome.Answered<>(
        (T) (refused.isPresent() ? refused.get() : new Reply.Body(answer)));
  }

  @Override
  public void pause(String budget, Duration howLong) {
    // Nobody is in a hurry here.
  }
}
