package org.evenkeel.shell.simvenue.exchange;

/**
 * Where the exchange writes its history, one line of JSON per event.
 *
 * <p>The exchange calls it before it changes anything and from one thread at a time.
 * An append that throws means the event did not happen.
 */
@FunctionalInterface
public interface EventSink {

  /** Keeps the line, durably against the death of the process, before it returns. */
  void append(String line);
}
