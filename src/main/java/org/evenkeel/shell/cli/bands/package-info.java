/** What bands of different widths would have cost on past prices, with a picture of it. */
@NullMarked
package org.evenkeel.shell.cli.bands;

import org.jspecify.annotations.NullMarked;
