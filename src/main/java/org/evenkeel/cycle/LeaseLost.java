package org.evenkeel.cycle;

/** Another process leads now, or nobody knows who does: nothing more may be written or sent. */
public final class LeaseLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LeaseLost(String message) {
    super(message);
  }
}
