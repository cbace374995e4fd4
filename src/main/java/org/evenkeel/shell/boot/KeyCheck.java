package org.evenkeel.shell.boot;

import java.util.ArrayList;
import java.util.List;
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
import org.evenkeel.shell.config.secret.SecretStore;
import org.evenkeel.shell.config.secret.SecretUnavailable;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.fault.CallSettings;
import org.evenkeel.shell.jdbc.PgAccountPins;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.BinanceSettings;
import org.evenkeel.shell.xchange.binance.trade.AccountKeys;
import org.evenkeel.shell.xchange.binance.trade.BinanceVenue;

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
          yield judged(config, graph.connections().stream().map(KeyCheck::rights).toList());
        }
      }
      case ModeSettings.Live live -> judged(config, List.of(rights(config, live)));
    };
  }

  private static KeyRights rights(Connection connection) {
    return connection
        .keyRights()
        .orElseThrow(
            () ->
                new CommandFailed(
                    ExitCode.REFUSED,
                    "this version cannot ask "
                        + connection.venue().capabilities().venue()
                        + " what a key may do; look at the key's page there"));
  }

  private static KeyRights rights(AppConfig config, ModeSettings.Live live) {
    try {
      SecretStore secrets = SecretStore.ofThisProcess();
      AccountKeys keys =
          new AccountKeys(secrets.read(live.apiKey()), secrets.read(live.apiSecret()));
      BinanceSettings settings =
          BinanceSettings.at(live.urls().futures(), live.urls().spot())
              .within(config.venue().connectTimeout(), config.venue().readTimeout());
      VenueCapabilities venue = config.venue().only();
      BinanceLink link =
          new BinanceLink(
              venue.venue(),
              settings,
              new CallPolicies(venue.venue().value(), CallSettings.binance()),
              new WallClock());
      return new BinanceVenue(link, venue, keys).keyRights();
    } catch (SecretUnavailable e) {
      throw new CommandFailed(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private static KeysAnswer judged(AppConfig config, List<KeyRights> rights) {
    List<KeyReport> reports = rights.stream().map(KeyCheck::report).toList();
    List<String> objections = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    try (BotDatabase database = BotDatabase.forCommand(config)) {
      PgAccountPins pins = new PgAccountPins(database.database());
      for (KeyReport report : reports) {
        objections.addAll(report.objections());
        warnings.addAll(report.warnings());
        pins.objection(AccountPins.Pin.of(report)).ifPresent(objections::add);
      }
    }
    return new KeysAnswer(reports, objections, warnings);
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
