/** Tests of the package of the same name. */
@NullMarked
package org.evenkeel.core.basics;

import org.jspecify.annotations.NullMarked;
