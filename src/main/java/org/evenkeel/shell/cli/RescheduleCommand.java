package org.evenkeel.shell.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.core.calendar.Cadence;
import org.evenkeel.core.calendar.SlotMove;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.Status;
import org.evenkeel.shell.cli.print.Figures;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves the next appointment. */
@Command(
    name = "reschedule",
    description =
        "Move the next appointment of the schedule; those after it stay, and there is never one more than before.")
final class RescheduleCommand implements Callable<Integer> {

  /** Enough to find the last decision of the schedule beside those that operators asked for. */
  private static final int NEWEST = 20;

  private final Cli cli;

  @Option(
      names = "--next",
      required = true,
      paramLabel = "TIME",
      description = "The new time, such as 2026-01-03T14:00Z, or a duration from now such as 2h.")
  String next;

  @Mixin final ReasonOption reason = new ReasonOption();

  RescheduleCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    String why = reason.text();
    AppConfig config = cli.config();
    return cli.inSession(session -> move(config, session, why));
  }

  private void move(AppConfig config, Session session, String why) {
    Status status = session.records().status();
    Instant now = cli.botTime(config, status);
    Instant to = Times.instantOrDuration(next, now);
    Cadence cadence = Appointments.of(cli, config, session);
    Instant from = cadence.nextAfter(now);
    check(session, cadence, new Wanted(now, from, to, config.schedule().minDistance()));
    Change change =
        new Change(
            "appointment of " + Figures.time(from),
            "due",
            "moved to " + Figures.time(to),
            "those after it stay, the next at " + Figures.time(cadence.nextAfter(from)),
            cli.options().author,
            why);
    cli.carryOut(
        change,
        () -> {
          if (!session.controls().moveSlot(new SlotMove(from, to), change.author(), why)) {
            throw refused(Figures.time(from) + " has its decision already");
          }
          return change;
        },
        done -> "recorded for " + done.author());
  }

  /** What is wanted of the next appointment, and how near two may be. */
  private record Wanted(Instant now, Instant from, Instant to, Duration least) {}

  private static void check(Session session, Cadence cadence, Wanted wanted) {
    Optional<String> skipped = session.records().slotToSkip(wanted.from());
    if (skipped.isPresent()) {
      throw refused(Figures.time(wanted.from()) + " is skipped already by " + skipped.get());
    }
    if (wanted.to().equals(wanted.from())) {
      throw refused("the next appointment is at " + Figures.time(wanted.from()) + " already");
    }
    if (!wanted.to().isAfter(wanted.now())) {
      throw refused(
          Figures.time(wanted.to())
              + " is over, it is "
              + Figures.time(wanted.now())
              + "; 'run-now' decides at once");
    }
    Instant following = cadence.nextAfter(wanted.from());
    if (wanted.to().plus(wanted.least()).isAfter(following)) {
      throw tooNear(wanted, "before the appointment of " + Figures.time(following));
    }
    session.records().cycles(NEWEST).stream()
        .filter(row -> !row.cycleId().contains("#"))
        .map(CycleRow::dueAt)
        .findFirst()
        .filter(last -> last.plus(wanted.least()).isAfter(wanted.to()))
        .ifPresent(
            last -> {
              throw tooNear(wanted, "after the decision of " + Figures.time(last));
            });
  }

  private static CommandFailed tooNear(Wanted wanted, String what) {
    return refused(
        Figures.time(wanted.to())
            + " is less than "
            + wanted.least().toMinutes()
            + " minutes (schedule.min_distance_minutes) "
            + what
            + "; write another time, or 'skip-next' to do without the appointment");
  }

  private static CommandFailed refused(String why) {
    return new CommandFailed(ExitCode.REFUSED, "refused: " + why);
  }
}
