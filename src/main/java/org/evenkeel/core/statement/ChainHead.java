package org.evenkeel.core.statement;

import java.time.Instant;
import org.evenkeel.core.basics.ContentHash;

/**
 * The end of the chain of facts at one moment: whoever keeps it elsewhere can tell later whether anything before it was
 * changed.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param seq the number of the last row
 * @param hash its hash
 * @param at when, by the database's clock
 */
public record ChainHead(long seq, ContentHash hash, Instant at) {}
