package org.evenkeel.shell.jdbc;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.core.statement.SignedAgreement;
import org.evenkeel.cycle.AcceptedConfig;
import org.evenkeel.cycle.ConfigControls;
import org.evenkeel.cycle.ConfigRequests;

/** Accepted configurations as stored, with the signatures of those on which two persons have agreed. */
final class ConfigRows {

  private static final String SELECT =
      """
      select a.accepted_config_id, a.config_hash, t.body, a.author, a.reason, a.request_id
      from accepted_config a join config_text t using (config_hash) order by a.accepted_config_id
      """;

  private static final String LAST_RUN =
      """
      select r.version, t.body from run r left join config_text t using (config_hash)
      order by r.epoch desc, r.recorded_at desc limit 1
      """;

  private ConfigRows() {}

  /** A row with the number of its request. */
  private record Stored(AcceptedConfig row, Optional<Long> request) {}

  static List<AcceptedConfig> accepted(Sql sql) throws SQLException {
    List<AcceptedConfig> all = new ArrayList<>();
    for (Stored stored : sql.list(SELECT, ConfigRows::stored)) {
      Optional<RequestRow> request = Optional.empty();
      if (stored.request().isPresent()) {
        request =
            RequestRows.byNumber(sql, stored.request().orElseThrow())
                .filter(row -> row.state() == RequestRow.State.DONE)
                .filter(row -> isAbout(row, stored.row().hash()));
      }
      all.add(with(sql, stored.row(), request));
    }
    return List.copyOf(all);
  }

  private static boolean isAbout(RequestRow request, ContentHash config) {
    return ConfigRequests.config(request.request()).filter(config::equals).isPresent();
  }

  static List<AcceptedConfig> approved(Sql sql) throws SQLException {
    List<AcceptedConfig> all = new ArrayList<>();
    for (RequestRow row : RequestRows.approved(sql)) {
      Optional<ContentHash> config = ConfigRequests.config(row.request());
      Optional<String> text =
          config.isPresent() ? text(sql, config.orElseThrow()) : Optional.empty();
      if (text.isPresent()) {
        all.add(
            with(
                sql,
                new AcceptedConfig(
                    0,
                    config.orElseThrow(),
                    text.orElseThrow(),
                    row.author() + " and " + row.decidedBy(),
                    row.reason(),
                    Optional.empty()),
                Optional.of(row)));
      }
    }
    return List.copyOf(all);
  }

  private static AcceptedConfig with(Sql sql, AcceptedConfig row, Optional<RequestRow> request)
      throws SQLException {
    Optional<SignedAgreement> agreement =
        request.isPresent()
            ? Optional.of(RequestProof.agreement(sql, request.orElseThrow()))
            : Optional.empty();
    return new AcceptedConfig(
        row.number(), row.hash(), row.text(), row.author(), row.reason(), agreement);
  }

  private static Stored stored(Row row) throws SQLException {
    return new Stored(
        new AcceptedConfig(
            row.number("accepted_config_id"),
            new ContentHash(row.text("config_hash")),
            row.text("body"),
            row.text("author"),
            row.text("reason"),
            Optional.empty()),
        row.maybeDecimal("request_id").map(BigDecimal::longValueExact));
  }

  /** The text of a configuration, if it is kept. */
  static Optional<String> text(Sql sql, ContentHash config) throws SQLException {
    return sql.first(
        "select body from config_text where config_hash = ?",
        row -> row.text("body"),
        config.value());
  }

  static Optional<ConfigControls.LastRun> lastRun(Sql sql) throws SQLException {
    return sql.first(
        LAST_RUN, row -> new ConfigControls.LastRun(row.text("version"), row.maybeText("body")));
  }

  /** Records an acceptance with its audit row. */
  static int insert(
      Sql sql, ContentHash config, String author, String reason, Optional<Long> request)
      throws SQLException {
    String before =
        sql.first(
                "select config_hash from accepted_config order by accepted_config_id desc limit 1",
                row -> row.text("config_hash"))
            .orElse("");
    sql.update(
        "insert into accepted_config (config_hash, author, reason, request_id) values (?, ?, ?, ?)",
        config.value(),
        author,
        reason,
        request.orElse(null));
    return Audit.enter(
        sql, "config-accept", "configuration", before, config.value(), author, reason);
  }
}
