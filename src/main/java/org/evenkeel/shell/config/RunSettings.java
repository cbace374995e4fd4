package org.evenkeel.shell.config;

import java.time.Duration;

/**
 * What an unattended run watches about itself.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param maxInterruptedStarts after so many starts that ended inside a decision the next one halts trading
 * @param interruptedWindow the wall time in which they count
 * @param minFreeDiskBytes least free space where an embedded database lies
 * @param drillMaxAge how old the last rehearsal of the kill switch may be
 * @param drillMaxFlat how long it may take until the book is flat
 */
public record RunSettings(
    int maxInterruptedStarts,
    Duration interruptedWindow,
    long minFreeDiskBytes,
    Duration drillMaxAge,
    Duration drillMaxFlat) {}
