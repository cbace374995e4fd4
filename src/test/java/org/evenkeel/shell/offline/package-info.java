@NullMarked
package org.evenkeel.shell.offline;

import org.jspecify.annotations.NullMarked;
