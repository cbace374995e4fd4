package org.evenkeel.shell.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.contract.FlattenRecordsContract;
import org.junit.jupiter.api.AfterEach;

/** The records of a flatten in PostgreSQL keep the contract. */
class PgFlattenRecordsTest extends FlattenRecordsContract {

  private final List<Database> open = new ArrayList<>();

  @Override
  protected Member newMemory() {
    Database database = Database.attach(TestServer.emptiedDatabase());
    open.add(database);
    PgLease lease = new PgLease(database, "evenkeel", "leader", Duration.ofSeconds(60));
    PgJournal journal = new PgJournal(database, lease);
    return new Member(journal, journal.flattenRecords(), new PgControls(database), lease);
  }

  @AfterEach
  void closeAll() {
    open.forEach(Database::close);
  }
}
