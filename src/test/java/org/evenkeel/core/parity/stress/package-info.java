@NullMarked
package org.evenkeel.core.parity.stress;

import org.jspecify.annotations.NullMarked;
