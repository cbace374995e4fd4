package org.evenkeel.shell.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.calendar.SlotMove;
import org.evenkeel.core.calendar.SlotMoves;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.policy.CanaryStart;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.SeenOverrides;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.FlowClass;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.TransferEntry;
import org.evenkeel.core.settle.WalletTransfer;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.ErrandRow;
import org.evenkeel.core.statement.KillDrill;
import org.evenkeel.cycle.ConfigControls;
import org.evenkeel.cycle.Controls;
import org.evenkeel.cycle.DecisionInputs;
import org.evenkeel.cycle.Dossier;
import org.evenkeel.cycle.Errand;
import org.evenkeel.cycle.Upkeep;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.simulate.Memory;
import org.evenkeel.shell.simulate.MemoryControls;

/** The orders that a test has given, in words. */
abstract class FakeControls implements Controls {

  /** Who must agree to the configuration of the command line. */
  ConfigReview review =
      new ConfigReview(
          ContentHash.ofText("here"), Optional.empty(), true, List.of(), ConfigReview.Needs.NOBODY);

  Optional<CanaryStart> canary = Optional.empty();
  final ConfigControls configs = new MemoryControls(new Memory()).configs();

  @Override
  public ConfigControls configs() {
    return configs;
  }

  public ConfigReview configReview() {
    return review;
  }

  public Optional<Duration> rehearsalAge() {
    return Optional.empty();
  }

  public Optional<CanaryStart> newestCanary() {
    return canary;
  }

  final List<OperatorOverride> overrides = new ArrayList<>();
  List<Long> orderedMeanwhile = List.of();
  final FakeUpkeep upkeep = new FakeUpkeep(this);
  final FakeDossier dossier = new FakeDossier();
  List<Finding> backup = List.of(Finding.ok("chain", "222 rows"));
  KillDrill drill = FakeUpkeep.drill("54.1");
  final List<SlotMove> moves = new ArrayList<>();
  List<ErrandRow> errands = List.of();
  Optional<Fill> executed = Optional.empty();
  List<FlowEntry> flows = List.of();
  List<TransferEntry> transfers = List.of();
  final List<String> calls = new ArrayList<>();

  @Override
  public void setTradingState(TradingState state, String author, String reason) {
    calls.add(state + " by " + author + ": " + reason);
  }

  @Override
  public Result<OperatorOverride> setOverride(OperatorOverride wanted, Optional<List<Long>> seen) {
    Optional<Refusal> objection =
        seen.flatMap(
            ids ->
                SeenOverrides.objection(ids, orderedMeanwhile.isEmpty() ? ids : orderedMeanwhile));
    if (objection.isPresent()) {
      return Result.refused(objection.get());
    }
    OperatorOverride added = wanted.numbered(overrides.size() + 1L);
    overrides.add(added);
    return Result.ok(added);
  }

  @Override
  public boolean expireOverride(long id, String author, String reason, Instant at) {
    calls.add("expire " + id + " by " + author + " at " + at + ": " + reason);
    return overrides.removeIf(o -> o.id() == id);
  }

  @Override
  public long requestRun(String author, String reason) {
    calls.add("run-now by " + author + ": " + reason);
    return 7;
  }

  @Override
  public long requestRebalance(SortedSet<SleeveId> only, String author, String reason) {
    calls.add("rebalance " + only + " by " + author + ": " + reason);
    return 9;
  }

  @Override
  public boolean moveSlot(SlotMove move, String author, String reason) {
    moves.add(move);
    return calls.add("move " + move.from() + " to " + move.to() + " by " + author + ": " + reason);
  }

  /** What records say of it. */
  public SlotMoves slotMoves() {
    return SlotMoves.of(moves);
  }

  /** Who leads, as a test has it. */
  public Upkeep upkeep() {
    return upkeep;
  }

  /** What is recorded, as a test has it. */
  public Dossier dossier() {
    return dossier;
  }

  /** What came of a backup, as a test has it. */
  public List<Finding> makeBackup(AppConfig config, Path file) {
    calls.add("backup to " + file);
    return backup;
  }

  /** The same of its proof. */
  public List<Finding> verifyBackup(AppConfig config, Path file) {
    calls.add("verify " + file);
    return backup;
  }

  /** A drill that a test has made. */
  public KillDrill killDrill(
      AppConfig config, CycleStatement statement, Optional<DecisionInputs> inputs, int runs) {
    calls.add("drill of " + statement.asOf() + ", " + runs + " runs");
    return drill;
  }

  @Override
  public long send(Errand.Kind kind, String subject, String author, String reason) {
    calls.add((kind.command() + " " + subject).strip() + " by " + author + ": " + reason);
    return 5;
  }

  @Override
  public long requestPlan(SavedPlan plan, String author, String reason) {
    calls.add("requestPlan " + plan.expiresAt() + " " + author + " " + reason);
    return 8;
  }

  @Override
  public boolean classifyFlow(long number, FlowClass as, String author, String reason, Instant at) {
    calls.add("flow " + number + " " + as + " by " + author + ": " + reason);
    return true;
  }

  @Override
  public long requestTransfer(WalletTransfer transfer, String author, String reason) {
    calls.add("transfer of " + transfer + " by " + author + ": " + reason);
    return 3;
  }

  @Override
  public boolean giveUpTransfer(long number, String author, String reason) {
    return number == 3 && calls.add("give up " + number + " by " + author + ": " + reason);
  }

  public List<ErrandRow> errands(int limit) {
    return errands;
  }

  public Optional<Fill> execution(InstrumentId instrument, TradeId trade) {
    return executed.filter(
        fill -> fill.instrument().equals(instrument) && fill.tradeId().equals(trade));
  }

  public List<TransferEntry> transfers() {
    return transfers;
  }

  public List<FlowEntry> flows() {
    return flows;
  }
}
