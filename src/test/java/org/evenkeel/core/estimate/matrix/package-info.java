/** Tests of the package of the same name. */
@NullMarked
package org.evenkeel.core.estimate.matrix;

import org.jspecify.annotations.NullMarked;
