package org.evenkeel.shell.boot;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.nio.file.Path;
import org.evenkeel.core.statement.ChainHead;
import org.evenkeel.shell.authority.HeadsFile;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.cycle.AuditTrail;
import org.evenkeel.cycle.Controls;
import org.evenkeel.cycle.LockControls;
import org.evenkeel.cycle.Records;
import org.evenkeel.cycle.Requests;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.FlattenAnswer;
import org.evenkeel.shell.cli.FlattenOptions;
import org.evenkeel.shell.cli.FlattenPreview;
import org.evenkeel.shell.cli.FlattenTimes;
import org.evenkeel.shell.cli.KeysAnswer;
import org.evenkeel.shell.cli.Operations;
import org.evenkeel.shell.cli.PlanPreview;
import org.evenkeel.shell.cli.RunOptions;
import org.evenkeel.shell.cli.Session;
import org.evenkeel.shell.cli.SimulateOptions;
import org.evenkeel.shell.cli.SimulationAnswer;
import org.evenkeel.shell.cli.VenueSimOptions;
import org.evenkeel.shell.cli.WhatIfPreview;
import org.evenkeel.shell.cli.whatif.Assumption;
import org.evenkeel.shell.cli.whatif.WhatIf;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.jdbc.DatabaseRefused;
import org.evenkeel.shell.jdbc.PgAuditTrail;
import org.evenkeel.shell.jdbc.PgControls;
import org.evenkeel.shell.jdbc.PgLockControls;
import org.evenkeel.shell.jdbc.PgRecords;
import org.evenkeel.shell.jdbc.PgRequests;
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
        () -> new OpenSession(BotDatabase.forCommand(config), config.universe().navCurrency()));
  }

  @Override
  public int run(AppConfig config, RunOptions options) {
    if (config.mode() instanceof ModeSettings.Live) {
      throw Graphs.refusedLive(() -> expected(() -> KeyCheck.of(config)));
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
  public int venueSim(AppConfig config, VenueSimOptions options) {
    if (!(config.mode() instanceof ModeSettings.Rehearsal rehearsal)) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "venue-sim needs a configuration of mode rehearsal, found " + config.mode().label());
    }
    return expected(() -> new VenueRun(config, rehearsal, options, out).run());
  }

  @Override
  public KeysAnswer checkKeys(AppConfig config) {
    return expected(() -> KeyCheck.of(config));
  }

  @Override
  public FlattenPreview flattenPreview(AppConfig config) {
    return expected(() -> new FlattenAlone(config, out).preview());
  }

  @Override
  public FlattenAnswer flattenOffline(AppConfig config, FlattenOptions options) {
    return expected(() -> new FlattenAlone(config, out).run(options));
  }

  @Override
  public FlattenTimes flattenDrill(int instruments, SimulateOptions options) {
    return Simulations.flatten(instruments, options);
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
  public String version() {
    return Main.version();
  }

  /** An open database as the commands see it. */
  private static final class OpenSession implements Session {

    private final BotDatabase database;
    private final PgRecords records;
    private final PgControls controls;

    OpenSession(BotDatabase database, Currency navCurrency) {
      this.database = database;
      this.records = new PgRecords(database.database(), navCurrency);
      this.controls = new PgControls(database.database());
    }

    @Override
    public Records records() {
      return records;
    }

    @Override
    public Controls controls() {
      return controls;
    }

    @Override
    public LockControls locks() {
      return new PgLockControls(database.database());
    }

    @Override
    public Requests requests() {
      return new PgRequests(database.database());
    }

    @Override
    public AuditTrail auditTrail() {
      return new PgAuditTrail(database.database());
    }

    @Override
    public void close() {
      database.close();
    }
  }
}
