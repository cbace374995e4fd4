package org.evenkeel.shell.quartz;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/**
 * A job that calls one duty.
 *
 * <p>The annotation only keeps bells from piling up; that nothing is done twice is the journal's affair.
 */
@DisallowConcurrentExecution
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
