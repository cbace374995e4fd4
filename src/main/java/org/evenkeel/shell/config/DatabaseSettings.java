package org.evenkeel.shell.config;

import java.nio.file.Path;
import java.util.Optional;
import org.evenkeel.shell.config.secret.SecretReference;

/** Where everything is recorded. */
public sealed interface DatabaseSettings {

  /** A PostgreSQL server that the bot starts itself, with its data in a folder. */
  record Embedded(Path directory) implements DatabaseSettings {}

  /** A PostgreSQL server that somebody else runs. */
  record Given(String jdbcUrl, Optional<String> user, Optional<SecretReference> password)
      implements DatabaseSettings {}
}
