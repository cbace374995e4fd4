package org.evenkeel.shell.alerting;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.evenkeel.cycle.alerting.AlertCall;
import org.evenkeel.cycle.alerting.AlertChannel;

/** A channel that posts a call to an address. This class is thread-safe. */
public final class Webhook implements AlertChannel, AutoCloseable {

  private final String name;
  private final boolean isJson;
  private final Outward outward;

  /**
   * @param isJson a JSON document, else plain text
   * @param timeout of a call from beginning to end
   */
  public Webhook(String name, URI address, boolean isJson, Duration timeout) {
    this.name = name;
    this.isJson = isJson;
    this.outward = new Outward(address, timeout);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> send(AlertCall call) {
    return isJson
        ? outward.post("application/json; charset=utf-8", CallText.json(call))
        : outward.post("text/plain; charset=utf-8", CallText.plain(call));
  }

  /** Connects and sends nothing; why that failed, or empty. */
  public Optional<String> reach() {
    return outward.reach();
  }

  @Override
  public void close() {
    outward.close();
  }
}
