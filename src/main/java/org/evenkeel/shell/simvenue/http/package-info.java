/**
 * The HTTP side that all simulated venues share: the server, faults to order, and the rehearsal's own endpoints.
 *
 * <p>Bytes go in and come out; what a request means and how a refusal reads is the part of a {@link
 * org.evenkeel.shell.simvenue.http.Dialect}. Must not know any venue.
 */
@NullMarked
package org.evenkeel.shell.simvenue.http;

import org.jspecify.annotations.NullMarked;
