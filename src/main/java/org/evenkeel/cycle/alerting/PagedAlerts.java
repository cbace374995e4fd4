package org.evenkeel.cycle.alerting;

import java.time.InstantSource;
import org.evenkeel.cycle.Alerts;

/**
 * Alerts that are written to the log, and for which a person is called.
 *
 * <p>Neither waits for a database nor for a receiver. Thread-safe.
 */
public final class PagedAlerts implements Alerts {

  private final Alerts log;
  private final Pager pager;
  private final InstantSource wall;

  public PagedAlerts(Alerts log, Pager pager, InstantSource wall) {
    this.log = log;
    this.pager = pager;
    this.wall = wall;
  }

  @Override
  public void raise(String subject, String message) {
    log.raise(subject, message);
    pager.raised(subject, message, wall.instant());
  }

  @Override
  public void clear(String subject) {
    log.clear(subject);
    pager.cleared(subject, wall.instant());
  }

  /** Written down and nothing else: nobody is called for what needs no attention. */
  @Override
  public void note(String event, String message) {
    log.note(event, message);
  }
}
