package org.evenkeel.shell.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.statement.Facts;
import org.jspecify.annotations.Nullable;

/**
 * Parameterised statements inside one transaction.
 *
 * <p>Instants are cut to microseconds, which is what PostgreSQL keeps. Belongs to one thread.
 */
final class Sql {

  private final Connection connection;
  private final Optional<Seal> seal;

  Sql(Connection connection) {
    this(connection, Optional.empty());
  }

  Sql(Connection connection, Optional<Seal> seal) {
    this.connection = connection;
    this.seal = seal;
  }

  /** What signs the orders of this transaction, if they are signed. */
  Optional<Seal> seal() {
    return seal;
  }

  <T> List<T> list(String text, Row.Mapper<T> mapper, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      bind(statement, values);
      try (ResultSet result = statement.executeQuery()) {
        List<T> all = new ArrayList<>();
        Row row = new Row(result);
        while (result.next()) {
          all.add(mapper.of(row));
        }
        return all;
      }
    }
  }

  /** All columns of all rows as texts; what is null is empty. */
  Facts facts(String text, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      bind(statement, values);
      try (ResultSet result = statement.executeQuery()) {
        int width = result.getMetaData().getColumnCount();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          columns.add(result.getMetaData().getColumnLabel(i));
        }
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= width; i++) {
            row.add(Optional.ofNullable(result.getString(i)).orElse(""));
          }
          rows.add(row);
        }
        return new Facts(columns, rows);
      }
    }
  }

  <T> Optional<T> first(String text, Row.Mapper<T> mapper, @Nullable Object... values)
      throws SQLException {
    return list(text, mapper, values).stream().findFirst();
  }

  /** The first row of a query that always gives one. */
  <T> T one(String text, Row.Mapper<T> mapper, @Nullable Object... values) throws SQLException {
    return first(text, mapper, values)
        .orElseThrow(() -> new IllegalStateException("no row from: " + text));
  }

  /** Runs a change and returns the number of rows it made. */
  int update(String text, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  /** Runs one change for every set of values, in one round trip. */
  void batch(String text, List<@Nullable Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      for (@Nullable Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof Instant instant) {
        statement.setObject(i + 1, instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }
}
