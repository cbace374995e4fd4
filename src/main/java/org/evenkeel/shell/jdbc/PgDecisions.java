package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.cycle.Decisions;
import org.evenkeel.cycle.StoredDecision;

/**
 * Past decisions in PostgreSQL, read back exactly and checked against the hashes that name their parts.
 *
 * <p>Works without the lease. This class is thread-safe.
 */
public final class PgDecisions implements Decisions {

  /** The schema from which on everything that a decision is made from is kept. */
  private static final int FIRST_SCHEMA = 24;

  private static final String NEWEST =
      """
      select cycle_id from (
        select cycle_id, started_at, due_at from cycle
        where status not in ('RUNNING', 'SKIPPED') and occasion <> 'FLATTEN'
        order by started_at desc, due_at desc limit ?) as n
      order by started_at, due_at
      """;

  private static final String CYCLE =
      """
      select c.status, c.reason, r.version, r.schema_version
      from cycle c join run r using (run_id) where c.cycle_id = ?
      """;

  private static final String PARTS =
      """
      select i.kind, o.hash, o.body from cycle_input i join observation o using (hash)
      where i.cycle_id = ?
      """;

  private static final String DOCUMENTS =
      """
      select stage, body::text as body, hash from cycle_document where cycle_id = ?
        and stage not in ('scoreboard', 'forecast', 'statement', 'performance', 'execution')
      """;

  private static final String INTENTS =
      """
      select instrument, leg, side, quantity, reduce_only, arrival_price from intent
      where cycle_id = ? order by leg
      """;

  private record CycleRow(CycleStatus status, String reason, String version, String schema) {}

  private record Named(String name, String hash, String text) {}

  private final Database database;

  public PgDecisions(Database database) {
    this.database = database;
  }

  @Override
  public List<CycleId> newest(int limit) {
    return database.read(
        "read the newest decisions",
        sql -> sql.list(NEWEST, row -> CycleId.of(row.text("cycle_id")), limit));
  }

  @Override
  public Optional<StoredDecision> of(CycleId cycle) {
    return database.read("read the decision " + cycle, sql -> stored(sql, cycle));
  }

  private static Optional<StoredDecision> stored(Sql sql, CycleId cycle) throws SQLException {
    Optional<CycleRow> found =
        sql.first(
            CYCLE,
            row ->
                new CycleRow(
                    CycleStatus.valueOf(row.text("status")),
                    row.text("reason"),
                    row.text("version"),
                    row.text("schema_version")),
            cycle.value());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    TreeMap<String, String> documents = new TreeMap<>();
    TreeMap<String, String> hashes = new TreeMap<>();
    sql.list(
            DOCUMENTS,
            row -> new Named(row.text("stage"), row.text("hash"), row.text("body")),
            cycle.value())
        .forEach(
            document -> {
              documents.put(document.name(), document.text());
              hashes.put(document.name(), document.hash());
            });
    List<Intent> intents = sql.list(INTENTS, row -> intent(cycle, row), cycle.value());
    return Optional.of(
        new StoredDecision(
            cycle,
            found.get().status(),
            found.get().reason(),
            inputs(sql, cycle, found.get()),
            documents,
            hashes,
            intents));
  }

  private static Intent intent(CycleId cycle, Row row) throws SQLException {
    return new Intent(
        cycle,
        InstrumentId.of(row.text("instrument")),
        row.integer("leg"),
        Side.valueOf(row.text("side")),
        new Contracts(row.decimal("quantity")),
        row.bool("reduce_only"),
        new Price(row.decimal("arrival_price")));
  }

  private static StoredDecision.Inputs inputs(Sql sql, CycleId cycle, CycleRow about)
      throws SQLException {
    TreeMap<String, String> parts = new TreeMap<>();
    for (Named part :
        sql.list(
            PARTS,
            row ->
                new Named(row.text("kind"), row.text("hash"), Compression.text(row.bytes("body"))),
            cycle.value())) {
      if (!ContentHash.ofText(part.text()).value().equals(part.hash())) {
        return new StoredDecision.Inputs.Unreadable(
            "the part '"
                + part.name()
                + "' has not the content that its name "
                + part.hash()
                + " says");
      }
      parts.put(part.name(), part.text());
    }
    return InputCodec.isComplete(parts) ? read(parts) : missing(parts, about);
  }

  private static StoredDecision.Inputs missing(SortedMap<String, String> parts, CycleRow about) {
    return new StoredDecision.Inputs.Missing(
        parts.isEmpty()
            ? "nothing was decided: " + about.status() + " " + about.reason()
            : "cannot be replayed: it was stored by version "
                + about.version()
                + " with schema "
                + about.schema()
                + ", and all that a decision is made from is kept since schema "
                + FIRST_SCHEMA);
  }

  private static StoredDecision.Inputs read(SortedMap<String, String> parts) {
    try {
      return new StoredDecision.Inputs.Whole(InputCodec.read(parts));
    } catch (IllegalStateException e) {
      return new StoredDecision.Inputs.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public String text(Object document) {
    return Documents.text(document);
  }

  @Override
  public Optional<Difference> difference(String stored, String again) {
    return Differences.first(stored, again);
  }
}
