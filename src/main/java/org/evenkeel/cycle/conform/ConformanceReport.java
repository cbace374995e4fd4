package org.evenkeel.cycle.conform;

import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.route.VenueCapabilities;

/**
 * A run of all checks at one venue.
 *
 * <p>It speaks of one version of the bot and the claims of one venue file: with another of either it is out of date.
 * This class is immutable and thread-safe.
 *
 * @param venue where
 * @param environment the hosts that were asked, or 'simulated'
 * @param version the bot's version
 * @param claimsHash of the claims as they were read, by {@link #hashOf}
 * @param startedAt when the run began
 * @param checks what was tried, in its order
 */
public record ConformanceReport(
    String venue,
    String environment,
    String version,
    String claimsHash,
    Instant startedAt,
    List<CheckedClaim> checks) {

  public ConformanceReport {
    checks = List.copyOf(checks);
  }

  /** The hash of everything that a venue's file claims; its comments claim nothing. */
  public static String hashOf(VenueCapabilities claims) {
    return ContentHash.ofText(claims.toString()).value();
  }

  /** How many checks came to an outcome. */
  public long count(Outcome outcome) {
    return checks.stream().filter(check -> check.outcome() == outcome).count();
  }

  /** True if something was tried and nothing failed. */
  public boolean isPassed() {
    return count(Outcome.FAIL) == 0 && count(Outcome.PASS) > 0;
  }
}
