/** Tests of what a changed configuration means. */
@NullMarked
package org.evenkeel.shell.config.change;

import org.jspecify.annotations.NullMarked;
