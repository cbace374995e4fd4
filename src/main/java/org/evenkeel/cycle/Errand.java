package org.evenkeel.cycle;

/**
 * Something that an operator sends the daemon to do once, beside its schedule.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param number its number in the journal
 * @param kind what is to be done
 * @param subject which order or execution; empty where it is about all
 * @param by who wants it and why
 */
public record Errand(long number, Kind kind, String subject, String by) {

  /** An errand that is about all. */
  public Errand(long number, Kind kind, String by) {
    this(number, kind, "", by);
  }

  /** What can be wanted; each may be done twice without harm. */
  public enum Kind {
    /** Every working order at every venue is canceled, ours or not. */
    CANCEL_ALL("cancel-all"),
    /** Everything is read from the venues and compared with the ledger. */
    RECONCILE("reconcile"),
    /** One working order is canceled, ours or not; the subject is our id or the venue's. */
    CANCEL_ORDER("cancel"),
    /** An execution that the venue is said to have made is looked for there and booked; the subject is 'instrument trade'. */
    BOOK_FILL("book fill");

    private final String command;

    Kind(String command) {
      this.command = command;
    }

    /** The name of the operator's command. */
    public String command() {
      return command;
    }
  }
}
