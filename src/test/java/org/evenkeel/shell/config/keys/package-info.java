/** Tests of the key table. */
@NullMarked
package org.evenkeel.shell.config.keys;

import org.jspecify.annotations.NullMarked;
