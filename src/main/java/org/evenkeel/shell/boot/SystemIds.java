package org.evenkeel.shell.boot;

import java.security.SecureRandom;
import org.evenkeel.cycle.Ids;

/** Names from the system's own source of chance. Thread-safe. */
final class SystemIds implements Ids {

  private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 4;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String incarnationNonce() {
    return text();
  }

  @Override
  public String runSuffix() {
    return text();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
