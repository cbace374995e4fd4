/** Tests of the cycle against a journal in memory and a venue with a script. */
@NullMarked
package org.evenkeel.cycle;

import org.jspecify.annotations.NullMarked;
