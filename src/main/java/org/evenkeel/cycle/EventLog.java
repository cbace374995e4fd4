package org.evenkeel.cycle;

import java.util.List;

/** An append-only list of text lines, kept across restarts: the memory of a simulated account. */
public interface EventLog {

  /** Appends a line durably before it returns. */
  void append(String line);

  /** Every line, oldest first. */
  List<String> lines();

  /** How many lines there are, so that a reader notices what another process has appended. */
  long size();
}
