package org.evenkeel.shell.boot;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.statement.ChainHead;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.KillDrill;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.cycle.DecisionInputs;
import org.evenkeel.cycle.DecisionRules;
import org.evenkeel.cycle.conform.ConformanceReport;
import org.evenkeel.shell.authority.HeadsFile;
import org.evenkeel.shell.authority.Identities;
import org.evenkeel.shell.authority.Identity;
import org.evenkeel.shell.authority.KeyFile;
import org.evenkeel.shell.authority.PersonRole;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ConformOptions;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.Finding;
import org.evenkeel.shell.cli.FlattenAnswer;
import org.evenkeel.shell.cli.FlattenOptions;
import org.evenkeel.shell.cli.FlattenPreview;
import org.evenkeel.shell.cli.FlattenTimes;
import org.evenkeel.shell.cli.IdentityRow;
import org.evenkeel.shell.cli.KeysAnswer;
import org.evenkeel.shell.cli.Operations;
import org.evenkeel.shell.cli.PlanPreview;
import org.evenkeel.shell.cli.RunOptions;
import org.evenkeel.shell.cli.SavedPlanPreview;
import org.evenkeel.shell.cli.Session;
import org.evenkeel.shell.cli.SimulateOptions;
import org.evenkeel.shell.cli.SimulationAnswer;
import org.evenkeel.shell.cli.TransferPreview;
import org.evenkeel.shell.cli.TransferWish;
import org.evenkeel.shell.cli.VenueSimOptions;
import org.evenkeel.shell.cli.WatchOptions;
import org.evenkeel.shell.cli.WhatIfPreview;
import org.evenkeel.shell.cli.whatif.Assumption;
import org.evenkeel.shell.cli.whatif.WhatIf;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.jdbc.DatabaseRefused;
import org.evenkeel.shell.simvenue.market.MarketFileException;
import org.evenkeel.shell.web.WebPortTaken;

/** What the command line's commands do. */
final class Application implements Operations {

  private final PrintStream out;

  Application(PrintStream out) {
    this.out = out;
  }

  @Override
  public Session open(AppConfig config) {
    return expected(
        () ->
            new OpenSession(BotDatabase.forCommand(config), config, Person.of(config.authority())));
  }

  @Override
  public int run(AppConfig config, RunOptions options) {
    if (config.mode() instanceof ModeSettings.Live) {
      throw Graphs.refusedLive(
          AuthorityCheck.of(config), () -> expected(() -> KeyCheck.of(config)));
    }
    return expected(() -> new DaemonRun(config, options, version(), out).run());
  }

  @Override
  public PlanPreview plan(AppConfig config) {
    Graphs.requireNotLive(config);
    return expected(
        () -> {
          try (BotDatabase database = BotDatabase.forCommand(config)) {
            return new Preview(config, database.database()).make();
          }
        });
  }

  @Override
  public SavedPlanPreview savePlan(AppConfig config, Duration life, Ratio priceTolerance) {
    Graphs.requireNotLive(config);
    return expected(
        () -> {
          try (BotDatabase database = BotDatabase.forCommand(config)) {
            return new Preview(config, database.database()).saved(life, priceTolerance);
          }
        });
  }

  @Override
  public Optional<Refusal> objection(AppConfig config, SavedPlan plan) {
    Graphs.requireNotLive(config);
    return expected(
        () -> {
          try (BotDatabase database = BotDatabase.forCommand(config)) {
            return new Preview(config, database.database()).objection(plan);
          }
        });
  }

  @Override
  public SimulationAnswer simulate(SimulateOptions options) {
    return Simulations.run(options);
  }

  @Override
  public WhatIfPreview planIf(AppConfig config, List<Assumption> assumptions) {
    Graphs.requireNotLive(config);
    WhatIf question = new WhatIf(config.universe(), assumptions);
    return expected(
        () -> {
          try (BotDatabase database = BotDatabase.forCommand(config)) {
            return new Preview(config, database.database()).makeIf(question, assumptions);
          }
        });
  }

  @Override
  public WhatIfPreview planUnder(
      AppConfig config, UnaryOperator<List<OperatorOverride>> overrides, String words) {
    Graphs.requireNotLive(config);
    return expected(
        () -> {
          try (BotDatabase database = BotDatabase.forCommand(config)) {
            return new Preview(config, database.database()).makeUnder(overrides, words);
          }
        });
  }

  @Override
  public DecisionRules rules(AppConfig config) {
    return Strategies.of(config).rules();
  }

  @Override
  public Instant appointmentAfter(AppConfig config, Instant instant) {
    return Strategies.of(config).cadence().nextAfter(instant);
  }

  @Override
  public int venueSim(AppConfig config, VenueSimOptions options) {
    if (!(config.mode() instanceof ModeSettings.Rehearsal rehearsal)) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "venue-sim needs a configuration of mode rehearsal, found " + config.mode().label());
    }
    return expected(() -> new VenueRun(config, rehearsal, options, out).run());
  }

  @Override
  public WatchLook watchOnce(AppConfig config) {
    Graphs.requireNotLive(config);
    return expected(() -> new WatchRun(config).once());
  }

  @Override
  public int watch(AppConfig config, WatchOptions options, Consumer<WatchLook> told) {
    Graphs.requireNotLive(config);
    return expected(() -> new WatchRun(config).run(options, told));
  }

  @Override
  public KeysAnswer checkKeys(AppConfig config) {
    return expected(() -> KeyCheck.of(config));
  }

  @Override
  public ConformanceReport conform(ConformOptions options) {
    return expected(() -> ConformRun.of(options, version()));
  }

  @Override
  public List<Finding> examine(AppConfig config) {
    return expected(() -> Checkup.of(config));
  }

  @Override
  public List<Finding> testAlerts(AppConfig config) {
    return expected(() -> AlertCheckup.test(config));
  }

  @Override
  public FlattenPreview flattenPreview(AppConfig config) {
    return expected(() -> new FlattenAlone(config, out).preview());
  }

  @Override
  public TransferPreview transferPreview(AppConfig config, TransferWish wish) {
    Graphs.requireNotLive(config);
    return expected(() -> new TransferLook(config).of(wish));
  }

  @Override
  public FlattenAnswer flattenOffline(AppConfig config, FlattenOptions options) {
    return expected(() -> new FlattenAlone(config, out).run(options));
  }

  @Override
  public FlattenTimes flattenDrill(int instruments, SimulateOptions options) {
    return Simulations.flatten(instruments, options);
  }

  @Override
  public KillDrill killDrill(
      AppConfig config, CycleStatement statement, Optional<DecisionInputs> inputs, int runs) {
    return KillDrills.run(config, statement, inputs, runs);
  }

  @Override
  public List<Finding> makeBackup(AppConfig config, Path file) {
    return expected(() -> Backups.make(config, file));
  }

  @Override
  public List<Finding> verifyBackup(AppConfig config, Path file) {
    return expected(() -> Backups.verify(config, file));
  }

  /** Work whose known failures are the user's to mend: they get a message and an exit code, and no stack trace. */
  private static <T> T expected(Supplier<T> work) {
    try {
      return work.get();
    } catch (DatabaseRefused e) {
      throw new CommandFailed(ExitCode.DATABASE, String.valueOf(e.getMessage()));
    } catch (WebPortTaken | MarketFileException | UncheckedIOException e) {
      throw new CommandFailed(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public List<ChainHead> keptHeads(Path file) {
    return expected(() -> new HeadsFile(file).read());
  }

  @Override
  public Optional<String> signer(AppConfig config) {
    return Person.of(config.authority()).map(who -> who.identity().name());
  }

  @Override
  public String createIdentity(String name, String role, Path file) {
    return expected(
        () -> {
          try {
            PersonRole known = PersonRole.valueOf(role.toUpperCase(Locale.ROOT));
            return new Identity(name, known, KeyFile.create(file)).line();
          } catch (IllegalArgumentException e) {
            throw new CommandFailed(
                ExitCode.USAGE,
                "found role '" + role + "'; write viewer, operator, approver or admin");
          }
        });
  }

  @Override
  public List<IdentityRow> identities(AppConfig config) {
    return expected(
        () ->
            config.authority().identities().map(Identities::read).stream()
                .flatMap(known -> known.all().stream())
                .map(
                    each ->
                        new IdentityRow(
                            each.name(), each.role().name().toLowerCase(Locale.ROOT), each.keyId()))
                .toList());
  }

  @Override
  public List<String> missingAuthority(AppConfig config) {
    return expected(() -> AuthorityCheck.of(config));
  }

  @Override
  public String signLimits(AppConfig config) {
    return expected(() -> AuthorityCheck.sign(config));
  }

  @Override
  public String version() {
    return Main.version();
  }
}
