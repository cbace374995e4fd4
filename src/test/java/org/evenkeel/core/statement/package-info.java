/** Tests of the package of the same name. */
@NullMarked
package org.evenkeel.core.statement;

import org.jspecify.annotations.NullMarked;
