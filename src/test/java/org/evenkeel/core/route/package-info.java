/** Tests of the package of the same name. */
@NullMarked
package org.evenkeel.core.route;

import org.jspecify.annotations.NullMarked;
