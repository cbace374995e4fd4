/** Tests of the package of the same name. */
@NullMarked
package org.evenkeel.core.catalog;

import org.jspecify.annotations.NullMarked;
