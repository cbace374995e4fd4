/** Tests of the package of the same name. */
@NullMarked
package org.evenkeel.core.parity;

import org.jspecify.annotations.NullMarked;
