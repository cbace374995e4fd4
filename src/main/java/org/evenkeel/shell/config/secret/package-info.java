/**
 * Secrets and the references to them.
 *
 * <p>Goes in: the name of an environment variable or file. Comes out: the secret, which never shows itself.
 * Must not know: what the secret is for.
 */
@NullMarked
package org.evenkeel.shell.config.secret;

import org.jspecify.annotations.NullMarked;
