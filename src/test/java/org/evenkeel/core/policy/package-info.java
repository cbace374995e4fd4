/** Tests of the package of the same name. */
@NullMarked
package org.evenkeel.core.policy;

import org.jspecify.annotations.NullMarked;
