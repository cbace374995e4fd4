/** What a changed configuration means: which keys differ, and which of the differences raise risk. */
@NullMarked
package org.evenkeel.shell.config.change;

import org.jspecify.annotations.NullMarked;
