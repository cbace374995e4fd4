/**
 * Kills, halts and faults against the whole machine: the venue's own log is the judge.
 *
 * <p>Goes in: bots that end at any moment and venues that answer wrongly. Comes out: proof that no order was sent twice
 * and that ledger and venue agree.
 */
@NullMarked
package org.evenkeel.crash;

import org.jspecify.annotations.NullMarked;
