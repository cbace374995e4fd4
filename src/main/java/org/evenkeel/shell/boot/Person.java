package org.evenkeel.shell.boot;

import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.evenkeel.core.statement.SignedOrder;
import org.evenkeel.shell.authority.Identities;
import org.evenkeel.shell.authority.Identity;
import org.evenkeel.shell.authority.KeyFile;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.config.AuthoritySettings;
import org.evenkeel.shell.jdbc.Seal;

/**
 * The person at the command line, proven by a private key.
 *
 * @param identity who it is
 * @param key signs
 */
record Person(Identity identity, KeyFile key) implements Seal {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** The person whose key is configured; empty without identities or without a key. */
  static Optional<Person> of(AuthoritySettings settings) {
    if (settings.identities().isEmpty() || settings.key().isEmpty()) {
      return Optional.empty();
    }
    try {
      Identities known = Identities.read(settings.identities().orElseThrow());
      KeyFile key = KeyFile.read(settings.key().orElseThrow());
      String probe = key.sign("evenkeel-who");
      return Optional.of(
          known.all().stream()
              .filter(
                  each ->
                      each.hasSigned(
                          new SignedOrder(each.name(), each.keyId(), "", "evenkeel-who", probe)))
              .findFirst()
              .map(identity -> new Person(identity, key))
              .orElseThrow(
                  () ->
                      new CommandFailed(
                          ExitCode.REFUSED,
                          "refused: nobody in "
                              + settings.identities().orElseThrow()
                              + " has "
                              + key)));
    } catch (UncheckedIOException e) {
      throw new CommandFailed(ExitCode.REFUSED, "refused: " + e.getMessage());
    }
  }

  @Override
  public SignedOrder sign(
      String action, String subject, String before, String after, String author, String reason) {
    if (!author.equals(identity.name())) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "refused: the key is " + identity.name() + "'s, and the author is '" + author + "'");
    }
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    String nonce = HexFormat.of().formatHex(random);
    String message =
        SignedOrder.message(
            action,
            subject,
            before,
            after,
            author,
            reason,
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            nonce);
    return new SignedOrder(author, identity.keyId(), nonce, message, key.sign(message));
  }
}
