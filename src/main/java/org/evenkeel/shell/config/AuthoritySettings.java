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
 */
public record AuthoritySettings(
    Path auditHeads, Optional<Path> identities, Duration approvalWait) {}
