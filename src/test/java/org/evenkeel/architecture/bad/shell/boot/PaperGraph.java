package org.evenkeel.architecture.bad.shell.boot;

import java.util.function.Supplier;
import org.evenkeel.architecture.bad.shell.config.Settings;

/** Bad: from here one reaches a credential and a class that writes orders, over two steps each. */
record PaperGraph(Supplier<Settings> settings) {

  Object venue() {
    return settings.get().venue();
  }
}
