package org.evenkeel.shell.simulate;

/** Which process runs now, and which one has planned last. */
final class Leadership {

  private long speaker = 0;
  private long leader = 0;

  /** Which process runs now. */
  void speaks(long process) {
    speaker = process;
  }

  long speaker() {
    return speaker;
  }

  /** A process has planned since: whatever an older one sends must not be taken any more. */
  void leads(long process) {
    leader = Math.max(leader, process);
  }

  long leader() {
    return leader;
  }

  /** Whether the one that runs was overtaken and does not know it yet: its view of the world is old, its requests die. */
  boolean isOvertaken() {
    return speaker < leader;
  }
}
