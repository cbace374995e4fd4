package org.evenkeel.shell.jdbc;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.statement.ChainHead;

/**
 * What is in a backup; its own file in it.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param version the program that made it
 * @param schema the schema's version; only a program with the same one can restore it
 * @param at when, by the database's clock: one moment for all tables
 * @param head the end of the audit chain at that moment
 * @param ledger the hash of the balances at that moment
 * @param tables the tables by name
 */
public record BackupListing(
    String version,
    String schema,
    Instant at,
    Optional<ChainHead> head,
    String ledger,
    SortedMap<String, Table> tables) {

  public BackupListing {
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }

  /**
   * A table.
   *
   * @param columns the columns in the order of the file
   * @param rows how many
   * @param sha256 of the file
   */
  public record Table(List<String> columns, long rows, String sha256) {

    public Table {
      columns = List.copyOf(columns);
    }
  }
}
