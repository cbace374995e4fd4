package org.evenkeel.shell.simulate;

import java.util.List;

/** The invariants of the product, and how far a simulation looks at each. */
public final class Invariants {

  /**
   * One invariant.
   *
   * @param name its number
   * @param isJudged whether a simulation looks at it
   * @param how at what and when it looks, or why it does not
   */
  public record Invariant(String name, boolean isJudged, String how) {}

  private Invariants() {}

  private static Invariant judged(String name, String how) {
    return new Invariant(name, true, how);
  }

  private static Invariant elsewhere(String name, String why) {
    return new Invariant(name, false, why);
  }

  /** All of them in order. */
  public static List<Invariant> all() {
    return List.of(
        judged("I1", "at the end: every fill of the venue is booked, ledger and account agree"),
        judged("I2", "at every booking: the venue has executed it, and it is booked once"),
        judged("I3", "at every commit and acceptance: one open attempt per intent, one order each"),
        judged("I4", "at every send: the attempt and its intent are committed"),
        judged(
            "I5", "at every acceptance: all live orders filled the worse way stay in the limits"),
        judged("I6", "after every call: the truth lies between the ends of what is believed"),
        judged("I7", "at every step and execution: ended stays ended, with all its fills"),
        judged("I8", "at every send: once per client id, and as it was committed"),
        judged("I9", "at every write; at every acceptance, where the venue has request expiry"),
        judged("I10", "at every send: state, breaks, open orders and age of the price"),
        judged("I11", "at every send and execution that only reduces"),
        judged("I12", "at every send: grid, minimum, collar"),
        judged(
            "I13",
            "at every send: value of the order, in the cycle and in a minute, number, direction"),
        judged("I14", "at every row of a slot"),
        judged("I15", "at every booking; at the end sums and ledger made anew from the facts"),
        judged("I16", "after every booking of what somebody else traded: locked, and nobody's"),
        judged("I17", "at every acceptance; every third seed is flattened at the end"),
        elsewhere(
            "I18", "budgets and bans lie below the port: CallPoliciesTest, NetworkFaultsTest"),
        elsewhere("I19", "a simulation has no live class to reach: PaperGraphTest"),
        elsewhere("I20", "a simulation holds no secret: SecretsStayHiddenTest"),
        judged("I21", "after every call: rows of facts only grow; no row edited: SchemaRulesTest"),
        judged("I22", "at the end of every decision: author, reason and end of what is in force"),
        judged("I23", "at the end of every decision: planned again from what is stored with it"),
        judged("I24", "at the end of every decision: finite weights, residual of the certificate"),
        judged("I25", "at every send: nothing is reduced after the cycle has added"),
        judged("I26", "at every decision: money that nobody has explained carries no position"),
        judged("L1", "some minutes after the last fault"),
        judged("L2", "after two slots without faults"),
        judged("L3", "at the end: every break has an alert that stands"),
        judged("L4", "at the end: every slot since the first has a row"),
        judged("L5", "at the end: every skipped slot was told once"));
  }
}
