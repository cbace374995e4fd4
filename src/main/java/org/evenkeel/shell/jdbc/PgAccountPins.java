package org.evenkeel.shell.jdbc;

import org.evenkeel.core.basics.VenueId;
import org.evenkeel.cycle.AccountPins;

/** Pinned accounts in PostgreSQL. Works without the lease. This class is thread-safe. */
public final class PgAccountPins implements AccountPins {

  private final Database database;

  public PgAccountPins(Database database) {
    this.database = database;
  }

  @Override
  public Pin pinned(Pin seen) {
    String venue = seen.venue().value();
    return database.write(
        "pin the account of " + venue,
        sql -> {
          sql.update(
              """
              insert into pinned_account (venue, environment, uid) values (?, ?, ?)
              on conflict (venue) do nothing
              """,
              venue,
              seen.environment(),
              seen.uid());
          return sql.one(
              "select environment, uid from pinned_account where venue = ?",
              row -> new Pin(VenueId.of(venue), row.text("environment"), row.text("uid")),
              venue);
        });
  }
}
