package org.evenkeel.shell.jdbc;

import java.util.List;
import org.evenkeel.cycle.EventLog;
import org.evenkeel.cycle.LeaseLost;

/**
 * A stream of lines in PostgreSQL.
 *
 * <p>The next number is counted here and is the key there, so of two writers of one stream the second one fails with
 * {@link LeaseLost} and can never mix its lines in.
 *
 * <p>This class is thread-safe.
 */
public final class PgEventLog implements EventLog {

  private static final long UNREAD = -1;

  private final Database database;
  private final String stream;
  private long last = UNREAD;

  public PgEventLog(Database database, String stream) {
    this.database = database;
    this.stream = stream;
  }

  @Override
  public synchronized void append(String line) {
    if (last == UNREAD) {
      last = newest();
    }
    long next = last + 1;
    last = UNREAD;
    if (!appended(next, line)) {
      throw new LeaseLost("another process writes the stream " + stream);
    }
    last = next;
  }

  /** If this throws, the line may be stored or not: the end of the stream is read again before the next line. */
  private boolean appended(long seq, String line) {
    return database.write(
            "append to " + stream,
            sql ->
                sql.update(
                    """
                    insert into sim_event (stream, seq, line) values (?, ?, ?)
                    on conflict (stream, seq) do nothing
                    """,
                    stream,
                    seq,
                    line))
        == 1;
  }

  private long newest() {
    return database.read(
        "read the end of " + stream,
        sql ->
            sql.one(
                "select coalesce(max(seq), 0) as seq from sim_event where stream = ?",
                row -> row.number("seq"),
                stream));
  }

  @Override
  public long size() {
    return newest();
  }

  @Override
  public synchronized List<String> lines() {
    List<String> lines =
        database.read(
            "read " + stream,
            sql ->
                sql.list(
                    "select line from sim_event where stream = ? order by seq",
                    row -> row.text("line"),
                    stream));
    last = lines.size();
    return lines;
  }
}
