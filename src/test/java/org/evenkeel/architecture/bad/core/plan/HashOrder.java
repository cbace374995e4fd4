package org.evenkeel.architecture.bad.core.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Bad: collections whose order differs from run to run. */
record HashOrder(List<String> names) {

  Map<String, Integer> lengths() {
    Map<String, Integer> lengths = new HashMap<>();
    names.forEach(name -> lengths.put(name, name.length()));
    return Map.copyOf(lengths);
  }

  Set<String> known() {
    return names.isEmpty() ? Set.of("btc", "eth") : names.stream().collect(Collectors.toSet());
  }
}
