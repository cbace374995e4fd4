package org.evenkeel.shell.simvenue.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The faults ordered and not yet used up, oldest first. Thread-safe. */
public final class Faults {

  private static final class Pending {
    private final Fault fault;
    private long left;

    Pending(Fault fault, long left) {
      this.fault = fault;
      this.left = left;
    }
  }

  private final List<Pending> pending = new ArrayList<>();

  synchronized void add(Fault fault, long count) {
    if (count > 0) {
      pending.add(new Pending(fault, count));
    }
  }

  synchronized void clear() {
    pending.clear();
  }

  synchronized Optional<Fault> take(String method, String path) {
    for (Iterator<Pending> each = pending.iterator(); each.hasNext(); ) {
      Pending next = each.next();
      if (next.fault.concerns(method, path)) {
        next.left--;
        if (next.left == 0) {
          each.remove();
        }
        return Optional.of(next.fault);
      }
    }
    return Optional.empty();
  }
}
