/**
 * Typed settings and secrets.
 *
 * <p>Goes in: configuration files. Comes out: values that are known to be valid. Must not know: who uses them.
 */
@NullMarked
package org.evenkeel.shell.config;

import org.jspecify.annotations.NullMarked;
