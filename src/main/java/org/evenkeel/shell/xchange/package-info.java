/**
 * What all venues share on the way through XChange: its transport, one gate for every call, and what a reply means.
 *
 * <p>Goes in: one request. Comes out: a reply that says no more than is known; an answer that cannot be read is never
 * 'nothing there'. Must not know any venue: each has a package of its own below, its signed side in {@code trade}.
 */
@NullMarked
package org.evenkeel.shell.xchange;

import org.jspecify.annotations.NullMarked;
