package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.evenkeel.cycle.JournalUnavailable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** The schema in the database against the migrations in the program: they must be the same. */
final class Schema {

  private final Flyway flyway;
  private final DatabaseSettings settings;

  private Schema(Flyway flyway, DatabaseSettings settings) {
    this.flyway = flyway;
    this.settings = settings;
  }

  static Schema of(DatabaseSettings settings) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
            .jdbcProperties(
                Map.of(
                    "ApplicationName",
                    "evenkeel schema",
                    "connectTimeout",
                    Plain.seconds(settings.connectTimeout())))
            .locations("classpath:db/migration")
            .schemas(Database.SCHEMA, "quartz")
            .defaultSchema(Database.SCHEMA)
            .createSchemas(true)
            .cleanDisabled(true)
            .validateMigrationNaming(true)
            .load();
    return new Schema(flyway, settings);
  }

  /** Applies what is missing, or, if that is not allowed, refuses a schema that is not the program's own. */
  void prepare(boolean mayMigrate) {
    try {
      refuseNewer();
      if (flyway.info().pending().length == 0) {
        flyway.validate();
      } else if (mayMigrate) {
        flyway.migrate();
      } else {
        throw new DatabaseRefused(
            "the database at "
                + settings
                + " has schema version "
                + applied()
                + ", this program needs "
                + newest()
                + ": start the bot once, which brings it up to date");
      }
    } catch (FlywayException e) {
      throw failed(e);
    }
  }

  private void refuseNewer() {
    boolean isNewer =
        Arrays.stream(flyway.info().all())
            .map(MigrationInfo::getState)
            .anyMatch(
                state ->
                    state == MigrationState.FUTURE_SUCCESS
                        || state == MigrationState.FUTURE_FAILED);
    if (isNewer) {
      throw new DatabaseRefused(
          "the database at "
              + settings
              + " has schema version "
              + applied()
              + ", newer than this program's "
              + newest()
              + ": run the newer program, or restore a backup that was made before its start");
    }
  }

  private String applied() {
    return Optional.ofNullable(flyway.info().current())
        .map(MigrationInfo::getVersion)
        .map(MigrationVersion::getVersion)
        .orElse("none");
  }

  private String newest() {
    return Arrays.stream(flyway.info().all())
        .filter(info -> info.getState().isResolved())
        .map(MigrationInfo::getVersion)
        .filter(Objects::nonNull)
        .max(MigrationVersion::compareTo)
        .map(MigrationVersion::getVersion)
        .orElse("none");
  }

  private RuntimeException failed(FlywayException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && SqlFailures.state(sql).startsWith("08")) {
        return new JournalUnavailable("the database at " + settings + " does not answer", e);
      }
    }
    return new DatabaseRefused(
        "the schema of the database at "
            + settings
            + " is not what this program expects: "
            + e.getMessage(),
        e);
  }
}
