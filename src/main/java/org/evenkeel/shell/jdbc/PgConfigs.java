package org.evenkeel.shell.jdbc;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.cycle.AcceptedConfig;
import org.evenkeel.cycle.ConfigControls;

/**
 * The hand of whoever changes the configuration in PostgreSQL; each acceptance is one transaction with its audit row.
 *
 * <p>Needs no lease and no daemon. This class is thread-safe.
 */
public final class PgConfigs implements ConfigControls {

  private final Database database;

  public PgConfigs(Database database) {
    this.database = database.as(DatabaseRole.OPERATOR);
  }

  @Override
  public ContentHash keep(String text) {
    ContentHash hash = ContentHash.ofText(text);
    database.write(
        "keep the text of a configuration",
        sql ->
            sql.update(
                "insert into config_text (config_hash, body) values (?, ?)"
                    + " on conflict (config_hash) do nothing",
                hash.value(),
                text));
    return hash;
  }

  @Override
  public void accept(ContentHash config, String author, String reason) {
    database.write(
        "accept a configuration",
        sql -> ConfigRows.insert(sql, config, author, reason, Optional.empty()));
  }

  @Override
  public List<AcceptedConfig> accepted() {
    return database.read("read the accepted configurations", ConfigRows::accepted);
  }

  @Override
  public List<AcceptedConfig> approved() {
    return database.read("read the approved configurations", ConfigRows::approved);
  }

  @Override
  public Optional<LastRun> lastRun() {
    return database.read("read the newest start", ConfigRows::lastRun);
  }
}
