package org.evenkeel.core.statement;

import java.time.Instant;
import org.evenkeel.core.basics.ContentHash;

/**
 * One row of the chain of facts.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param seq its number, from 1 without a gap
 * @param source the table of the fact
 * @param key which of its rows
 * @param content the row as it was written, as canonical JSON
 * @param previous the hash of the row before; empty for the first
 * @param hash the hash of this row as stored
 * @param at when it was written, by the database's clock
 */
public record ChainEntry(
    long seq, String source, String key, String content, String previous, String hash, Instant at) {

  /** The hash that the row must have after the one before it. */
  public String expectedHash(String before) {
    return ContentHash.ofText(String.join("\n", before, "" + seq, source, key, content)).value();
  }

  /** What is named when something is wrong with it. */
  public String subject() {
    return source + " " + key;
  }
}
