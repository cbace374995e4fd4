package org.evenkeel.cycle;

import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.RunId;

/**
 * What exactly is running.
 *
 * @param runId the identity of this start
 * @param mode rehearsal, paper or live
 * @param version product version and commit
 * @param configHash hash of the effective configuration
 * @param startedAt the bot's clock at the start
 * @param canary what is new about it, so that limits are small for a while; empty if nothing is
 */
public record RunManifest(
    RunId runId,
    String mode,
    String version,
    String configHash,
    Instant startedAt,
    Optional<String> canary) {

  /** A start with nothing new. */
  public RunManifest(
      RunId runId, String mode, String version, String configHash, Instant startedAt) {
    this(runId, mode, version, configHash, startedAt, Optional.empty());
  }
}
