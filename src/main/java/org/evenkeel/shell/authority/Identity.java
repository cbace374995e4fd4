package org.evenkeel.shell.authority;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Locale;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.statement.SignedOrder;

/**
 * A person who may order, with the public key (Ed25519, RFC 8032) by which the orders are known.
 *
 * @param name the person, as recorded with every order
 * @param role what the person may do
 * @param key the public key
 */
public record Identity(String name, PersonRole role, PublicKey key) {

  /** The name of the key: the first 16 digits of the SHA-256 of its X.509 form. */
  public String keyId() {
    return ContentHash.ofBytes(key.getEncoded()).value().substring(0, 16);
  }

  /** Whether this person's key has signed an order. */
  public boolean hasSigned(SignedOrder order) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(order.message().getBytes(StandardCharsets.UTF_8));
      return order.signer().equals(name)
          && order.keyId().equals(keyId())
          && check.verify(Base64.getDecoder().decode(order.signature()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The line of the identities file. */
  public String line() {
    return name
        + " "
        + role.name().toLowerCase(Locale.ROOT)
        + " "
        + Base64.getEncoder().encodeToString(key.getEncoded());
  }
}
