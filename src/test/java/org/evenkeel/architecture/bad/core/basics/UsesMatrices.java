package org.evenkeel.architecture.bad.core.basics;

import org.ejml.data.DMatrixRMaj;

/** Bad: matrices of doubles where numbers are exact. */
public final class UsesMatrices {

  static int rows() {
    return new DMatrixRMaj(1, 1).getNumRows();
  }

  private UsesMatrices() {}
}
