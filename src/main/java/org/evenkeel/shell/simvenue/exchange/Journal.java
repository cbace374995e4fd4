package org.evenkeel.shell.simvenue.exchange;

/** Writes an event and only then lets it change the state. Not thread-safe. */
final class Journal {

  private final EventSink sink;
  private final SimState state;

  Journal(EventSink sink, SimState state) {
    this.sink = sink;
    this.state = state;
  }

  void emit(SimEvent event) {
    sink.append(EventCodec.line(event));
    state.apply(event);
  }
}
