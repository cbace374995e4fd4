package org.evenkeel.cycle;

import java.time.Instant;
import org.evenkeel.core.basics.RunId;

/**
 * What exactly is running.
 *
 * @param runId the identity of this start
 * @param mode rehearsal, paper or live
 * @param version product version and commit
 * @param configHash hash of the effective configuration
 * @param startedAt the bot's clock at the start
 */
public record RunManifest(
    RunId runId, String mode, String version, String configHash, Instant startedAt) {}
