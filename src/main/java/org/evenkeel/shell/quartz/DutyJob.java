package org.evenkeel.shell.quartz;

import org.quartz.Job;
import org.quartz.JobExecutionContext;

/**
 * A job that calls one duty.
 *
 * <p>It does not ask Quartz to prevent concurrent runs: after a kill, Quartz would hold the dead run's lock for a while,
 * and that nothing is done twice is the journal's affair.
 */
final class DutyJob implements Job {

  private final Runnable duty;

  DutyJob(Runnable duty) {
    this.duty = duty;
  }

  @Override
  public void execute(JobExecutionContext context) {
    duty.run();
  }
}
