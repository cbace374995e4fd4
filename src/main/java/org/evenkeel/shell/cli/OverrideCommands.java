package org.evenkeel.shell.cli;

import java.time.Instant;
import java.util.List;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.RiskChange;
import org.evenkeel.core.statement.Status;
import org.evenkeel.cycle.RaisingOrders;
import org.evenkeel.shell.cli.print.OverridesText;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The operator's hand on single sleeves. */
@Command(
    name = "override",
    description = "Lower, close or stop a part of the book for a time.",
    synopsisSubcommandLabel = "COMMAND")
final class OverrideCommands {

  private final Cli cli;

  OverrideCommands(Cli cli) {
    this.cli = cli;
  }

  /** Adds the command that has options of its own kind. */
  static void addTo(CommandLine root, Cli cli) {
    CommandLine group = new CommandLine(new OverrideCommands(cli));
    group.addSubcommand(new OverrideSetCommand(cli));
    root.addSubcommand(group);
  }

  @Command(name = "list", description = "List the overrides in force.")
  int list(@Option(names = "--all", description = "With those that have ended.") boolean all) {
    return cli.inSession(
        session -> {
          List<OperatorOverride> overrides = session.records().overrides(all);
          cli.answer(overrides, OverridesText::of);
        });
  }

  @Command(
      name = "diff",
      description =
          "Show what the overrides in force do: a decision now without them and with them.")
  int diff() {
    WhatIfPreview preview =
        cli.operations().planUnder(cli.config(), inForce -> List.of(), "no override");
    WhatIfPreview turned =
        new WhatIfPreview(
            preview.asOf(),
            preview.assumptions(),
            preview.refusal(),
            preview.changed(),
            preview.unchanged());
    cli.answer(turned, OverrideEffectText::of);
    return preview.refusal().isPresent() ? ExitCode.REFUSED.code() : ExitCode.DONE.code();
  }

  @Command(name = "expire", description = "End an override now.")
  int expire(
      @Parameters(paramLabel = "ID", description = "Its number in 'override list'.") long id,
      @Mixin ReasonOption reason) {
    AppConfig config = cli.config();
    try (Session session = cli.operations().open(config)) {
      Status status = session.records().status();
      OperatorOverride override =
          session.records().overrides(false).stream()
              .filter(o -> o.id() == id)
              .findFirst()
              .orElseThrow(() -> notInForce(id));
      String why = reason.text();
      cli.preview(
          OverrideEffectText.of(
              OverridePreview.of(
                  cli,
                  config,
                  inForce -> inForce.stream().filter(each -> each.id() != id).toList(),
                  "override " + id + " ended")));
      if (config.authority().isSigned() && RiskChange.ofOverrideEnd()) {
        throw ApprovalCommands.ask(cli, session, RaisingOrders.overrideEnd(override), why);
      }
      Change change =
          new Change(
              "override " + id + " of " + override.scope(),
              OverridesText.effect(override),
              "ended",
              "from the next decision on",
              cli.options().author,
              why);
      cli.carryOut(
          change,
          () -> {
            Instant at = cli.botTime(config, status);
            if (!session.controls().expireOverride(id, change.author(), why, at)) {
              throw notInForce(id);
            }
            return change;
          },
          done -> "recorded for " + done.author());
    }
    return ExitCode.DONE.code();
  }

  private static CommandFailed notInForce(long id) {
    return new CommandFailed(
        ExitCode.REFUSED,
        "refused: no override " + id + " is in force; look at 'evenkeel override list'");
  }
}
