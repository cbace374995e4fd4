/** Tests of the package of the same name. */
@NullMarked
package org.evenkeel.core.estimate.correlation;

import org.jspecify.annotations.NullMarked;
