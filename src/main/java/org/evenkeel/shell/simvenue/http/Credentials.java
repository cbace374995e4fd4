package org.evenkeel.shell.simvenue.http;

import java.util.Optional;

/**
 * The API key and secret the front accepts.
 * Immutable.
 *
 * @param apiKey what the client sends in the clear
 * @param apiSecret what the client signs with
 * @param passphrase what venues that have one want besides the key
 * @param other another key of the same account
 */
public record Credentials(
    String apiKey, String apiSecret, String passphrase, Optional<Credentials> other) {

  /** The passphrase of a key that came without one. */
  public static final String STANDARD_PASSPHRASE = "simulated";

  /** A key for any venue, with the passphrase 'simulated' where one is wanted. */
  public Credentials(String apiKey, String apiSecret) {
    this(apiKey, apiSecret, STANDARD_PASSPHRASE);
  }

  /** The only key of an account. */
  public Credentials(String apiKey, String apiSecret, String passphrase) {
    this(apiKey, apiSecret, passphrase, Optional.empty());
  }

  /** The same account with another key beside this one. */
  public Credentials and(Credentials more) {
    return new Credentials(apiKey, apiSecret, passphrase, Optional.of(more));
  }

  /** The part that belongs to a key that a client has sent; the first one if none does. */
  public Credentials of(String sentKey) {
    return other.filter(each -> each.apiKey().equals(sentKey)).orElse(this);
  }

  /** Refuses blank parts. */
  public Credentials {
    if (apiKey.isBlank() || apiSecret.isBlank() || passphrase.isBlank()) {
      throw new IllegalArgumentException("the simulated venue needs an API key and a secret");
    }
  }

  @Override
  public String toString() {
    return "Credentials[apiKey=" + apiKey + "]";
  }
}
