package org.evenkeel.shell.simvenue.http;

/**
 * The API key and secret the front accepts.
 * Immutable.
 *
 * @param apiKey what the client sends in the clear
 * @param apiSecret what the client signs with
 * @param passphrase what venues that have one want besides the key
 */
public record Credentials(String apiKey, String apiSecret, String passphrase) {

  /** The passphrase of a key that came without one. */
  public static final String STANDARD_PASSPHRASE = "simulated";

  /** A key for any venue, with the passphrase 'simulated' where one is wanted. */
  public Credentials(String apiKey, String apiSecret) {
    this(apiKey, apiSecret, STANDARD_PASSPHRASE);
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
