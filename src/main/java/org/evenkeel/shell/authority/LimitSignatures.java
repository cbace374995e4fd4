package org.evenkeel.shell.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.core.policy.HardLimits;
import org.evenkeel.core.statement.SignedOrder;

/**
 * The persons who have signed the hard limits: a line 'signature name key-id base64' each, over the canonical text.
 *
 * <p>A changed number, an added line or a removed one makes every signature void; comments and order do not.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param lines the lines of signatures in a file
 */
public record LimitSignatures(List<SignedOrder> lines) {

  private static final String WORD = "signature";

  public LimitSignatures {
    lines = List.copyOf(lines);
  }

  /** The signatures in the text of a file; a line that is none of them counts as one that does not hold. */
  public static LimitSignatures in(String text, HardLimits limits) {
    List<SignedOrder> found = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      String[] words = line.split("\\s+");
      if (words[0].equals(WORD)) {
        boolean isWhole = words.length == 4;
        found.add(
            new SignedOrder(
                isWhole ? words[1] : line,
                isWhole ? words[2] : "",
                "",
                limits.text(),
                isWhole ? words[3] : ""));
      }
    }
    return new LimitSignatures(found);
  }

  /** The line that a person adds to the file. */
  public static String line(Identity person, KeyFile key, HardLimits limits) {
    return WORD + " " + person.name() + " " + person.keyId() + " " + key.sign(limits.text());
  }

  /** Why the limits are not signed by two persons of whom one may approve; empty if they are. */
  public Optional<String> objection(Identities known) {
    TreeSet<String> signers = new TreeSet<>();
    boolean mayApprove = false;
    for (SignedOrder each : lines) {
      Optional<Identity> person =
          known.named(each.signer()).filter(one -> one.hasSigned(each) && one.role().mayOrder());
      if (person.isEmpty()) {
        return Optional.of(
            "the signature of "
                + each.signer()
                + " does not hold: the limits were changed since, or the person is not known");
      }
      signers.add(person.orElseThrow().keyId());
      mayApprove = mayApprove || person.orElseThrow().role().mayApprove();
    }
    if (signers.size() < 2) {
      return Optional.of(
          "they are signed by " + signers.size() + " of the two persons that are needed");
    }
    return mayApprove ? Optional.empty() : Optional.of("none of those who signed may approve");
  }
}
