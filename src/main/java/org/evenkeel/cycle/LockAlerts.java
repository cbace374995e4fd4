package org.evenkeel.cycle;

import java.util.List;
import java.util.TreeSet;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockCause;

/** One alert for each lock, with what it means and what ends it; cleared when the lock is. Single-threaded. */
final class LockAlerts {

  private final Journal journal;
  private final Alerts alerts;
  private final TreeSet<String> told = new TreeSet<>();

  LockAlerts(Journal journal, Alerts alerts) {
    this.journal = journal;
    this.alerts = alerts;
  }

  /** Tells what has changed since the last time. */
  void tell() {
    List<Lock> open = journal.locks().open();
    TreeSet<String> standing = new TreeSet<>();
    for (Lock lock : open) {
      String subject = "lock " + lock.number();
      standing.add(subject);
      alerts.raise(subject, lock.finding() + "; " + effect(lock) + "; " + lock.remedy());
    }
    told.stream().filter(subject -> !standing.contains(subject)).forEach(alerts::clear);
    told.clear();
    told.addAll(standing);
  }

  private static String effect(Lock lock) {
    boolean isNarrow = !lock.concernsEverything();
    return (isNarrow ? "it is not traded" : "nothing is traded")
        + (lock.permits() == LockCause.Permits.REDUCING ? " but for orders that reduce" : "");
  }
}
