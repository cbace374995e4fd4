package org.evenkeel.shell.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.evenkeel.core.basics.Decimals;

/**
 * One row of a result, read by column name.
 *
 * <p>Columns read without {@code maybe} must not be null. Belongs to one thread.
 */
final class Row {

  /** Makes a value of a row. */
  interface Mapper<T> {
    T of(Row row) throws SQLException;
  }

  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  String text(String column) throws SQLException {
    return present(column, result.getString(column));
  }

  Optional<String> maybeText(String column) throws SQLException {
    return Optional.ofNullable(result.getString(column));
  }

  /** The number in normal form: 1.50 is 1.5. */
  BigDecimal decimal(String column) throws SQLException {
    return Decimals.normal(present(column, result.getBigDecimal(column)));
  }

  Optional<BigDecimal> maybeDecimal(String column) throws SQLException {
    return Optional.ofNullable(result.getBigDecimal(column)).map(Decimals::normal);
  }

  Instant instant(String column) throws SQLException {
    return present(column, result.getObject(column, OffsetDateTime.class)).toInstant();
  }

  Optional<Instant> maybeInstant(String column) throws SQLException {
    return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  boolean bool(String column) throws SQLException {
    return result.getBoolean(column);
  }

  int integer(String column) throws SQLException {
    return result.getInt(column);
  }

  long number(String column) throws SQLException {
    return result.getLong(column);
  }

  byte[] bytes(String column) throws SQLException {
    return present(column, result.getBytes(column));
  }

  private static <T> T present(String column, T value) {
    if (value == null) {
      throw new IllegalStateException("column " + column + " is null");
    }
    return value;
  }
}
