/** The file of a flatten that runs while the database is down. */
@NullMarked
package org.evenkeel.shell.offline;

import org.jspecify.annotations.NullMarked;
