/** What lies outside of the database so that the database can be held to it: heads of its audit chain. */
@NullMarked
package org.evenkeel.shell.authority;

import org.jspecify.annotations.NullMarked;
