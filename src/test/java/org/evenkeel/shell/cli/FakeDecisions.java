package org.evenkeel.shell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.statement.Explanation;
import org.evenkeel.cycle.Decisions;
import org.evenkeel.cycle.StoredDecision;

/** Decisions that a test has put there; their texts are what Java calls them. */
final class FakeDecisions implements Decisions {

  final List<StoredDecision> stored = new ArrayList<>();
  final Map<String, Explanation> explanations = new TreeMap<>();
  final List<SavedPlan> plans = new ArrayList<>();
  final Map<String, String> intents = new TreeMap<>();

  @Override
  public List<CycleId> newest(int limit) {
    int from = Math.max(0, stored.size() - limit);
    return stored.subList(from, stored.size()).stream().map(StoredDecision::cycle).toList();
  }

  @Override
  public Optional<StoredDecision> of(CycleId cycle) {
    return stored.stream().filter(each -> each.cycle().equals(cycle)).findFirst();
  }

  @Override
  public Optional<Explanation> explanation(CycleId cycle) {
    return Optional.ofNullable(explanations.get(cycle.value()));
  }

  @Override
  public Optional<IntentId> intentOf(String clientOrderId) {
    return Optional.ofNullable(intents.get(clientOrderId)).map(IntentId::of);
  }

  @Override
  public String text(Object document) {
    return document.toString();
  }

  @Override
  public SavedPlan readPlan(String text) {
    return plans.stream().filter(plan -> plan.toString().equals(text)).findFirst().orElseThrow();
  }

  @Override
  public List<Difference> differences(String stored, String again, int most) {
    return difference(stored, again).stream().toList();
  }

  @Override
  public Optional<Difference> difference(String stored, String again) {
    return stored.equals(again)
        ? Optional.empty()
        : Optional.of(new Difference("all", stored, again));
  }
}
