package org.evenkeel.shell.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.evenkeel.shell.cli.whatif.Assumption;
import org.evenkeel.shell.config.AppConfig;

/**
 * What the commands need from the program around them.
 *
 * <p>Every method may throw {@link CommandFailed} with the exit code that fits, and {@link
 * org.evenkeel.cycle.JournalUnavailable}, which becomes exit code 6.
 * A configuration arrives complete: options of the command line are already in it.
 */
public interface Operations {

  /** Opens what is recorded, whether the daemon runs or not; starts an embedded database if none is up. */
  Session open(AppConfig config);

  /** Runs the bot until it is told to stop or has done what the options ask; the exit code of the program. */
  int run(AppConfig config, RunOptions options);

  /** Makes the plan that a decision would make now, and sends and records nothing. */
  PlanPreview plan(AppConfig config);

  /** Makes the same plan and binds it to what it was made from. */
  SavedPlanPreview savePlan(AppConfig config, Duration life, Ratio priceTolerance);

  /** Why a saved plan could not be carried out now; records nothing. */
  Optional<Refusal> objection(AppConfig config, SavedPlan plan);

  /** Makes the same plan, and the one that it would be under assumptions; sends and records nothing. */
  WhatIfPreview planIf(AppConfig config, List<Assumption> assumptions);

  /** Makes the plan as it is, and the one that it would be under other overrides; sends and records nothing. */
  WhatIfPreview planUnder(
      AppConfig config, UnaryOperator<List<OperatorOverride>> overrides, String words);

  /** The part of a configuration that decisions follow from. */
  DecisionRules rules(AppConfig config);

  /** The first appointment of the schedule after an instant. */
  Instant appointmentAfter(AppConfig config, Instant instant);

  /** One look of the independent watcher, which changes and records nothing. */
  WatchLook watchOnce(AppConfig config);

  /** Runs the independent watcher until it is told to stop, and tells every look; the exit code of the program. */
  int watch(AppConfig config, WatchOptions options, Consumer<WatchLook> told);

  /** Runs the simulated venue of a rehearsal's configuration alone, until it is told to stop. */
  int venueSim(AppConfig config, VenueSimOptions options);

  /** Asks the venues what the configured keys may do, and compares the accounts with those of the database. */
  KeysAnswer checkKeys(AppConfig config);

  /** Tries every claim about a venue at its test network; needs no configuration and no database. */
  ConformanceReport conform(ConformOptions options);

  /** Looks at receivers of alerts, database, audit chain, disk, lease, watcher, venues, clocks and keys, in this order; changes nothing. */
  List<Finding> examine(AppConfig config);

  /** Sends a test by every configured channel and says how each went; none if there is no channel. */
  List<Finding> testAlerts(AppConfig config);

  /** Runs the bot in worlds that fail and says what was found. */
  SimulationAnswer simulate(SimulateOptions options);

  /** The heads of the audit chain that a file outside of the database has kept; none if there is no file. */
  List<ChainHead> keptHeads(Path file);

  /** The name of the person whose key is configured; empty if orders are not signed, or there is no key. */
  Optional<String> signer(AppConfig config);

  /** Makes a private key in a new file and returns the person's line for the file of identities. */
  String createIdentity(String name, String role, Path file);

  /** What is missing for live of persons, and of their signatures under the hard limits; empty if nothing is. */
  List<String> missingAuthority(AppConfig config);

  /** Signs the hard limits with the configured key, adds the line to their file, and returns it. */
  String signLimits(AppConfig config);

  /** The persons who may order. */
  List<IdentityRow> identities(AppConfig config);

  /** The version with its commit, such as '0.1.0 (4f7a2c1)'. */
  String version();

  /** What a flatten would close, by the venue's account; changes nothing. */
  FlattenPreview flattenPreview(AppConfig config);

  /** What a transfer between wallets would do, by the venue's account; changes nothing. */
  TransferPreview transferPreview(AppConfig config, TransferWish wish);

  /** Closes everything without the database. */
  FlattenAnswer flattenOffline(AppConfig config, FlattenOptions options);

  /** Rehearses the kill switch on a statement's book at a simulated venue; touches nothing that is real. */
  KillDrill killDrill(
      AppConfig config, CycleStatement statement, Optional<DecisionInputs> inputs, int runs);

  /** Writes the bot's own tables into a new file and says what is in it. */
  List<Finding> makeBackup(AppConfig config, Path file);

  /** Puts a backup into a scratch database, looks at chain, ledger and newest decisions there, and removes it. */
  List<Finding> verifyBackup(AppConfig config, Path file);

  /** Flattens a book of so many instruments at a failing venue, once for each of the options' seeds. */
  FlattenTimes flattenDrill(int instruments, SimulateOptions options);
}
