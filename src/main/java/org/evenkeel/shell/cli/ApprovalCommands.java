package org.evenkeel.shell.cli;

import org.evenkeel.core.basics.Result;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.shell.cli.print.RequestsText;
import org.evenkeel.shell.config.AuthoritySettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The rule of two: what one person has asked for and another one must approve. */
final class ApprovalCommands {

  private final Cli cli;

  private ApprovalCommands(Cli cli) {
    this.cli = cli;
  }

  static void addTo(CommandLine root, Cli cli) {
    ApprovalCommands commands = new ApprovalCommands(cli);
    root.addSubcommand(commands.new Listing());
    root.addSubcommand(
        "approve",
        commands.decide(
            true, "Agree to what another person has asked for; shown before it is recorded."));
    root.addSubcommand(
        "reject", commands.decide(false, "End a request that waits; one person is enough."));
  }

  private CommandLine decide(boolean isApproval, String description) {
    CommandLine line = new CommandLine(new Decide(isApproval));
    line.getCommandSpec().usageMessage().description(description);
    return line;
  }

  /** Asks for something that another person must approve; never returns, the exit code says that it waits. */
  static CommandFailed ask(Cli cli, Session session, Request request, String reason) {
    RequestRow asked = session.requests().ask(request, cli.options().author, reason);
    cli.answer(asked, RequestsText::detail);
    AuthoritySettings authority = cli.config().authority();
    return new CommandFailed(
        ExitCode.NEEDS_APPROVAL,
        "request "
            + asked.number()
            + " waits "
            + authority.approvalWait().toMinutes()
            + " minutes for another person: ./evenkeel approve "
            + asked.number()
            + (authority.isSigned() ? " --key FILE" : " --author NAME")
            + " --reason ...");
  }

  /** Lists what waits. */
  @Command(name = "approvals", description = "List what waits for a second person.")
  final class Listing implements java.util.concurrent.Callable<Integer> {

    @Option(names = "--all", description = "With those that are decided or expired.")
    boolean all;

    @Override
    public Integer call() {
      return cli.inSession(
          session -> cli.answer(session.requests().requests(all), RequestsText::of));
    }
  }

  /** Says yes or no to a request: one command for each. */
  @Command
  final class Decide implements java.util.concurrent.Callable<Integer> {

    private final boolean isApproval;

    @Parameters(paramLabel = "ID", description = "Its number in 'approvals'.")
    long id;

    @Mixin final ReasonOption reason = new ReasonOption();

    Decide(boolean isApproval) {
      this.isApproval = isApproval;
    }

    @Override
    public Integer call() {
      return cli.inSession(
          session -> {
            if (!isApproval) {
              answer(session.requests().reject(id, cli.options().author, reason.text()));
              return;
            }
            RequestRow seen = find(session, id);
            cli.preview(RequestsText.detail(seen));
            answer(
                session.requests().approve(id, seen.hash(), cli.options().author, reason.text()));
          });
    }
  }

  private void answer(Result<RequestRow> result) {
    switch (result) {
      case Result.Ok<RequestRow> ok -> cli.answer(ok.value(), RequestsText::line);
      case Result.Refused<RequestRow> refused ->
          throw new CommandFailed(ExitCode.REFUSED, "refused: " + refused.refusal().detail());
    }
  }

  private static RequestRow find(Session session, long id) {
    return session.requests().requests(true).stream()
        .filter(row -> row.number() == id)
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailed(
                    ExitCode.REFUSED,
                    "refused: there is no request " + id + "; look at 'evenkeel approvals'"));
  }
}
