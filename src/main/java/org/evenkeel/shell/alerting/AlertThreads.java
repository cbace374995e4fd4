package org.evenkeel.shell.alerting;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.evenkeel.cycle.JournalUnavailable;
import org.evenkeel.cycle.alerting.AlertBook;
import org.evenkeel.cycle.alerting.AlertCall;
import org.evenkeel.cycle.alerting.AlertChannel;
import org.evenkeel.cycle.alerting.AlertDeed;
import org.evenkeel.cycle.alerting.Pager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work that follows from alerts: calls by each channel and records, each on a thread of its own, so that a receiver
 * or a database that hangs keeps nothing else waiting.
 */
public final class AlertThreads implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("org.evenkeel.alerts");

  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration RECORD = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(11);
  private static final int AT_ONCE = 100;

  private final Pager pager;
  private final AlertBook book;
  private final InstantSource wall;
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<AlertChannel> channels;
  private boolean isRecordFailing;

  /** Nothing runs until {@link #start}. */
  public AlertThreads(
      Pager pager, List<? extends AlertChannel> channels, AlertBook book, InstantSource wall) {
    this.pager = pager;
    this.channels = List.copyOf(channels);
    this.book = book;
    this.wall = wall;
  }

  /** Looks once at what a former process has left, then begins to call and to record. */
  public AlertThreads start() {
    record();
    for (AlertChannel channel : channels) {
      repeat("alerts-" + channel.name(), LOOK, () -> call(channel));
    }
    repeat("alerts-record", RECORD, this::record);
    return this;
  }

  /** Does something again and again on a thread of its own, until closed. */
  public void repeat(String name, Duration every, Runnable work) {
    threads.add(
        Thread.ofPlatform()
            .daemon()
            .name(name)
            .start(
                () -> {
                  do {
                    guarded(name, work);
                  } while (!isEnding(every));
                }));
  }

  /** A defect here must not end the thread, and with it all later calls. */
  private static void guarded(String name, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("event=alerts_defect thread={}", name, e);
    }
  }

  /** Waits so long; true if the end came meanwhile. */
  private boolean isEnding(Duration within) {
    try {
      return end.await(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** One look whether a channel has something to tell, with the call. */
  void call(AlertChannel channel) {
    Optional<AlertCall> due = pager.due(channel.name(), wall.instant());
    if (due.isPresent()) {
      Optional<String> failure = channel.send(due.get());
      pager.answered(due.get(), failure, wall.instant());
      failure.ifPresent(
          why ->
              LOG.warn(
                  "event=alert_not_delivered channel={} alerts={} why=\"{}\"",
                  channel.name(),
                  due.get().items().size(),
                  why));
    }
  }

  /** Records what is not recorded, and looks what persons have said. */
  synchronized void record() {
    try {
      List<AlertDeed> deeds = pager.unrecorded(AT_ONCE);
      while (!deeds.isEmpty()) {
        book.record(deeds);
        pager.recorded(deeds.size());
        deeds = pager.unrecorded(AT_ONCE);
      }
      if (pager.isToLookUp()) {
        pager.lookedUp(book.standing(), wall.instant());
      }
      if (isRecordFailing) {
        LOG.info("event=alerts_recorded_again");
      }
      isRecordFailing = false;
    } catch (JournalUnavailable e) {
      if (!isRecordFailing) {
        LOG.warn("event=alerts_not_recorded why=\"{}\"", e.getMessage());
      }
      isRecordFailing = true;
    }
  }

  /** Ends the threads; what is due now is told and recorded first, within the time that one attempt may take. */
  @Override
  public void close() {
    end.countDown();
    for (Thread thread : threads) {
      join(thread);
    }
    pager.ends();
    for (AlertChannel channel : channels) {
      guarded(channel.name(), () -> call(channel));
    }
    guarded("record", this::record);
  }

  /** Lets a call that is under way come to its end, so that it is known whether somebody was told. */
  private static void join(Thread thread) {
    try {
      if (!thread.join(PATIENCE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
