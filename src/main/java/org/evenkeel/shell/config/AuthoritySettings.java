package org.evenkeel.shell.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Who may order what, and where the ends of the audit chain are kept.
 *
 * @param auditHeads the file to which every cycle adds the head of the chain
 * @param identities the file with the persons' public keys; without it a person is whoever says so
 * @param approvalWait how long a request waits for its second person
 * @param key the file with the private key of whoever runs a command
 * @param hardLimits the file of the hard limits as it was read
 */
public record AuthoritySettings(
    Path auditHeads,
    Optional<Path> identities,
    Duration approvalWait,
    Optional<Path> key,
    Optional<HardLimitsSource> hardLimits) {

  /** Whether every order is signed, and what raises risk needs a second person's signature. */
  public boolean isSigned() {
    return identities.isPresent();
  }
}
