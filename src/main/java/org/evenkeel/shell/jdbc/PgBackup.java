package org.evenkeel.shell.jdbc;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.statement.ChainHead;
import org.postgresql.PGConnection;

/**
 * The bot's own tables in one zip file, in the text format of COPY, all of one moment; and such a file put into an empty
 * database.
 *
 * <p>The embedded server travels without pg_dump. Quartz's tables are not in it: bells are set anew at every start.
 */
public final class PgBackup {

  private static final String LISTING = "listing.json";

  private static final String TABLES =
      """
      select t.table_name, (select string_agg(quote_ident(c.column_name), ',' order by c.ordinal_position)
        from information_schema.columns c where c.table_schema = t.table_schema and c.table_name = t.table_name
          and c.is_generated = 'NEVER') as columns
      from information_schema.tables t
      where t.table_schema = 'evenkeel' and t.table_type = 'BASE TABLE' and t.table_name <> 'flyway_schema_history'
      order by t.table_name
      """;

  private static final String FACTS =
      """
      select (select version from flyway_schema_history where success and version is not null
              order by installed_rank desc limit 1) as schema,
        clock_timestamp() as at
      """;

  private PgBackup() {}

  /** Writes a backup into a new file and returns what is in it; refuses a file that is there. */
  public static BackupListing write(Database database, String version, Path file) {
    try (OutputStream out =
            Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      execute(connection, "set transaction isolation level repeatable read read only");
      execute(connection, "set local role " + DatabaseRole.READER.sqlName());
      execute(connection, "set local statement_timeout = 0");
      BackupListing listing = listing(connection, version, tables(connection, zip));
      zip.putNextEntry(new ZipEntry(LISTING));
      zip.write(Documents.text(listing).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      connection.rollback();
      return listing;
    } catch (FileAlreadyExistsException e) {
      throw new DatabaseRefused(file + " is there already and is not overwritten", e);
    } catch (SQLException e) {
      throw SqlFailures.of("write a backup", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static SortedMap<String, BackupListing.Table> tables(
      Connection connection, ZipOutputStream zip) throws SQLException, IOException {
    Map<String, String> columns = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(TABLES)) {
      while (result.next()) {
        columns.put(result.getString("table_name"), result.getString("columns"));
      }
    }
    TreeMap<String, BackupListing.Table> tables = new TreeMap<>();
    for (Map.Entry<String, String> table : columns.entrySet()) {
      zip.putNextEntry(new ZipEntry(name(table.getKey())));
      DigestOutputStream digested = new DigestOutputStream(new Open(zip), sha256());
      long rows =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut(
                  "copy evenkeel." + table.getKey() + " (" + table.getValue() + ") to stdout",
                  digested);
      zip.closeEntry();
      tables.put(
          table.getKey(),
          new BackupListing.Table(List.of(table.getValue().split(",")), rows, hex(digested)));
    }
    return tables;
  }

  private static BackupListing listing(
      Connection connection, String version, SortedMap<String, BackupListing.Table> tables)
      throws SQLException {
    Sql sql = new Sql(connection);
    Optional<ChainHead> head =
        sql.first(
            "select seq, row_hash, recorded_at from chain order by seq desc limit 1",
            row ->
                new ChainHead(
                    row.number("seq"),
                    new ContentHash(row.text("row_hash")),
                    row.instant("recorded_at")));
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(FACTS)) {
      result.next();
      String schema = result.getString("schema");
      Instant at = result.getObject("at", OffsetDateTime.class).toInstant();
      return new BackupListing(version, schema, at, head, ledger(sql), tables);
    }
  }

  /** The hash of the balances that a ledger adds up to. */
  private static String ledger(Sql sql) throws SQLException {
    return ContentHash.ofText(LedgerStore.booked(sql).toString()).value();
  }

  /** The same of a database that was restored. */
  public static String ledger(Database database) {
    return database.read("read the balances", PgBackup::ledger);
  }

  /** What a file says that it has; refused if it is none of ours. */
  public static BackupListing read(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(LISTING);
      if (entry == null) {
        throw notOurs(file);
      }
      return Documents.read(
          new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8),
          BackupListing.class);
    } catch (ZipException e) {
      throw notOurs(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static DatabaseRefused notOurs(Path file) {
    return new DatabaseRefused(
        file
            + " was not written by 'backup make'; a file of pg_dump is restored with pg_restore into"
            + " a database of its own, and looked at with 'audit verify' and 'replay --all --verify' there");
  }

  /** Puts a backup into an empty database of the same schema, whose rules are put aside for it. */
  public static void restore(Path file, BackupListing listing, Database into) {
    try (ZipFile zip = new ZipFile(file.toFile());
        Connection connection = into.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      execute(connection, "set local role none");
      execute(connection, "set local session_replication_role = replica");
      execute(connection, "set local statement_timeout = 0");
      requireSchema(connection, listing);
      List<String> names = new ArrayList<>();
      listing.tables().keySet().forEach(table -> names.add("evenkeel." + table));
      execute(connection, "truncate " + String.join(", ", names) + " cascade");
      for (Map.Entry<String, BackupListing.Table> table : listing.tables().entrySet()) {
        copyIn(zip, connection, table.getKey(), table.getValue());
      }
      connection.commit();
    } catch (SQLException e) {
      throw new DatabaseRefused("the backup does not fit: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static void requireSchema(Connection connection, BackupListing listing)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(FACTS)) {
      result.next();
      String here = result.getString("schema");
      if (!here.equals(listing.schema())) {
        throw new DatabaseRefused(
            "the backup is of schema "
                + listing.schema()
                + ", this program makes schema "
                + here
                + "; use the program that made it, "
                + listing.version());
      }
    }
  }

  private static void copyIn(
      ZipFile zip, Connection connection, String name, BackupListing.Table table)
      throws SQLException, IOException {
    ZipEntry entry = zip.getEntry(name(name));
    if (entry == null) {
      throw new DatabaseRefused("the table " + name + " is missing in the backup");
    }
    try (InputStream in = zip.getInputStream(entry);
        DigestInputStream digested = new DigestInputStream(in, sha256())) {
      long rows =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(
                  "copy evenkeel."
                      + name
                      + " ("
                      + String.join(",", table.columns())
                      + ") from stdin",
                  digested);
      String found = HexFormat.of().formatHex(digested.getMessageDigest().digest());
      if (rows != table.rows() || !found.equals(table.sha256())) {
        throw new DatabaseRefused(
            "the table "
                + name
                + " is not what was written: "
                + rows
                + " rows, SHA-256 "
                + found
                + "; the listing says "
                + table.rows()
                + " and "
                + table.sha256());
      }
    }
  }

  private static String name(String table) {
    return "tables/" + table + ".copy";
  }

  private static void execute(Connection connection, String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String hex(DigestOutputStream out) {
    return HexFormat.of().formatHex(out.getMessageDigest().digest());
  }

  /** A stream that stays open for the next entry. */
  private static final class Open extends FilterOutputStream {

    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() {
      // The zip goes on.
    }
  }
}
