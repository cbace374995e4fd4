/** Tests of the package of the same name. */
@NullMarked
package org.evenkeel.shell.cli.trial;

import org.jspecify.annotations.NullMarked;
