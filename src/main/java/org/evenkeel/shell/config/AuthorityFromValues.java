package org.evenkeel.shell.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.evenkeel.shell.config.read.ConfigValues;

/** Reads who may order what, from values without errors. */
final class AuthorityFromValues {

  private final ConfigValues values;
  private final DatabaseSettings database;

  AuthorityFromValues(ConfigValues values, DatabaseSettings database) {
    this.values = values;
    this.database = database;
  }

  AuthoritySettings settings(Optional<HardLimitsSource> hard) {
    return new AuthoritySettings(
        values.text("authority.audit_heads").map(Path::of).orElseGet(this::besideTheDatabase),
        values.text("authority.identities").map(Path::of),
        Duration.ofMinutes(values.whole("authority.approval_minutes").orElseThrow()),
        values.text("authority.key").map(Path::of),
        hard);
  }

  private Path besideTheDatabase() {
    return database instanceof DatabaseSettings.Embedded embedded
        ? Path.of(embedded.directory() + "-audit", "heads")
        : Path.of("var", "audit", "heads");
  }
}
