package org.evenkeel.shell.simvenue.paper;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.cycle.EventLog;

/**
 * A log that begins where another one stands and forgets what is appended: for looking without leaving a trace.
 *
 * <p>Thread-safe.
 */
public final class ScratchLog implements EventLog {

  private final List<String> lines;

  private ScratchLog(List<String> lines) {
    this.lines = new ArrayList<>(lines);
  }

  /** An empty log. */
  public static ScratchLog empty() {
    return new ScratchLog(List.of());
  }

  /** A log with the lines that the other one has now. */
  public static ScratchLog on(EventLog kept) {
    return new ScratchLog(kept.lines());
  }

  @Override
  public synchronized void append(String line) {
    lines.add(line);
  }

  @Override
  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public synchronized long size() {
    return lines.size();
  }
}
