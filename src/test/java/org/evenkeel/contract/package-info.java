/** What every implementation of a port must do, as suites that a test of an implementation extends. */
@NullMarked
package org.evenkeel.contract;

import org.jspecify.annotations.NullMarked;
