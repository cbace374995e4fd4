/** Tests of the paper account. */
@NullMarked
package org.evenkeel.shell.simvenue.paper;

import org.jspecify.annotations.NullMarked;
