package org.evenkeel.cycle;

/** The process dies here: nothing of it runs any more, so nothing may catch this. */
final class SimCrash extends Error {

  private static final long serialVersionUID = 1L;

  SimCrash(String where) {
    super(where);
  }
}
