package org.evenkeel.shell.simvenue.exchange;

import java.util.List;

/** A sink that can be read back: the exchange's whole history. Implementations are thread-safe. */
public interface EventLog extends EventSink, AutoCloseable {

  /** Returns every line so far, oldest first. */
  List<String> lines();

  @Override
  void close();
}
