package org.evenkeel.shell.simulate;

/** The process dies here: nothing of it runs any more, so nothing may catch this. */
public final class SimCrash extends Error {

  private static final long serialVersionUID = 1L;

  public SimCrash(String where) {
    super(where);
  }
}
