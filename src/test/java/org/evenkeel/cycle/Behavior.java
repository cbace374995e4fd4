package org.evenkeel.cycle;

/**
 * What the venue does with one order.
 *
 * @param fill the tenths of the quantity that are filled at once
 * @param answer what the sender learns
 * @param rejectCode the code, if it refuses
 * @param timeInForce the life that the venue takes the order for
 */
record Behavior(int fill, Answer answer, String rejectCode, String timeInForce) {

  /** What the sender learns. */
  enum Answer {
    /** The order as it is. */
    TRUTH,
    /** Nothing, although the order was taken. */
    LOST,
    /** Nothing, because the request never arrived. */
    NEVER_ARRIVED,
    /** Nothing, and the venue has the order under another client id. */
    RENAMED,
    /** A definitive code. */
    REJECTED
  }

  static Behavior fills() {
    return new Behavior(10, Answer.TRUTH, "", "IOC");
  }

  static Behavior fillsTenths(int tenths) {
    return new Behavior(tenths, Answer.TRUTH, "", "IOC");
  }

  static Behavior fillsAndLosesTheAnswer(int tenths) {
    return new Behavior(tenths, Answer.LOST, "", "IOC");
  }

  static Behavior fillsUnderAnotherName() {
    return new Behavior(10, Answer.RENAMED, "", "IOC");
  }

  static Behavior neverArrives() {
    return new Behavior(0, Answer.NEVER_ARRIVED, "", "IOC");
  }

  static Behavior rejects(String code) {
    return new Behavior(0, Answer.REJECTED, code, "IOC");
  }

  /** Forgets that the order was to live for an instant only, and keeps what is not filled. */
  static Behavior keepsOpen() {
    return new Behavior(0, Answer.TRUTH, "", "GTC");
  }
}
