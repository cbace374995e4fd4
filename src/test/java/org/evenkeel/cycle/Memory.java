package org.evenkeel.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.LedgerTransaction;
import org.evenkeel.core.settle.PositionBreak;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.CycleStatus;

/** What survives a crash: the tables of the journal as collections. */
final class Memory {

  /** The row of a slot. */
  static final class CycleEntry {
    final Slot slot;
    CycleStatus status = CycleStatus.RUNNING;
    String reason = "";
    Optional<CycleStatement> statement = Optional.empty();
    final Map<String, ContentHash> inputs = new TreeMap<>();
    final Map<String, Object> documents = new TreeMap<>();

    CycleEntry(Slot slot) {
      this.slot = slot;
    }
  }

  final Map<CycleId, CycleEntry> cycles = new LinkedHashMap<>();
  final Map<IntentId, Intent> intents = new LinkedHashMap<>();
  final Map<ClientOrderId, Attempt> attempts = new LinkedHashMap<>();
  final Map<String, Fill> fills = new LinkedHashMap<>();
  final Map<String, LedgerTransaction> transactions = new LinkedHashMap<>();
  final List<PositionBreak> breaks = new ArrayList<>();
  final List<OperatorOverride> overrides = new ArrayList<>();
  final List<Long> runRequests = new ArrayList<>();
  long runRequestsMade = 0;
  TradingState tradingState = TradingState.ACTIVE;
  Optional<String> nonce = Optional.empty();
  Optional<Instant> lastSeen = Optional.empty();
  long epoch = 0;
  Optional<String> holder = Optional.empty();

  CycleEntry cycle(CycleId id) {
    CycleEntry entry = cycles.get(id);
    if (entry == null) {
      throw new IllegalStateException("no cycle " + id);
    }
    return entry;
  }

  <T> List<T> newestDocuments(String stage, Class<T> type, int limit) {
    List<CycleEntry> newestFirst = new ArrayList<>(cycles.values());
    Collections.reverse(newestFirst);
    return newestFirst.stream()
        .filter(entry -> entry.documents.containsKey(stage))
        .map(entry -> type.cast(entry.documents.get(stage)))
        .limit(limit)
        .toList();
  }
}
