/** Tests of the package of the same name. */
@NullMarked
package org.evenkeel.core.estimate;

import org.jspecify.annotations.NullMarked;
