package org.evenkeel.shell.jdbc;

import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.ConfigBook;

/** Accepted configurations, for the leader. */
final class ConfigStore implements ConfigBook {

  private final Fence fence;

  ConfigStore(Fence fence) {
    this.fence = fence;
  }

  @Override
  public Optional<ContentHash> newest() {
    return fence.read(
        "read the newest accepted configuration",
        sql ->
            sql.first(
                "select config_hash from accepted_config order by accepted_config_id desc limit 1",
                row -> new ContentHash(row.text("config_hash"))));
  }

  @Override
  public boolean isKept(ContentHash config) {
    return fence.read(
        "look for the text of a configuration", sql -> ConfigRows.text(sql, config).isPresent());
  }

  @Override
  public void accept(RequestRow request, ContentHash config) {
    fence.write(
        "accept a configuration",
        (sql, stamp) ->
            ConfigRows.insert(
                sql,
                config,
                request.author() + " and " + request.decidedBy(),
                request.reason(),
                Optional.of(request.number())));
  }
}
