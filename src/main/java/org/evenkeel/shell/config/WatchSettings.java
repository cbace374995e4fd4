package org.evenkeel.shell.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.policy.watch.CopyGrace;
import org.evenkeel.core.policy.watch.WatchLimits;
import org.evenkeel.shell.config.secret.SecretReference;

/**
 * What the independent watcher is told.
 *
 * @param interval how often it looks, on the wall
 * @param limits what it allows
 * @param copyEvery how often it compares executions with a second source, on the wall
 * @param copyGrace how long those may differ
 * @param keys its own keys, in live mode one for each venue
 */
public record WatchSettings(
    Duration interval,
    WatchLimits limits,
    Duration copyEvery,
    CopyGrace copyGrace,
    List<Key> keys) {

  /**
   * The watcher's key at a venue.
   *
   * @param passphrase what OKX wants besides; empty elsewhere
   */
  public record Key(
      String venue,
      SecretReference apiKey,
      SecretReference apiSecret,
      Optional<SecretReference> passphrase) {}

  public WatchSettings {
    keys = List.copyOf(keys);
  }
}
