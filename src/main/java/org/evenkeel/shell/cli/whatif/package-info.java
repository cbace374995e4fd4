/**
 * Questions of the kind 'what would be decided if correlations went to one and bitcoin fell by 40 %'.
 *
 * <p>Goes in: words, an estimate, an observation. Comes out: the estimate and the observation as they would be.
 * Must not know: how a decision is made, and how it is printed.
 */
@NullMarked
package org.evenkeel.shell.cli.whatif;

import org.jspecify.annotations.NullMarked;
