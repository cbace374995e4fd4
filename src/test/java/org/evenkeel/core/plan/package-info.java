/** Tests of the package of the same name. */
@NullMarked
package org.evenkeel.core.plan;

import org.jspecify.annotations.NullMarked;
