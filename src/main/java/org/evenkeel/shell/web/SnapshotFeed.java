package org.evenkeel.shell.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.evenkeel.cycle.JournalUnavailable;
import org.evenkeel.cycle.Records;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the records at most twice a second while somebody watches, and hands each change to every watcher.
 *
 * <p>One thread reads however many watch, and none reads when nobody does.
 * A watcher that is slow gets the newest state next, never a backlog.
 * A journal that does not answer is a state like any other, so the page learns of it and of its return.
 *
 * <p>Thread-safe.
 */
final class SnapshotFeed implements AutoCloseable {

  /**
   * One state of the world as the stream sends it.
   *
   * @param number counts changes, from 1
   * @param event 'snapshot', or 'unavailable' if the journal does not answer
   * @param json the data, one line
   */
  record Update(long number, String event, String json) {}

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotFeed.class);
  private static final long PAUSE_MS = 500;

  private final Records records;
  private final String version;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread reader;

  private Optional<Update> newest = Optional.empty();
  private long number;
  private int watchers;
  private boolean closed;

  SnapshotFeed(Records records, String version) {
    this.records = records;
    this.version = version;
    this.reader = Thread.ofPlatform().name("web-feed").daemon().unstarted(this::readWhileWatched);
  }

  void start() {
    reader.start();
  }

  /** Counts a watcher in, unless there are {@code most} already; the first one starts the reading afresh. */
  boolean join(int most) {
    lock.lock();
    try {
      if (closed || watchers >= most) {
        return false;
      }
      if (watchers == 0) {
        newest = Optional.empty();
      }
      watchers++;
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      watchers--;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for an update newer than the one seen; empty if none came in time or the feed is closed. */
  Optional<Update> awaitNewerThan(long seen, Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (!closed && newest.filter(update -> update.number() > seen).isEmpty()) {
        if (left <= 0) {
          return Optional.empty();
        }
        left = changed.awaitNanos(left);
      }
      return closed ? Optional.empty() : newest;
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    reader.interrupt();
  }

  private void readWhileWatched() {
    try {
      while (awaitWatcher()) {
        readOnce();
        TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean awaitWatcher() throws InterruptedException {
    lock.lock();
    try {
      while (watchers == 0 && !closed) {
        changed.await();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private void readOnce() {
    try {
      publish("snapshot", Json.text(Snapshot.read(records, version)));
    } catch (JournalUnavailable e) {
      publish("unavailable", Json.text(unavailable(String.valueOf(e.getMessage()))));
    } catch (RuntimeException e) {
      // The reading thread serves every watcher for months: one bad row must not end it.
      LOG.warn("event=page_read_failed", e);
      publish("unavailable", Json.text(unavailable("the records cannot be read: see the log")));
    }
  }

  static Map<String, String> unavailable(String message) {
    return new TreeMap<>(Map.of("error", "journal_unavailable", "message", message));
  }

  private void publish(String event, String json) {
    lock.lock();
    try {
      boolean same =
          newest.filter(last -> last.event().equals(event) && last.json().equals(json)).isPresent();
      if (!same) {
        number++;
        newest = Optional.of(new Update(number, event, json));
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }
}
