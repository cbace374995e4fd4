@NullMarked
package org.evenkeel.shell.authority;

import org.jspecify.annotations.NullMarked;
