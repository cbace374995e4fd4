package org.evenkeel.architecture.bad.core.plan;

import java.math.BigDecimal;

/** Bad: 1.0 and 1.00 differ, and 0.1 is not 0.1. */
@SuppressWarnings({"BigDecimalEquals", "BigDecimalLiteralDouble"})
record DecimalEquals(BigDecimal left) {

  boolean same() {
    return left.equals(new BigDecimal(0.1d));
  }
}
