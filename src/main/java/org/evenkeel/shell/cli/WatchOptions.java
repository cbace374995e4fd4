package org.evenkeel.shell.cli;

import java.util.OptionalLong;

/**
 * How long the watcher looks.
 *
 * @param looks after so many it ends; empty if it goes on until it is told to stop
 */
public record WatchOptions(OptionalLong looks) {}
