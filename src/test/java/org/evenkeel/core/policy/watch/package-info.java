/** Tests of the package of the same name. */
@NullMarked
package org.evenkeel.core.policy.watch;

import org.jspecify.annotations.NullMarked;
