package org.evenkeel.architecture.bad.core.plan;

import org.evenkeel.architecture.bad.core.basics.KnowsLater;

/** Bad: a price in binary floats. */
@SuppressWarnings("ArrayRecordComponent")
public record DoublePrice(double price, float[] history) {

  KnowsLater later() {
    return new KnowsLater(this);
  }
}
