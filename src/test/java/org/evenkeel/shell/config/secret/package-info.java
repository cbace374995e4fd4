/** Tests of secrets and their references. */
@NullMarked
package org.evenkeel.shell.config.secret;

import org.jspecify.annotations.NullMarked;
