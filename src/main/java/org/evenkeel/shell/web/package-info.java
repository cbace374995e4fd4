/**
 * The page: what the bot knows about itself, in a browser and as JSON, on loopback and read-only.
 *
 * <p>Goes in: the records of the journal. Comes out: one page, its data, and a stream of changes. Must not know: how
 * anything is decided, sent or stored.
 */
@NullMarked
package org.evenkeel.shell.web;

import org.jspecify.annotations.NullMarked;
