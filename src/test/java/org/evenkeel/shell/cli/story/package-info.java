@NullMarked
package org.evenkeel.shell.cli.story;

import org.jspecify.annotations.NullMarked;
