package org.evenkeel.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.cycle.Alerts;

/** Remembers what a person would have been told. Thread-safe. */
public final class QuietAlerts implements Alerts {

  private final SortedMap<String, String> standing = new TreeMap<>();
  private final List<String> heard = new ArrayList<>();

  @Override
  public synchronized void raise(String subject, String message) {
    standing.put(subject, message);
    heard.add(subject + ": " + message);
  }

  @Override
  public synchronized void clear(String subject) {
    standing.remove(subject);
  }

  @Override
  public synchronized void note(String event, String message) {
    heard.add(event + ": " + message);
  }

  /** What stands now. */
  synchronized SortedMap<String, String> standing() {
    return new TreeMap<>(standing);
  }

  /** Everything, in order. */
  synchronized List<String> heard() {
    return List.copyOf(heard);
  }
}
