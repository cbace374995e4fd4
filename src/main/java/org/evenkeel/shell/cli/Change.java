package org.evenkeel.shell.cli;

/**
 * What an instruction changed.
 *
 * @param subject what it is about
 * @param before how it was
 * @param after how it is now
 * @param effect what follows from it
 * @param author who ordered it
 * @param reason why
 */
record Change(
    String subject, String before, String after, String effect, String author, String reason) {

  @Override
  public String toString() {
    return subject + ": " + before + " -> " + after + " (" + effect + ")";
  }
}
