package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.cycle.StoredDecision;

/** What a cycle was decided from, put together again from its parts and checked against their hashes. */
final class StoredInputs {

  /** The schema from which on everything that a decision is made from is kept. */
  private static final int FIRST_SCHEMA = 24;

  private static final String PARTS =
      """
      select i.kind, o.hash, o.body from cycle_input i join observation o using (hash)
      where i.cycle_id = ?
      """;

  private static final String ABOUT =
      """
      select c.status, c.reason, r.version, r.schema_version
      from cycle c join run r using (run_id) where c.cycle_id = ?
      """;

  private static final String LAST_PLANNED =
      """
      select c.cycle_id from cycle c join cycle_document d using (cycle_id)
      where d.stage = 'plan' and c.cycle_id <> ?
      order by c.started_at desc, c.due_at desc limit 1
      """;

  private record Part(String name, String hash, String text) {}

  private StoredInputs() {}

  static Optional<CycleId> lastPlanned(Sql sql, CycleId except) throws SQLException {
    return sql.first(LAST_PLANNED, row -> CycleId.of(row.text("cycle_id")), except.value());
  }

  static StoredDecision.Inputs of(Sql sql, CycleId cycle) throws SQLException {
    TreeMap<String, String> parts = new TreeMap<>();
    for (Part part : sql.list(PARTS, StoredInputs::part, cycle.value())) {
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
    if (!InputCodec.isComplete(parts)) {
      return new StoredDecision.Inputs.Missing(
          sql.one(ABOUT, row -> missing(parts.isEmpty(), row), cycle.value()));
    }
    try {
      return new StoredDecision.Inputs.Whole(InputCodec.read(parts));
    } catch (IllegalStateException e) {
      return new StoredDecision.Inputs.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static Part part(Row row) throws SQLException {
    return new Part(row.text("kind"), row.text("hash"), Compression.text(row.bytes("body")));
  }

  private static String missing(boolean isUndecided, Row about) throws SQLException {
    return isUndecided
        ? "nothing was decided: " + about.text("status") + " " + about.text("reason")
        : "cannot be replayed: it was stored by version "
            + about.text("version")
            + " with schema "
            + about.text("schema_version")
            + ", and all that a decision is made from is kept since schema "
            + FIRST_SCHEMA;
  }
}
