package org.evenkeel.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Remembers what a person would have been told. */
final class RecordingAlerts implements Alerts {

  final TreeMap<String, String> raised = new TreeMap<>();
  final List<String> everRaised = new ArrayList<>();
  final List<String> notes = new ArrayList<>();

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
