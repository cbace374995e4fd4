/** Tests of the package of the same name. */
@NullMarked
package org.evenkeel.core.estimate.shrink;

import org.jspecify.annotations.NullMarked;
