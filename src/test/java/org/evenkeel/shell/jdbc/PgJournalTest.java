package org.evenkeel.shell.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.contract.JournalContract;
import org.evenkeel.cycle.Requests;
import org.junit.jupiter.api.AfterEach;

/** The journal in PostgreSQL keeps the contract. */
class PgJournalTest extends JournalContract {

  private final List<Database> open = new ArrayList<>();
  private DatabaseSettings settings;

  @Override
  protected Member newMemory() {
    settings = TestServer.emptiedDatabase();
    return member("leader");
  }

  @Override
  protected Member another() {
    return member("rival");
  }

  private Member member(String holder) {
    Database database = Database.attach(settings);
    open.add(database);
    PgLease lease = new PgLease(database, "evenkeel", holder, Duration.ofSeconds(60));
    return new Member(new PgJournal(database, lease), new PgControls(database), lease);
  }

  @Override
  public Requests requests() {
    return new PgRequests(open.get(0));
  }

  @Override
  protected void expireLease() {
    open.get(0)
        .write(
            "expire the lease",
            sql ->
                sql.update(
                    "update lease set expires_at = clock_timestamp() - interval '1 second'"));
  }

  @AfterEach
  void closeAll() {
    open.forEach(Database::close);
  }
}
