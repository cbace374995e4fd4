package org.evenkeel.shell.simvenue.http;

/**
 * The API key and secret the front accepts.
 * Immutable.
 *
 * @param apiKey what the client sends in the clear
 * @param apiSecret what the client signs with
 */
public record Credentials(String apiKey, String apiSecret) {

  /** Refuses blank parts. */
  public Credentials {
    if (apiKey.isBlank() || apiSecret.isBlank()) {
      throw new IllegalArgumentException("the simulated venue needs an API key and a secret");
    }
  }

  @Override
  public String toString() {
    return "Credentials[apiKey=" + apiKey + "]";
  }
}
