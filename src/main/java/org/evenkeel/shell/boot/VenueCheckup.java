package org.evenkeel.shell.boot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.KeyReport;
import org.evenkeel.cycle.KeyRights;
import org.evenkeel.cycle.SelfMatch;
import org.evenkeel.cycle.Venue;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ConformanceFiles;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.Finding;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;

/** A look at each venue: whether it answers, how far our clock is off its own, what our key may do. */
final class VenueCheckup {

  private static final String ASK_AGAIN =
      "look at the network and the venue's status page, then ask again";

  private final AppConfig config;
  private final List<Finding> findings = new ArrayList<>();

  private VenueCheckup(AppConfig config) {
    this.config = config;
  }

  /** What is found at the venues of a graph, which is opened for that and closed again. */
  static List<Finding> of(AppConfig config, Supplier<Graph> opening) {
    VenueCheckup checkup = new VenueCheckup(config);
    if (config.mode() instanceof ModeSettings.Live) {
      checkup.live();
      return checkup.findings;
    }
    try (Graph graph = opening.get();
        Clock.Hold held = graph.clock().hold()) {
      for (Venue venue : graph.venues().all()) {
        checkup.venue(venue, graph.clock());
      }
      checkup.keys(graph.keyRights());
      graph.selfMatches().forEach(each -> checkup.findings.add(apart(each.read())));
    } catch (CommandFailed e) {
      checkup.findings.add(
          Finding.fail("venue", ExitCode.VENUE, String.valueOf(e.getMessage()), ASK_AGAIN));
    }
    return checkup.findings;
  }

  private void venue(Venue venue, Clock clock) {
    String name = venue.capabilities().venue().value();
    findings.add(
        switch (venue.account()) {
          case Result.Ok<AccountSnapshot> ok -> Finding.ok("venue", name + " shows our account");
          case Result.Refused<AccountSnapshot> refused ->
              Finding.fail("venue", ExitCode.VENUE, name + ", " + refused.refusal(), ASK_AGAIN);
        });
    Instant before = clock.now();
    Result<Instant> theirs = venue.venueTime();
    Duration travel = Duration.between(before, clock.now());
    findings.add(
        switch (theirs) {
          case Result.Ok<Instant> ok ->
              offset(
                  name,
                  Duration.between(ok.value(), before.plus(travel.dividedBy(2))),
                  config.limits().maxClockOffset());
          case Result.Refused<Instant> refused ->
              Finding.fail("clock", ExitCode.VENUE, name + ", " + refused.refusal(), ASK_AGAIN);
        });
  }

  /** Our clock minus a venue's, against the most that may be. */
  static Finding offset(String venue, Duration offset, Duration most) {
    String found = offset.toMillis() + " ms ahead of " + venue;
    String allowed = "at most " + most.toMillis() + " ms are allowed (limits.max_clock_offset_ms)";
    if (offset.abs().compareTo(most) > 0) {
      return Finding.fail(
          "clock", ExitCode.VENUE, found, allowed + ", nothing is sent; synchronize the clock");
    }
    return offset.abs().multipliedBy(2).compareTo(most) > 0
        ? Finding.warn("clock", found, allowed + "; synchronize the clock")
        : Finding.ok("clock", found);
  }

  private void keys(List<KeyRights> rights) {
    if (rights.isEmpty()) {
      findings.add(Finding.ok("keys", "mode " + config.mode().label() + " has none"));
    }
    for (KeyRights each : rights) {
      switch (each.read()) {
        case Result.Ok<KeyReport> ok ->
            findings.add(
                judged(ok.value().venue().value(), ok.value().objections(), ok.value().warnings()));
        case Result.Refused<KeyReport> refused ->
            findings.add(
                Finding.fail("keys", ExitCode.VENUE, refused.refusal().toString(), ASK_AGAIN));
      }
    }
  }

  /** Whether orders of the account are kept from trading with each other, where that is a setting. */
  static Finding apart(Result<SelfMatch.Found> read) {
    return switch (read) {
      case Result.Refused<SelfMatch.Found> refused ->
          Finding.fail(
              "self-match",
              ExitCode.VENUE,
              refused.refusal().toString(),
              "the bot does not start before the venue says how orders are kept apart");
      case Result.Ok<SelfMatch.Found> ok -> {
        String found = ok.value().venue() + " is set to " + ok.value().word();
        yield ok.value().reachesOthers()
            ? Finding.warn(
                "self-match",
                found,
                "orders of other accounts and ours end each other; set it to REJECT_TAKER")
            : Finding.ok("self-match", found);
      }
    };
  }

  /** What stands against a key, the worst of it. */
  static Finding judged(String whose, List<String> objections, List<String> warnings) {
    if (!objections.isEmpty()) {
      return Finding.fail("keys", ExitCode.REFUSED, whose, String.join("; ", objections));
    }
    return warnings.isEmpty()
        ? Finding.ok("keys", whose + ", fit for trading")
        : Finding.warn("keys", whose, String.join("; ", warnings));
  }

  /** Of a live account only the key is looked at: this version opens no more of it. */
  private void live() {
    ConformanceFiles reports = new ConformanceFiles(ConformanceFiles.DIRECTORY);
    config
        .venue()
        .capabilities()
        .forEach(claims -> findings.add(reports.finding(claims, Main.version())));
    try {
      var answer = KeyCheck.of(config);
      findings.add(judged("the live key", answer.objections(), answer.warnings()));
    } catch (CommandFailed e) {
      findings.add(Finding.fail("keys", e.exitCode(), String.valueOf(e.getMessage()), ASK_AGAIN));
    }
    findings.add(
        Finding.warn(
            "venue",
            "account and clock were not looked at",
            "this version does not trade live; use mode rehearsal or paper"));
  }
}
