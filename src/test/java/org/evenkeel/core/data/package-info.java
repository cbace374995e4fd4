/** Tests of the package of the same name. */
@NullMarked
package org.evenkeel.core.data;

import org.jspecify.annotations.NullMarked;
