package org.evenkeel.shell.cli;

import org.evenkeel.core.calendar.Cadence;
import org.evenkeel.shell.config.AppConfig;

/** The appointments of a configuration's schedule, at the times to which operators have moved them. */
final class Appointments {

  private Appointments() {}

  static Cadence of(Cli cli, AppConfig config, Session session) {
    return session.records().slotMoves().over(at -> cli.operations().appointmentAfter(config, at));
  }
}
