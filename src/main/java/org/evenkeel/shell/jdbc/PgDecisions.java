package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.Explanation;
import org.evenkeel.cycle.Decisions;
import org.evenkeel.cycle.StoredDecision;

/**
 * Past decisions in PostgreSQL, read back exactly and checked against the hashes that name their parts.
 *
 * <p>Works without the lease. This class is thread-safe.
 */
public final class PgDecisions implements Decisions {

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
      select status, reason from cycle where cycle_id = ?
      """;

  private static final String DOCUMENTS =
      """
      select stage, body::text as body, hash from cycle_document where cycle_id = ?
        and stage not in ('scoreboard', 'forecast', 'statement', 'performance', 'execution',
          'valuation', 'brake', 'capital')
      """;

  private static final String INTENTS =
      """
      select instrument, leg, side, quantity, reduce_only, arrival_price from intent
      where cycle_id = ? order by leg
      """;

  private record End(CycleStatus status, String reason) {}

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
    Optional<End> found =
        sql.first(
            CYCLE,
            row -> new End(CycleStatus.valueOf(row.text("status")), row.text("reason")),
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
            StoredInputs.of(sql, cycle),
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

  @Override
  public Optional<Explanation> explanation(CycleId cycle) {
    return database.read(
        "read the explanation of " + cycle,
        sql ->
            sql.first(
                "select body::text as body from cycle_document where cycle_id = ? and stage = 'explanation'",
                row -> Documents.read(row.text("body"), Explanation.class),
                cycle.value()));
  }

  @Override
  public Optional<IntentId> intentOf(String clientOrderId) {
    return database.read(
        "read the intent of " + clientOrderId,
        sql ->
            sql.first(
                "select intent_id from attempt where client_order_id = ?",
                row -> IntentId.of(row.text("intent_id")),
                clientOrderId));
  }

  @Override
  public String text(Object document) {
    return Documents.text(document);
  }

  @Override
  public SavedPlan readPlan(String text) {
    return Documents.read(text, SavedPlan.class);
  }

  @Override
  public List<Difference> differences(String stored, String again, int most) {
    return Differences.all(stored, again, most);
  }

  @Override
  public Optional<Difference> difference(String stored, String again) {
    return Differences.first(stored, again);
  }
}
