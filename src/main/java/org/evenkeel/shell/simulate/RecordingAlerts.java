package org.evenkeel.shell.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.cycle.Alerts;

/** Remembers what a person would have been told. */
public final class RecordingAlerts implements Alerts {

  final TreeMap<String, String> raised = new TreeMap<>();
  final List<String> everRaised = new ArrayList<>();
  final List<String> notes = new ArrayList<>();

  /** What needs attention now, by subject. */
  public SortedMap<String, String> raised() {
    return raised;
  }

  public List<String> everRaised() {
    return everRaised;
  }

  public List<String> notes() {
    return notes;
  }

  /** A new process has told nothing yet. */
  void restart() {
    raised.clear();
  }

  @Override
  public void raise(String subject, String message) {
    raised.put(subject, message);
    everRaised.add(subject + ": " + message);
  }

  @Override
  public void clear(String subject) {
    raised.remove(subject);
  }

  @Override
  public void note(String event, String message) {
    notes.add(event + ": " + message);
  }
}
