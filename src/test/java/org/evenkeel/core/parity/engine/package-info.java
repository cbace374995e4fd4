/** Tests of the package of the same name. */
@NullMarked
package org.evenkeel.core.parity.engine;

import org.jspecify.annotations.NullMarked;
