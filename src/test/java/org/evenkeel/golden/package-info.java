/** Problems with known answers, and the check that we find them. */
@NullMarked
package org.evenkeel.golden;

import org.jspecify.annotations.NullMarked;
