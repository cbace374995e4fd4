package org.evenkeel.shell.config.keys;

import java.util.Optional;

/**
 * One row of the key table.
 *
 * <p>For example 'limits.max_orders_per_cycle', a whole number from 1 to 10000, 200 if absent, in orders.
 * This class is immutable and thread-safe.
 *
 * @param path names from the top, joined by dots; '[]' stands for every element of a list
 * @param kind what may stand behind it
 * @param required whether it must be written
 * @param fallback what holds if it is not written, as it would be written
 * @param unit the unit of the value, empty if it has none
 * @param mode the only mode in which it may be written, if there is one
 * @param risk which changes of it raise risk, if it says so itself; see {@link KeyTable#risk}
 * @param about what it is
 * @param consequence what follows from other values
 */
public record ConfigKey(
    String path,
    ValueKind kind,
    boolean required,
    Optional<String> fallback,
    String unit,
    Optional<String> mode,
    Optional<RiskDirection> risk,
    String about,
    String consequence) {

  /** The last part of the path, as it is written in a file. */
  public String name() {
    String last = path.substring(path.lastIndexOf('.') + 1);
    return last.endsWith("[]") ? last.substring(0, last.length() - 2) : last;
  }

  /** The path of the section around it; empty at the top. */
  public String parent() {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }
}
