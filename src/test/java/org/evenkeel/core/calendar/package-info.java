/** Tests of the package of the same name. */
@NullMarked
package org.evenkeel.core.calendar;

import org.jspecify.annotations.NullMarked;
