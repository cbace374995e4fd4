@NullMarked
package org.evenkeel.core.estimate.gate;

import org.jspecify.annotations.NullMarked;
