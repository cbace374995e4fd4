package org.evenkeel.shell.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.statement.Facts;
import org.evenkeel.cycle.Dossier;

/** Recorded facts that a test has put there. */
final class FakeDossier implements Dossier {

  static final Instant BEGUN = Instant.parse("2026-11-05T11:00:00Z");

  final Map<Kind, Facts> facts = new EnumMap<>(Kind.class);
  final List<String> rows = new ArrayList<>(List.of("{\"fill\": 1}"));
  final List<String> windows = new ArrayList<>();

  @Override
  public Facts facts(Kind kind, Instant since, Instant until) {
    windows.add(kind + " since " + since);
    return facts.getOrDefault(kind, new Facts(List.of("at"), List.of()));
  }

  @Override
  public List<String> tables() {
    return List.of("empty", "fill");
  }

  @Override
  public void rows(String table, Instant since, Instant until, Consumer<String> line) {
    if (table.equals("fill")) {
      rows.forEach(line);
    }
  }

  @Override
  public Optional<Instant> begun(CycleId cycle) {
    return Optional.of(BEGUN);
  }
}
