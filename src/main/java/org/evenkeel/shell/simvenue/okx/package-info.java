/**
 * The OKX dialect of the simulated venue: paths under /api/v5, signed headers, envelopes with a code, sizes in contracts.
 *
 * <p>Goes in: requests as they came over the wire. Comes out: answers as the venue's documentation describes them.
 * Must not know: how prices are made.
 */
@NullMarked
package org.evenkeel.shell.simvenue.okx;

import org.jspecify.annotations.NullMarked;
