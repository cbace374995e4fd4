/** Tests of the operator's commands against hand-written records. */
@NullMarked
package org.evenkeel.shell.cli;

import org.jspecify.annotations.NullMarked;
