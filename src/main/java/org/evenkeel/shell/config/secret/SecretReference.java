package org.evenkeel.shell.config.secret;

/**
 * Where a secret is kept; the configuration, its hash and its print-outs know only this.
 *
 * <p>It does not know the secret, so that what holds a configuration does not reach one; see {@link SecretStore}.
 * Implementations are immutable and thread-safe.
 */
public sealed interface SecretReference {

  /** An environment variable. */
  record Env(String name) implements SecretReference {
    @Override
    public String toString() {
      return "{env: " + name + "}";
    }
  }

  /** A file whose content, without surrounding white space, is the secret. */
  record File(String path) implements SecretReference {
    @Override
    public String toString() {
      return "{file: " + path + "}";
    }
  }
}
