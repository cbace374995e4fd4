package org.evenkeel.core.policy;

import java.time.Duration;
import java.util.Locale;
import org.evenkeel.core.basics.ContentHash;

/**
 * Something that raises risk and that one person asks for and another one must approve.
 *
 * <p>For example kind 'locks-acknowledge', subject 'lock 7', payload the lock as both persons saw it.
 * The approval is bound to the hash, so what is carried out is exactly what was approved.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param kind which handler carries it out; lower case and hyphens
 * @param subject what it is about, in few words for a person
 * @param payload everything that the handler needs, in one canonical text
 */
public record Request(String kind, String subject, String payload) {

  /** How long a request waits for its approval, and an approved one for being carried out, by the database's clock. */
  public static final Duration LIFE = Duration.ofMinutes(15);

  public Request {
    if (!kind.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException(
          "a kind of request is lower-case words with hyphens, found '" + kind + "'");
    }
    if (subject.isBlank() || subject.contains("\n")) {
      throw new IllegalArgumentException(
          "the subject of a request is one line, found '" + subject + "'");
    }
  }

  /** The name of this very content. */
  public ContentHash hash() {
    return ContentHash.ofText(kind + "\n" + subject + "\n" + payload);
  }

  /** Whether two names mean the same person. */
  public static boolean isSamePerson(String author, String other) {
    return author.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
  }
}
