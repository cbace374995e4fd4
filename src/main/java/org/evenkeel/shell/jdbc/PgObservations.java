package org.evenkeel.shell.jdbc;

import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.MarketSnapshot;

/**
 * What a cycle was decided from, read back exactly: the same objects, checked against the hash that names them.
 *
 * <p>Works without the lease. This class is thread-safe.
 */
public final class PgObservations {

  static final String MARKET = "market";
  static final String ACCOUNT = "account";

  private record Stored(String hash, String text) {}

  private final Database database;

  public PgObservations(Database database) {
    this.database = database;
  }

  public Optional<MarketSnapshot> market(CycleId cycle) {
    return text(cycle, MARKET).map(text -> Documents.read(text, MarketSnapshot.class));
  }

  public Optional<AccountSnapshot> account(CycleId cycle) {
    return text(cycle, ACCOUNT).map(text -> Documents.read(text, AccountSnapshot.class));
  }

  private Optional<String> text(CycleId cycle, String kind) {
    return database
        .read(
            "read the " + kind + " of " + cycle,
            sql ->
                sql.first(
                    """
                    select o.hash, o.body from cycle_input i join observation o using (hash)
                    where i.cycle_id = ? and i.kind = ?
                    """,
                    row -> new Stored(row.text("hash"), Compression.text(row.bytes("body"))),
                    cycle.value(),
                    kind))
        .map(PgObservations::checked);
  }

  private static String checked(Stored stored) {
    if (!ContentHash.ofText(stored.text()).value().equals(stored.hash())) {
      throw new IllegalStateException(
          "the observation " + stored.hash() + " does not have the content that its name says");
    }
    return stored.text();
  }
}
