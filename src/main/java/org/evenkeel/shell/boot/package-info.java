/** Starts the program and wires its object graphs; nothing else may know it. */
@NullMarked
package org.evenkeel.shell.boot;

import org.jspecify.annotations.NullMarked;
