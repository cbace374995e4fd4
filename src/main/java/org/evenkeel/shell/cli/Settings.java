package org.evenkeel.shell.cli;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.shell.config.read.Setting;
import org.jspecify.annotations.Nullable;

/** The options of a command line that take the place of keys of the configuration. */
final class Settings {

  private final List<Setting> list = new ArrayList<>();

  /** Adds a setting if the option was given. */
  void put(String path, @Nullable Object value, String option) {
    if (value != null) {
      list.add(new Setting(path, value.toString(), option));
    }
  }

  List<Setting> list() {
    return List.copyOf(list);
  }
}
