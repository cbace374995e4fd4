package org.evenkeel.shell.boot;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.core.statement.SignedOrder;
import org.evenkeel.shell.authority.Identities;
import org.evenkeel.shell.authority.Identity;
import org.evenkeel.shell.config.AuthoritySettings;
import org.evenkeel.shell.jdbc.ApprovalProof;

/**
 * The bot's own look at the signatures before it carries out what two persons have agreed on: whoever can write the
 * tables has no keys.
 *
 * @param known the persons
 * @param patience how long the second person may take
 */
record SignedByTwo(Identities known, Duration patience) implements ApprovalProof {

  /** What the configuration asks for. */
  static ApprovalProof of(AuthoritySettings settings) {
    return settings
        .identities()
        .<ApprovalProof>map(file -> new SignedByTwo(Identities.read(file), settings.approvalWait()))
        .orElse(NOT_ASKED_FOR);
  }

  @Override
  public boolean holds(
      RequestRow request,
      Optional<SignedOrder> asked,
      Optional<SignedOrder> approved,
      Instant askedAt,
      Instant approvedAt) {
    if (asked.isEmpty() || approved.isEmpty()) {
      return false;
    }
    SignedOrder first = asked.orElseThrow();
    SignedOrder second = approved.orElseThrow();
    String subject = "#" + request.number() + " " + request.request().subject();
    String hash = request.request().hash().toString();
    Optional<Identity> one = known.named(request.author()).filter(each -> each.hasSigned(first));
    Optional<Identity> two =
        known.named(request.decidedBy()).filter(each -> each.hasSigned(second));
    return one.filter(each -> each.role().mayOrder()).isPresent()
        && two.filter(each -> each.role().mayApprove()).isPresent()
        && !one.orElseThrow().keyId().equals(two.orElseThrow().keyId())
        && first.isAbout("request", subject, "", request.request().kind() + " " + hash)
        && second.isAbout("approve", subject, "asked by " + request.author(), hash)
        && Duration.between(askedAt, approvedAt).compareTo(patience) <= 0;
  }
}
