@NullMarked
package org.evenkeel.core.estimate.regime;

import org.jspecify.annotations.NullMarked;
