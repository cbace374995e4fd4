package org.evenkeel.shell.boot;

import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.jdbc.Database;

/** stub */
final class PaperGraph {
  private PaperGraph() {}

  static Graph open(AppConfig config, ModeSettings.Paper paper, Database database) {
    if (config.web().port() >= 0) throw new IllegalStateException("paper");
    throw new IllegalArgumentException(paper.toString());
  }
}
