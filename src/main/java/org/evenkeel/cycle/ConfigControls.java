package org.evenkeel.cycle;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;

/**
 * The hand of whoever changes the configuration; works without the lease and while the daemon is down.
 *
 * <p>Throws {@link JournalUnavailable} if the database does not answer.
 */
public interface ConfigControls {

  /**
   * What ran last.
   *
   * @param version its version
   * @param config the text of its configuration; empty if it was not kept
   */
  record LastRun(String version, Optional<String> config) {}

  /** Keeps the canonical text of a configuration and returns its name. */
  ContentHash keep(String text);

  /** Records that one person accepts a configuration whose text is kept. */
  void accept(ContentHash config, String author, String reason);

  /** Everything that was accepted, oldest first. */
  List<AcceptedConfig> accepted();

  /** What was approved in time and not recorded as accepted yet, oldest first. */
  List<AcceptedConfig> approved();

  /** The newest start of the bot. */
  Optional<LastRun> lastRun();
}
