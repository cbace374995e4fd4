package org.evenkeel.shell.cli.trial;

/** A random problem; the arrays are its own and are not written to. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and of one package
record TrialProblem(TrialFamily family, double[][] covariance, double[] budgets) {

  int size() {
    return budgets.length;
  }
}
