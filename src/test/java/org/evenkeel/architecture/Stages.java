package org.evenkeel.architecture;

import java.util.List;

/** The stages of a cycle, in the order data flows through them; a stage knows only those before it. */
final class Stages {

  /** Alphabetical on purpose: the folder listing is the data flow. */
  static final List<String> STAGES =
      List.of(
          "basics",
          "calendar",
          "catalog",
          "data",
          "estimate",
          "parity",
          "plan",
          "policy",
          "route",
          "settle",
          "statement");

  /** Stages whose numbers are money, prices, quantities or weights of money: never binary floats. */
  static final List<String> EXACT_STAGES =
      List.of("basics", "catalog", "plan", "policy", "route", "settle", "statement");

  private Stages() {}
}
