/**
 * The linear algebra that the ways to weights share, in one fixed order of operations.
 *
 * <p>Goes in: arrays.
 * Comes out: arrays.
 * Must not know: what they mean.
 */
@NullMarked
package org.evenkeel.core.parity.linear;

import org.jspecify.annotations.NullMarked;
