package org.evenkeel.shell.cli;

import org.evenkeel.cycle.Controls;
import org.evenkeel.cycle.Records;

/** An open view of what is recorded; close it after use. */
public interface Session extends AutoCloseable {

  /** What can be read. */
  Records records();

  /** What can be ordered. */
  Controls controls();

  @Override
  void close();
}
