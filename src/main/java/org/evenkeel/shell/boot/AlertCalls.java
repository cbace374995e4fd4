package org.evenkeel.shell.boot;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.evenkeel.core.statement.AlertTally;
import org.evenkeel.cycle.Alerts;
import org.evenkeel.cycle.alerting.AlertBook;
import org.evenkeel.cycle.alerting.Escalation;
import org.evenkeel.cycle.alerting.PagedAlerts;
import org.evenkeel.cycle.alerting.Pager;
import org.evenkeel.shell.alerting.AlertThreads;
import org.evenkeel.shell.alerting.Heartbeat;
import org.evenkeel.shell.alerting.Webhook;
import org.evenkeel.shell.config.AlertSettings;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.telemetry.LogAlerts;

/** The alerts of one process with everything that calls a person for them. */
final class AlertCalls implements AutoCloseable {

  private final AlertSettings settings;
  private final InstantSource wall = InstantSource.system();
  private final List<Webhook> channels;
  private final Pager pager;
  private final PagedAlerts alerts;
  private Optional<AlertThreads> threads = Optional.empty();
  private Optional<Heartbeat> heartbeat = Optional.empty();

  /** Reads the secret addresses; nobody is called until {@link #start}, but what is raised is kept until then. */
  AlertCalls(AppConfig config) {
    settings = config.alerts();
    channels = AlertAddresses.channels(settings);
    pager =
        new Pager(
            new Escalation(
                channels.stream().map(Webhook::name).toList(), settings.step(), settings.repeat()),
            wall.instant());
    alerts = new PagedAlerts(new LogAlerts(), pager, wall);
  }

  Alerts alerts() {
    return alerts;
  }

  void start(AlertBook book) {
    threads = Optional.of(new AlertThreads(pager, channels, book, wall).start());
  }

  /** Gives a sign of life to whoever is configured, as long as this is true. */
  void beatWhile(BooleanSupplier isWell) {
    heartbeat = AlertAddresses.heartbeat(settings, isWell, alerts);
    heartbeat.ifPresent(
        sign ->
            threads
                .orElseThrow()
                .repeat("alerts-heartbeat", settings.heartbeatEvery(), sign::beat));
  }

  /** Whether this process is the one that acts, and not one that waits for the lease. */
  void leads(boolean isSo) {
    pager.leads(isSo);
  }

  AlertTally tally() {
    return pager.tally();
  }

  long unrecorded() {
    return pager.unrecordedInAll();
  }

  @Override
  public void close() {
    threads.ifPresent(AlertThreads::close);
    heartbeat.ifPresent(Heartbeat::close);
    channels.forEach(Webhook::close);
  }
}
