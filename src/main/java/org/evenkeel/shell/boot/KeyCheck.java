package org.evenkeel.shell.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.cycle.AccountPins;
import org.evenkeel.cycle.KeyReport;
import org.evenkeel.cycle.KeyRights;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.KeysAnswer;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.config.secret.SecretStore;
import org.evenkeel.shell.config.secret.SecretUnavailable;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.fault.CallSettings;
import org.evenkeel.shell.jdbc.PgAccountPins;

/** What the venue says of the configured key, and whether the account is the one that belongs to the database. */
final class KeyCheck {

  private KeyCheck() {}

  /** Asks with the key of the configured mode; nothing is started that can trade. */
  static KeysAnswer of(AppConfig config) {
    return switch (config.mode()) {
      case ModeSettings.Paper paper ->
          throw new CommandFailed(ExitCode.REFUSED, "paper mode has no key that could be checked");
      case ModeSettings.Rehearsal rehearsal -> {
        try (RehearsalGraph graph = RehearsalGraph.elsewhere(config, rehearsal)) {
          yield judged(config, graph.keyRights());
        }
      }
      case ModeSettings.Live live -> judged(config, List.of(rights(config, live)));
    };
  }

  private static KeyRights rights(AppConfig config, ModeSettings.Live live) {
    VenueCapabilities venue = config.venue().only();
    try {
      SecretStore secrets = SecretStore.ofThisProcess();
      VenueKeys keys =
          new VenueKeys(
              secrets.read(live.apiKey()),
              secrets.read(live.apiSecret()),
              live.passphrase().isPresent()
                  ? secrets.read(live.passphrase().get())
                  : Secret.of("none"));
      return Connection.to(
              new Connection.Terms(
                  venue,
                  new Connection.Urls(live.urls().spot(), live.urls().futures()),
                  keys,
                  config.venue(),
                  new CallPolicies(venue.venue().value(), CallSettings.of(venue.venue())),
                  new WallClock()))
          .keyRights();
    } catch (SecretUnavailable | IllegalArgumentException e) {
      throw new CommandFailed(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private static KeysAnswer judged(AppConfig config, List<KeyRights> rights) {
    List<KeyReport> reports = rights.stream().map(KeyCheck::report).toList();
    List<String> objections = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    boolean isLive = config.mode() instanceof ModeSettings.Live;
    if (isLive) {
      objections.addAll(AuthorityCheck.of(config));
    }
    try (BotDatabase database = BotDatabase.forCommand(config)) {
      PgAccountPins pins = new PgAccountPins(database.database());
      for (KeyReport report : reports) {
        objections.addAll(report.objections());
        if (isLive && !config.venue().unreportedRightsChecked()) {
          report.unreported().ifPresent(objections::add);
        }
        warnings.addAll(report.warnings());
        pins.objection(AccountPins.Pin.of(report)).ifPresent(objections::add);
      }
    }
    return new KeysAnswer(reports, objections, warnings);
  }

  /** Sets the accounts up, once they are known to be those that belong to the database; else nothing is touched. */
  static Result<Boolean> prepared(
      List<KeyRights> rights,
      AccountPins pins,
      Consumer<KeyReport> seen,
      Supplier<Result<Boolean>> setUp) {
    return belonging(rights, pins, seen).then(belongs -> setUp.get());
  }

  /**
   * Refused if a venue does not say whose account its key opens, or if it is not the one that belongs to the database.
   *
   * @param seen gets what each venue says
   */
  static Result<Boolean> belonging(
      List<KeyRights> rights, AccountPins pins, Consumer<KeyReport> seen) {
    for (KeyRights one : rights) {
      Result<KeyReport> said = one.read();
      if (said instanceof Result.Ok<KeyReport> ok) {
        seen.accept(ok.value());
      }
      Result<Boolean> belongs =
          said.then(
              report ->
                  pins.objection(AccountPins.Pin.of(report))
                      .map(words -> Result.<Boolean>refused(RefusalReason.VENUE_REJECTED, words))
                      .orElseGet(() -> Result.ok(true)));
      if (belongs instanceof Result.Refused<Boolean>) {
        return belongs;
      }
    }
    return Result.ok(true);
  }

  private static KeyReport report(KeyRights rights) {
    return switch (rights.read()) {
      case Result.Ok<KeyReport> ok -> ok.value();
      case Result.Refused<KeyReport> refused ->
          throw new CommandFailed(
              ExitCode.VENUE, "the key cannot be checked: " + refused.refusal());
    };
  }
}
