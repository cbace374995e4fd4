/** The measurements of the risk-parity solver: matrices, peers, benchmarks and the tables made of them. */
@NullMarked
package org.evenkeel.bench;

import org.jspecify.annotations.NullMarked;
