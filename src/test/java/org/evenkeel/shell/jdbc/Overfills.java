package org.evenkeel.shell.jdbc;

import java.util.List;

/** Intents of which more was executed than was wanted: what a second order for one intent would leave. */
public final class Overfills {

  private static final String OVERFILLED =
      """
      select i.intent_id || ': ' || sum(f.last_qty) || ' of ' || i.quantity as text
      from intent i
      join attempt a on a.intent_id = i.intent_id
      join fill f on f.instrument = a.instrument
        and (f.client_order_id = a.client_order_id or f.venue_order_id = a.venue_order_id)
      group by i.intent_id, i.quantity
      having sum(f.last_qty) > i.quantity
      """;

  private Overfills() {}

  /** Each with the quantities; empty if all is well. */
  public static List<String> in(Database database) {
    return database
        .as(DatabaseRole.OWNER)
        .read("look for overfilled intents", sql -> sql.list(OVERFILLED, row -> row.text("text")));
  }
}
