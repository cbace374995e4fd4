package org.evenkeel.shell.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.RiskChange;
import org.evenkeel.core.statement.LockRow;
import org.evenkeel.cycle.LocksHandler;
import org.evenkeel.cycle.RaisingOrders;
import org.evenkeel.shell.cli.print.LocksText;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What is frozen: shown, acknowledged by two persons, locked and unlocked by hand. */
final class LockCommands {

  private final Cli cli;

  private LockCommands(Cli cli) {
    this.cli = cli;
  }

  static void addTo(CommandLine root, Cli cli) {
    LockCommands commands = new LockCommands(cli);
    CommandLine listing = new CommandLine(commands.new Listing());
    listing.addSubcommand(commands.new Acknowledge());
    root.addSubcommand(listing);
    root.addSubcommand(
        "lock",
        commands.byHand(true, "Freeze an instrument, or ACCOUNT for everything, until 'unlock'."));
    root.addSubcommand(
        "unlock",
        commands.byHand(
            false, "Take back a lock by hand; whatever else locks the instrument stays."));
  }

  private CommandLine byHand(boolean isLock, String description) {
    CommandLine line = new CommandLine(new ByHand(isLock));
    line.getCommandSpec().usageMessage().description(description);
    return line;
  }

  /** Lists what is locked. */
  @Command(name = "locks", description = "List what is frozen, why, and what ends it.")
  final class Listing implements Callable<Integer> {

    @Override
    public Integer call() {
      return cli.inSession(
          session -> cli.answer(session.records().status().openLocks(), LocksText::of));
    }
  }

  /** Asks for an acknowledgement. */
  @Command(
      name = "acknowledge",
      description = "Ask to clear locks that only persons clear; a second person must approve.")
  final class Acknowledge implements Callable<Integer> {

    @Parameters(
        paramLabel = "NUMBER",
        arity = "1..*",
        description = "Their numbers in 'evenkeel locks'.")
    List<Long> numbers = List.of();

    @Mixin final ReasonOption reason = new ReasonOption();

    @Override
    public Integer call() {
      return cli.inSession(
          session -> {
            List<LockRow> open = session.records().status().openLocks();
            List<LockRow> wanted =
                numbers.stream().map(number -> acknowledgeable(open, number)).toList();
            throw ApprovalCommands.ask(cli, session, LocksHandler.request(wanted), reason.text());
          });
    }
  }

  private static LockRow acknowledgeable(List<LockRow> open, long number) {
    LockRow lock =
        open.stream()
            .filter(row -> row.number() == number)
            .findFirst()
            .orElseThrow(() -> refused("no lock " + number + " stands; look at 'evenkeel locks'"));
    if (!LockCause.valueOf(lock.cause()).needsAcknowledgement()) {
      throw refused("lock " + number + " is not acknowledged: " + lock.remedy());
    }
    return lock;
  }

  /** Locks by hand, or takes such a lock back: one command for each. */
  @Command
  final class ByHand implements Callable<Integer> {

    private final boolean isLock;

    @Parameters(
        paramLabel = "INSTRUMENT",
        description = "Such as BTC-USDT-PERP@binance; for 'unlock' as it was locked.")
    String subject = "";

    @Mixin final ReasonOption reason = new ReasonOption();

    ByHand(boolean isLock) {
      this.isLock = isLock;
    }

    @Override
    public Integer call() {
      String why = reason.text();
      AppConfig config = cli.config();
      requireKnown(config, subject);
      try (Session session = cli.operations().open(config)) {
        if (config.authority().isSigned() && RiskChange.ofLock(isLock)) {
          throw ApprovalCommands.ask(cli, session, RaisingOrders.unlock(subject), why);
        }
        String before = isLock ? "free of locks by hand" : "locked by hand";
        String after = isLock ? "locked by hand" : "free of locks by hand";
        Change change =
            new Change(subject, before, after, "from the next order on", cli.options().author, why);
        cli.carryOut(
            change,
            () -> {
              Instant at = cli.botTime(config, session.records().status());
              boolean isDone =
                  isLock
                      ? session.locks().lock(subject, change.author(), why, at)
                      : session.locks().unlock(subject, change.author(), why, at);
              if (!isDone) {
                throw refused(subject + " is " + after + " already; look at 'evenkeel locks'");
              }
              return change;
            },
            done -> "recorded for " + done.author());
      }
      return ExitCode.DONE.code();
    }
  }

  private static void requireKnown(AppConfig config, String subject) {
    List<String> known = new ArrayList<>();
    config.universe().instruments().stream().map(InstrumentId::value).forEach(known::add);
    known.add(Lock.ACCOUNT);
    if (!known.contains(subject)) {
      throw new CommandFailed(
          ExitCode.USAGE, "found '" + subject + "', expected one of " + String.join(", ", known));
    }
  }

  private static CommandFailed refused(String why) {
    return new CommandFailed(ExitCode.REFUSED, "refused: " + why);
  }
}
