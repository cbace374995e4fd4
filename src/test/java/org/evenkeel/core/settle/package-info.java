/** Tests of the package of the same name. */
@NullMarked
package org.evenkeel.core.settle;

import org.jspecify.annotations.NullMarked;
