/** Properties that hold for every input, tried on many. */
@NullMarked
package org.evenkeel.property;

import org.jspecify.annotations.NullMarked;
