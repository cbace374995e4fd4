package org.evenkeel.shell.cli;

import java.nio.file.Path;
import org.evenkeel.shell.config.ConfigLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes. */
final class GlobalOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Configuration to use; default config/rehearsal.yml.")
  Path config = ConfigLoader.DEFAULT_FILE;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Answer in JSON, for programs.")
  boolean json;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The private key that signs the instruction, where identities are configured.")
  @Nullable Path key;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "Who gives the instruction; default the user of the operating system.")
  String author = System.getProperty("user.name", "unknown");
}
