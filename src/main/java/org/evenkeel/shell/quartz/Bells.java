package org.evenkeel.shell.quartz;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The three bells of the schedule, kept in the bot's own database by Quartz's JDBC job store.
 *
 * <p>The bell for decisions is set anew after each ring for the next slot, because a rehearsal's market time does not run
 * like the wall clock; the other two ring at fixed intervals. A misfire is not made up for: the duty itself finds out
 * what is owed.
 *
 * <p>Thread-safe.
 */
public final class Bells implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Bells.class);
  private static final String SOURCE = "evenkeel";
  private static final String REBALANCE = "rebalance";

  /** Less than this is the inexactness of clocks, not another appointment. */
  private static final Duration MOVED = Duration.ofSeconds(1);

  private final Scheduler scheduler;
  private final Duties duties;
  private volatile Instant setFor = Instant.MAX;

  /**
   * What rings and how often, on the wall clock.
   *
   * @param rebalance the duty at each slot
   * @param untilNextSlot how long it takes until the next slot
   * @param reconcile the duty of comparing with the venue
   * @param reconcileEvery its interval
   * @param heartbeat the sign of life
   * @param heartbeatEvery its interval
   */
  public record Duties(
      Runnable rebalance,
      Supplier<Duration> untilNextSlot,
      Runnable reconcile,
      Duration reconcileEvery,
      Runnable heartbeat,
      Duration heartbeatEvery) {}

  private Bells(Scheduler scheduler, Duties duties) {
    this.scheduler = scheduler;
    this.duties = duties;
  }

  /**
   * Hangs the bells; they are silent until {@link #ring}.
   *
   * @param source connections to the bot's database
   * @param tablePrefix schema and prefix of Quartz's tables
   */
  public static Bells hang(DataSource source, String tablePrefix, Duties duties) {
    try {
      DBConnectionManager.getInstance().addConnectionProvider(SOURCE, new Provider(source));
      Scheduler scheduler = new StdSchedulerFactory(settings(tablePrefix)).getScheduler();
      Bells bells = new Bells(scheduler, duties);
      Map<String, Runnable> runnables =
          Map.of(
              REBALANCE,
              () -> bells.ringAndSetAnew(duties.rebalance()),
              "reconcile",
              duties.reconcile(),
              "heartbeat",
              () -> bells.beatAndCheck(duties.heartbeat()));
      scheduler.setJobFactory(
          (bundle, any) -> {
            String name = bundle.getJobDetail().getKey().getName();
            Runnable duty = runnables.get(name);
            if (duty == null) {
              throw new SchedulerException("no duty is named '" + name + "'");
            }
            return new DutyJob(duty);
          });
      return bells;
    } catch (SchedulerException e) {
      throw new IllegalStateException("the schedule could not be made: " + e.getMessage(), e);
    }
  }

  /** Lets the bells ring; only the process that holds the lease does this, for the bells are shared. */
  public void ring() {
    try {
      if (!scheduler.isStarted() || scheduler.isInStandbyMode()) {
        every("reconcile", duties.reconcileEvery());
        every("heartbeat", duties.heartbeatEvery());
        setForNextSlot();
        scheduler.start();
      }
    } catch (SchedulerException e) {
      LOG.warn("event=schedule_start message=\"{}\"", e.getMessage());
    }
  }

  /** Silences the bells until {@link #ring}. */
  public void hush() {
    try {
      if (scheduler.isStarted() && !scheduler.isInStandbyMode()) {
        scheduler.standby();
      }
    } catch (SchedulerException e) {
      LOG.warn("event=schedule_standby message=\"{}\"", e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      LOG.warn("event=schedule_stop message=\"{}\"", e.getMessage());
    }
  }

  private void ringAndSetAnew(Runnable duty) {
    try {
      duty.run();
    } finally {
      setForNextSlot();
    }
  }

  /**
   * The heartbeat also looks whether the bell for decisions is set: one that was lost would be silence, and an operator may
   * have moved the appointment forward.
   */
  private void beatAndCheck(Runnable duty) {
    duty.run();
    try {
      if (!scheduler.checkExists(TriggerKey.triggerKey(REBALANCE))) {
        LOG.warn("event=schedule_lost message=\"the bell for decisions was not set; it is now\"");
        setForNextSlot();
      } else if (isSooner()) {
        setForNextSlot();
      }
    } catch (SchedulerException e) {
      LOG.warn("event=schedule_check message=\"{}\"", e.getMessage());
    }
  }

  private boolean isSooner() {
    return Instant.now().plus(duties.untilNextSlot().get()).plus(MOVED).isBefore(setFor);
  }

  private void setForNextSlot() {
    try {
      Instant at = Instant.now().plus(duties.untilNextSlot().get());
      setFor = at;
      set(
          REBALANCE,
          TriggerBuilder.newTrigger()
              .withIdentity(REBALANCE)
              .startAt(Date.from(at))
              .withSchedule(
                  SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
              .build());
    } catch (SchedulerException e) {
      LOG.warn("event=schedule_set message=\"{}\"", e.getMessage());
    }
  }

  private void every(String name, Duration interval) throws SchedulerException {
    set(
        name,
        TriggerBuilder.newTrigger()
            .withIdentity(name)
            .startNow()
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(interval.toMillis())
                    .repeatForever()
                    .withMisfireHandlingInstructionNextWithRemainingCount())
            .build());
  }

  private synchronized void set(String name, Trigger trigger) throws SchedulerException {
    JobDetail job =
        JobBuilder.newJob(DutyJob.class).withIdentity(JobKey.jobKey(name)).storeDurably().build();
    scheduler.addJob(job, true);
    Trigger bound = trigger.getTriggerBuilder().forJob(job).build();
    if (scheduler.checkExists(bound.getKey())) {
      scheduler.rescheduleJob(bound.getKey(), bound);
    } else {
      scheduler.scheduleJob(bound);
    }
  }

  private static Properties settings(String tablePrefix) {
    Properties p = new Properties();
    p.setProperty("org.quartz.scheduler.instanceName", "evenkeel");
    p.setProperty("org.quartz.scheduler.instanceId", "AUTO");
    p.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    p.setProperty("org.quartz.scheduler.idleWaitTime", "2000");
    p.setProperty("org.quartz.scheduler.dbFailureRetryInterval", "1000");
    p.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    p.setProperty("org.quartz.threadPool.threadCount", "3");
    p.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    p.setProperty(
        "org.quartz.jobStore.driverDelegateClass",
        "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    p.setProperty("org.quartz.jobStore.dataSource", SOURCE);
    p.setProperty("org.quartz.jobStore.tablePrefix", tablePrefix);
    p.setProperty("org.quartz.jobStore.useProperties", "true");
    p.setProperty("org.quartz.jobStore.isClustered", "true");
    p.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
    p.setProperty("org.quartz.jobStore.misfireThreshold", "60000");
    return p;
  }

  /** Quartz's view of the bot's connections. */
  private record Provider(DataSource source) implements ConnectionProvider {
    @Override
    public Connection getConnection() throws SQLException {
      return source.getConnection();
    }

    @Override
    public void shutdown() {
      // The pool belongs to the journal and is closed with it.
    }

    @Override
    public void initialize() {
      // The pool is open already.
    }
  }
}
