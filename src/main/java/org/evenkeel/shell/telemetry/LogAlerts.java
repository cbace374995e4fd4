package org.evenkeel.shell.telemetry;

import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.cycle.Alerts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alerts as log lines of fixed keys in fixed order, such as {@code event=alert_raised subject=database message="..."}.
 *
 * <p>An alert is told once: again only if its message changes, or after it was cleared.
 * Thread-safe.
 */
public final class LogAlerts implements Alerts {

  private static final Logger LOG = LoggerFactory.getLogger("org.evenkeel.alerts");

  private final SortedMap<String, String> raised = new TreeMap<>();

  @Override
  public void raise(String subject, String message) {
    if (isNews(subject, message)) {
      LOG.warn("event=alert_raised subject={} message={}", word(subject), quoted(message));
    }
  }

  @Override
  public void clear(String subject) {
    if (wasRaised(subject)) {
      LOG.info("event=alert_cleared subject={}", word(subject));
    }
  }

  @Override
  public void note(String event, String message) {
    LOG.info("event={} message={}", word(event), quoted(message));
  }

  /** The alerts that stand, subject to message. */
  public SortedMap<String, String> standing() {
    synchronized (raised) {
      return new TreeMap<>(raised);
    }
  }

  private boolean isNews(String subject, String message) {
    synchronized (raised) {
      return !message.equals(raised.put(subject, message));
    }
  }

  private boolean wasRaised(String subject) {
    synchronized (raised) {
      return raised.remove(subject) != null;
    }
  }

  /** A value without blanks stays as it is, so that a search for subject=database finds it. */
  private static String word(String text) {
    return text.matches("[\\w.:/@#+-]+") ? text : quoted(text);
  }

  /** Quoted and on one line: a message from outside must not be able to forge a second line. */
  private static String quoted(String text) {
    String escaped =
        text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replaceAll("\\p{Cntrl}", "?");
    return '"' + escaped + '"';
  }
}
