package org.evenkeel.shell.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.statement.Facts;
import org.evenkeel.cycle.Dossier;

/** What is recorded, read from PostgreSQL with the rights of a reader. This class is thread-safe. */
public final class PgDossier implements Dossier {

  /** What has no time of its writing is a state, and what the simulated venue keeps for itself is no record of the bot. */
  private static final String TABLES =
      """
      select t.table_name from information_schema.tables t
      where t.table_schema = 'evenkeel' and t.table_type = 'BASE TABLE' and t.table_name <> 'sim_event'
        and exists (select from information_schema.columns c where c.table_schema = t.table_schema
                    and c.table_name = t.table_name and c.column_name = 'recorded_at')
      order by t.table_name
      """;

  private final Database database;

  public PgDossier(Database database) {
    this.database = database.as(DatabaseRole.READER);
  }

  @Override
  public Facts facts(Kind kind, Instant since, Instant until) {
    return database.read(
        "read what is recorded of " + kind, sql -> sql.facts(FactQueries.of(kind), since, until));
  }

  @Override
  public List<String> tables() {
    return database.read(
        "read the names of the tables", sql -> sql.list(TABLES, row -> row.text("table_name")));
  }

  @Override
  public void rows(String table, Instant since, Instant until, Consumer<String> line) {
    if (!tables().contains(table)) {
      throw new IllegalArgumentException("there is no table of records '" + table + "'");
    }
    database.read(
        "read the table " + table,
        sql -> {
          sql.list(
                  "select to_jsonb(t)::text as line from "
                      + table
                      + " t where recorded_at >= ? and recorded_at < ?"
                      + " order by recorded_at, to_jsonb(t)::text",
                  row -> row.text("line"),
                  since,
                  until)
              .forEach(line);
          return 0;
        });
  }

  @Override
  public Optional<Instant> begun(CycleId cycle) {
    return database.read(
        "read when " + cycle + " was begun",
        sql ->
            sql.first(
                "select recorded_at from cycle where cycle_id = ?",
                row -> row.instant("recorded_at"),
                cycle.value()));
  }
}
