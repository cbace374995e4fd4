package org.evenkeel.shell.simulate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a memory held at the beginning of a transaction, to be put back if it fails. */
public final class MemorySnapshot {

  private final List<Runnable> undo = new ArrayList<>();

  /** Remembers a map. */
  <K, V> void keep(Map<K, V> map) {
    Map<K, V> before = new LinkedHashMap<>(map);
    undo.add(
        () -> {
          map.clear();
          map.putAll(before);
        });
  }

  /** Remembers a list. */
  <V> void keep(Collection<V> values) {
    List<V> before = new ArrayList<>(values);
    undo.add(
        () -> {
          values.clear();
          values.addAll(before);
        });
  }

  /** Remembers how a cycle stands. */
  void keep(CycleEntry entry) {
    var status = entry.status;
    var reason = entry.reason;
    var statement = entry.statement;
    keep(entry.inputs);
    keep(entry.documents);
    undo.add(
        () -> {
          entry.status = status;
          entry.reason = reason;
          entry.statement = statement;
        });
  }

  /** Remembers single values, by what puts them back. */
  void keep(Runnable putBack) {
    undo.add(putBack);
  }

  /** Puts everything back, as a database does that is restored from a copy. */
  public void restore() {
    undo.forEach(Runnable::run);
  }
}
