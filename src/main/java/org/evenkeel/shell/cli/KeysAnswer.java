package org.evenkeel.shell.cli;

import java.util.List;
import org.evenkeel.cycle.KeyReport;

/**
 * What the venues say of the configured keys.
 *
 * @param objections why nothing may be traded live with them, each with what to do
 * @param warnings what an operator should know although it forbids nothing
 */
public record KeysAnswer(List<KeyReport> keys, List<String> objections, List<String> warnings) {

  public KeysAnswer {
    keys = List.copyOf(keys);
    objections = List.copyOf(objections);
    warnings = List.copyOf(warnings);
  }
}
