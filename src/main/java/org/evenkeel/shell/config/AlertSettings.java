package org.evenkeel.shell.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evenkeel.shell.config.secret.SecretReference;

/**
 * Who is called when something needs attention.
 *
 * @param channels ways to a person, in the order in which they are called
 * @param timeout of one attempt
 * @param step how long after one channel the next one is called
 * @param repeat how long after a call the same channel is called again
 * @param heartbeat the address that is called while the bot is well
 * @param heartbeatEvery how often
 */
public record AlertSettings(
    List<Channel> channels,
    Duration timeout,
    Duration step,
    Duration repeat,
    Optional<Address> heartbeat,
    Duration heartbeatEvery) {

  /** An address, or where it is kept if it is secret. */
  public sealed interface Address {

    /** One that everybody may know. */
    record Plain(String url) implements Address {}

    /** One that nobody may know. */
    record Hidden(SecretReference url) implements Address {}
  }

  /** What a channel is sent. */
  public enum Format {
    JSON,
    TEXT
  }

  /** A way to a person. */
  public record Channel(String name, Address address, Format format) {}

  public AlertSettings {
    channels = List.copyOf(channels);
  }
}
